package scrip.application.purchase;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import scrip.application.purchase.ReconciliationStore.Page;
import scrip.application.purchase.ReconciliationStore.Place;
import scrip.application.purchase.ReconciliationStore.Position;
import scrip.application.purchase.ReconciliationStore.Report;

import static org.assertj.core.api.Assertions.assertThat;

/** What every keeper of reconciliation's progress keeps to; one before its first pass for each test. */
public abstract class ReconciliationStoreContract {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00.000001Z");
    private static final Duration MINUTES = Duration.ofMinutes(5);

    private ReconciliationStore store;

    protected abstract ReconciliationStore freshStore();

    @BeforeEach
    void open() {
        store = freshStore();
    }

    @Test
    void before_the_first_pass_nothing_is_known() {
        assertThat(store.position()).isEqualTo(Position.NONE);
        assertThat(store.latest()).isEmpty();
    }

    @Test
    void where_a_pass_ended_and_what_it_found_is_kept() {
        Position whole = new Position(NOW, new Page("evt_1", NOW.plusSeconds(1)), new Place(NOW.plusSeconds(2), "a"),
                new Place(NOW.plusSeconds(3), "b"));
        Report first = new Report(NOW, 1, 2, 3, 4, 5, 6, true, false);
        Report second = new Report(NOW.plusSeconds(9), 0, 0, 0, 0, 0, 0, false, true);

        store.end(whole, first);
        assertThat(store.position()).isEqualTo(whole);
        assertThat(store.latest()).contains(first);

        store.end(Position.NONE, second);
        assertThat(store.position()).isEqualTo(Position.NONE);
        assertThat(store.latest()).contains(second);
    }

    @Test
    void of_many_nodes_one_begins_a_pass_that_is_due() {
        long begun = IntStream.range(0, 8).parallel().filter(_ -> store.begin(NOW, MINUTES)).count();

        assertThat(begun).isEqualTo(1);
        assertThat(store.begin(NOW.plus(MINUTES).minusNanos(1_000), MINUTES)).isFalse();
        assertThat(store.begin(NOW.plus(MINUTES), MINUTES)).isTrue();
    }
}
