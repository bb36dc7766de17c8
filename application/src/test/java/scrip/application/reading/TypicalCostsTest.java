package scrip.application.reading;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import scrip.application.pool.InMemoryPoolStore;
import scrip.application.pool.Turns;
import scrip.domain.credit.Credits;
import scrip.domain.pool.Command;
import scrip.domain.pool.CreditPool;
import scrip.domain.pool.PoolId;
import scrip.domain.pool.Work;
import scrip.domain.pricing.Operation;
import scrip.domain.pricing.Receipt;

import static org.assertj.core.api.Assertions.assertThat;

/** Rule 22: what operations typically cost, and how old an answer may be. */
class TypicalCostsTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Operation QUERY = new Operation("query", "Queries", Credits.of(30));
    private static final PoolId POOL = new PoolId(1);

    private final InMemoryPoolStore pools = new InMemoryPoolStore();
    private final Turns turns = new Turns(pools);
    private Instant now = START;
    private final TypicalCosts costs = new TypicalCosts(new InMemoryLedgerReader(pools), () -> now);

    @BeforeEach
    void open() {
        pools.create(CreditPool.open(POOL, START));
    }

    private void charge(int times, long credits) {
        Command charge = new Command.MakeCharge(new Work("query", "ada@x.example", false, null), Credits.of(credits),
                Receipt.REPORTED, true);
        turns.take(POOL, now, Collections.nCopies(times, charge).toArray(Command[]::new));
    }

    private Credits typical() {
        return costs.of(POOL, QUERY).typical();
    }

    @Test
    @DisplayName("Rule 22: every charge shows at once while a history is made")
    void every_charge_shows_at_once_while_a_history_is_made() {
        charge(19, 2);
        assertThat(typical()).isEqualTo(Credits.of(30));
        charge(1, 2);
        assertThat(typical()).isEqualTo(Credits.of(2));
        charge(21, 7);
        assertThat(typical()).isEqualTo(Credits.of(7));
    }

    @Test
    @DisplayName("Rule 22: a charge of exactly 30 days ago still counts, an older one does not")
    void only_thirty_days_count() {
        charge(20, 2);
        now = START.plus(Duration.ofDays(30));
        assertThat(typical()).isEqualTo(Credits.of(2));
        now = now.plusNanos(1_000);
        assertThat(typical()).isEqualTo(Credits.of(30));
    }

    @Test
    void a_full_sample_is_kept_for_a_minute_by_the_rules_clock() {
        charge(TypicalCosts.SAMPLE, 2);
        assertThat(typical()).isEqualTo(Credits.of(2));
        charge(TypicalCosts.SAMPLE, 5);

        now = now.plusSeconds(59);
        assertThat(typical()).isEqualTo(Credits.of(2));
        now = now.plusSeconds(1);
        assertThat(typical()).isEqualTo(Credits.of(5));
        now = now.plus(Duration.ofDays(31));
        assertThat(typical()).isEqualTo(Credits.of(30));
    }
}
