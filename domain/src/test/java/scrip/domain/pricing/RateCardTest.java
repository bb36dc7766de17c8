package scrip.domain.pricing;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import scrip.domain.credit.Credits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

@DisplayName("Rule 21: the price of an operation")
class RateCardTest {

    private static final Instant NEW_YEAR = Instant.parse("2026-01-01T00:00:00Z");
    private static final Operation QUERY = new Operation("query", "Query", Credits.of(30));
    private static final Model LARGE = new Model("large", Credits.of(600), Credits.of(60), Credits.of(2_400));

    private static RateCard card(String version, Instant startsAt) {
        return new RateCard(version, startsAt, new Credits(10_000), List.of(QUERY), List.of(LARGE));
    }

    private static RateCard card() {
        return card("2026-01", NEW_YEAR);
    }

    @Test
    void each_kind_of_tokens_has_its_line_and_cached_ones_are_no_input_again() {
        RateCard.Price price = card().price(List.of(new ModelUsage("large", 42_000, 2_000, 9_100)));

        assertThat(price).isEqualTo(new RateCard.Price.Priced(Credits.of(new BigDecimal("45.96")),
                new Receipt("2026-01",
                        List.of(line("input", 40_000, 600, "24.000000"), line("cached_input", 2_000, 60, "0.120000"),
                                line("output", 9_100, 2_400, "21.840000")))));
    }

    private static Receipt.Line line(String kind, long tokens, long perMillion, String credits) {
        return new Receipt.Line("large", kind, tokens, Credits.of(perMillion), new BigDecimal(credits));
    }

    @Test
    void the_sum_is_rounded_up_to_the_increment_and_the_lines_are_not() {
        RateCard.Price price = card()
                .price(List.of(new ModelUsage("large", 1, 0, 0), new ModelUsage("large", 0, 0, 1)));

        RateCard.Price.Priced priced = (RateCard.Price.Priced) price;
        assertThat(priced.credits()).isEqualTo(Credits.of(new BigDecimal("0.01")));
        assertThat(priced.receipt().lines()).containsExactly(line("input", 1, 600, "0.000600"),
                line("output", 1, 2_400, "0.002400"));
        assertThat(((RateCard.Price.Priced) card().price(List.of(new ModelUsage("large", 50, 0, 0)))).credits())
                .as("an exact multiple stays").isEqualTo(Credits.of(new BigDecimal("0.03")));
    }

    @Test
    void what_no_model_has_used_costs_nothing_and_an_unknown_model_is_named() {
        assertThat(card().price(List.of(new ModelUsage("large", 0, 0, 0))))
                .isEqualTo(new RateCard.Price.Priced(Credits.ZERO, new Receipt("2026-01", List.of())));
        assertThat(card().price(List.of(new ModelUsage("large", 1, 0, 0), new ModelUsage("tiny", 1, 0, 0))))
                .isEqualTo(new RateCard.Price.UnknownModel("tiny"));
    }

    @Test
    void operations_are_found_by_their_keys() {
        assertThat(card().operation("query")).contains(QUERY);
        assertThat(card().operation("Query")).isEmpty();
    }

    @Test
    void a_card_is_in_force_from_its_start_until_the_next_ones() {
        RateCard first = card("2026-01", NEW_YEAR);
        RateCard second = card("2026-06", Instant.parse("2026-06-01T00:00:00Z"));
        RateCards cards = new RateCards(List.of(second, first));

        assertThat(cards.at(Instant.parse("2025-01-01T00:00:00Z"))).isEqualTo(first);
        assertThat(cards.at(Instant.parse("2026-05-31T23:59:59.999999Z"))).isEqualTo(first);
        assertThat(cards.at(Instant.parse("2026-06-01T00:00:00Z"))).isEqualTo(second);
    }

    @Test
    void cards_that_would_leave_a_price_open_are_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new RateCards(List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new RateCards(List.of(card(), card("b", NEW_YEAR))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RateCards(List.of(card(), card("2026-01", NEW_YEAR.plusSeconds(1)))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RateCard("v", NEW_YEAR, Credits.ZERO, List.of(), List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new ModelUsage("large", 1, 2, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new ModelUsage("large", 1, -1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new ModelUsage("large", 1, 0, -1));
    }
}
