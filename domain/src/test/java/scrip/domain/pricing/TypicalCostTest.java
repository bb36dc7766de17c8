package scrip.domain.pricing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import scrip.domain.credit.Credits;

import static org.assertj.core.api.Assertions.assertThat;

/** Rule 22. */
class TypicalCostTest {

    private static final Operation QUERY = new Operation("query", "Queries", Credits.of(30));

    private static List<Credits> oneTo(long last) {
        return LongStream.rangeClosed(1, last).mapToObj(Credits::of).toList();
    }

    @Test
    @DisplayName("Rule 22: until there are 20 charges, the catalogue's average is shown")
    void nineteen_charges_are_no_history() {
        assertThat(TypicalCost.of(QUERY, oneTo(19)))
                .isEqualTo(new TypicalCost(Credits.of(30), Credits.of(30), Credits.of(30), false));
    }

    @Test
    @DisplayName("Rule 22: from 20 on it is the median, and the 10th to the 90th percentile")
    void twenty_charges_are_a_history() {
        assertThat(TypicalCost.of(QUERY, oneTo(20))).isEqualTo(new TypicalCost(Credits.ofMicros(10_500_000),
                Credits.ofMicros(2_900_000), Credits.ofMicros(18_100_000), true));
        assertThat(TypicalCost.of(QUERY, oneTo(21)))
                .isEqualTo(new TypicalCost(Credits.of(11), Credits.of(3), Credits.of(19), true));
    }

    @Test
    void the_order_of_charges_does_not_matter_and_fractions_are_rounded_down_to_micros() {
        List<Credits> costs = new ArrayList<>(Collections.nCopies(10, Credits.ofMicros(1)));
        costs.addAll(Collections.nCopies(10, Credits.ofMicros(2)));
        Collections.shuffle(costs, new Random(7));

        assertThat(TypicalCost.of(QUERY, costs))
                .isEqualTo(new TypicalCost(Credits.ofMicros(1), Credits.ofMicros(1), Credits.ofMicros(2), true));
    }

    @Test
    void what_always_costs_the_same_has_no_range() {
        Credits seven = Credits.of(7);

        assertThat(TypicalCost.of(QUERY, Collections.nCopies(500, seven)))
                .isEqualTo(new TypicalCost(seven, seven, seven, true));
    }
}
