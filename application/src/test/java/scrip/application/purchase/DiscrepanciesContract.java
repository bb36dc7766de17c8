package scrip.application.purchase;

import java.time.Instant;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import scrip.application.purchase.Discrepancy.Kind;

import static org.assertj.core.api.Assertions.assertThat;

/** What every keeper of discrepancies keeps to; an empty one for each test. */
public abstract class DiscrepanciesContract {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00.000001Z");
    private static final Instant LATER = NOW.plusSeconds(60);

    private Discrepancies discrepancies;

    protected abstract Discrepancies noDiscrepancies();

    @BeforeEach
    void open() {
        discrepancies = noDiscrepancies();
    }

    @Test
    void raised_again_it_is_the_same_one_seen_later() {
        discrepancies.raise(Kind.AMOUNT, "cs_1", "600 usd instead of 500 usd", NOW);
        discrepancies.raise(Kind.AMOUNT, "cs_1", "700 usd instead of 500 usd", LATER);

        assertThat(discrepancies.since(NOW, 10))
                .containsExactly(new Discrepancy(Kind.AMOUNT, "cs_1", "700 usd instead of 500 usd", NOW, LATER));
    }

    @Test
    void they_are_listed_latest_first_from_an_instant_on() {
        discrepancies.raise(Kind.AMOUNT, "cs_1", "é", NOW);
        discrepancies.raise(Kind.NOT_PAID_THERE, "cs_1", "x".repeat(5_000), LATER);

        assertThat(discrepancies.since(NOW, 10)).extracting(Discrepancy::kind).containsExactly(Kind.NOT_PAID_THERE,
                Kind.AMOUNT);
        assertThat(discrepancies.since(NOW, 1)).extracting(Discrepancy::kind).containsExactly(Kind.NOT_PAID_THERE);
        assertThat(discrepancies.since(LATER, 10)).hasSize(1);
        assertThat(discrepancies.since(LATER.plusSeconds(1), 10)).isEmpty();
    }

    @Test
    void one_that_is_settled_is_away_until_it_is_raised_again() {
        discrepancies.raise(Kind.UNKNOWN_PURCHASE, "cs_1", "x", NOW);

        assertThat(discrepancies.count()).isEqualTo(1);
        assertThat(discrepancies.settle(Kind.AMOUNT, "cs_1")).isFalse();
        assertThat(discrepancies.settle(Kind.UNKNOWN_PURCHASE, "cs_1")).isTrue();
        assertThat(discrepancies.settle(Kind.UNKNOWN_PURCHASE, "cs_1")).isFalse();
        assertThat(discrepancies.since(Instant.EPOCH, 10)).isEmpty();
        assertThat(discrepancies.count()).isZero();

        discrepancies.raise(Kind.UNKNOWN_PURCHASE, "cs_1", "x", LATER);
        assertThat(discrepancies.since(Instant.EPOCH, 10)).extracting(Discrepancy::firstSeen).containsExactly(LATER);
    }
}
