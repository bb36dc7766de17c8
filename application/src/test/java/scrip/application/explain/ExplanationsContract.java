package scrip.application.explain;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import scrip.application.audit.FullLife;
import scrip.application.pool.Stores;
import scrip.application.pool.Turns;
import scrip.domain.credit.Credits;
import scrip.domain.explain.Explanation;
import scrip.domain.explain.Parts;
import scrip.domain.ledger.TransferType;
import scrip.domain.pool.Command;
import scrip.domain.pool.CreditPool;
import scrip.domain.pool.Loaded;
import scrip.domain.pool.PoolId;
import scrip.domain.pool.Terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** What explanations say of pools in every store. */
@DisplayName("Rule 30: explaining a balance")
public abstract class ExplanationsContract {

    private static final Instant START = FullLife.START;

    private Stores stores;
    private Explanations explanations;

    protected abstract Stores stores();

    /** Reads the pools of those stores. */
    protected abstract Statements newStatements();

    @BeforeEach
    void open() {
        stores = stores();
        explanations = new Explanations(newStatements(), Terms.DEFAULT);
    }

    private PoolId opened() {
        PoolId id = stores.nextId();
        stores.create(CreditPool.open(id, START));
        return id;
    }

    private Explanation explain(PoolId pool, Instant from, Instant to) {
        return explanations.explain(pool, from, to).orElseThrow();
    }

    @Test
    void between_any_two_instants_the_lines_lead_from_the_one_balance_to_the_other() {
        PoolId pool = opened();
        new FullLife(new Turns(stores.pools()), pool).live();
        List<Instant> instants = List.of(START.minusSeconds(1), START, at(1), at(2), at(2).plusNanos(1_000), at(3),
                at(70),
                at(71), at(72), at(73), at(200), at(436), at(437), at(500), at(501), at(502), at(900));

        for (int i = 0; i < instants.size(); i++) {
            for (int j = i; j < instants.size(); j++) {
                Explanation explained = explain(pool, instants.get(i), instants.get(j));
                assertThat(explained.opening()).as("at %s", instants.get(i))
                        .isEqualTo(explain(pool, START.minusSeconds(9), instants.get(i)).closing());
                assertThat(sum(explained)).isEqualTo(explained.closing());
            }
        }
    }

    private static Parts sum(Explanation explained) {
        Parts sum = explained.opening();
        for (Explanation.Line line : explained.lines()) {
            sum = new Parts(sum.available() + line.change().available(), sum.held() + line.change().held(),
                    sum.debt() + line.change().debt());
        }
        return sum;
    }

    @Test
    void what_time_has_brought_counts_though_nobody_has_written_it_down() {
        PoolId pool = opened();
        new Turns(stores.pools()).take(pool, START, new Command.Touch());

        Explanation explained = explain(pool, START, at(40));
        CreditPool then = stores.pools().read(pool, at(40)).orElseThrow().pool().at(at(40), Terms.DEFAULT,
                Loaded.NOTHING);

        assertThat(explained.lines()).extracting(Explanation.Line::type, Explanation.Line::entries)
                .containsExactly(tuple(TransferType.GRANT, 1L),
                        tuple(TransferType.EXPIRY, 1L));
        assertThat(explained.closing().available()).isEqualTo(then.available().micros());
        assertThat(explain(pool, at(40), at(41)).opening()).isEqualTo(explained.closing());
        assertThat(explain(pool, at(40), at(41)).lines()).isEmpty();
    }

    @Test
    @DisplayName("Rule 10: a payment heard of late counts from when it was made, and so does what it reverses")
    void late_news_of_a_payment_changes_the_past() {
        PoolId pool = opened();
        Turns turns = new Turns(stores.pools());
        buy(turns, pool, START, START);
        turns.take(pool, at(366), new Command.Touch());
        assertThat(explain(pool, at(300), at(366)).lines()).extracting(Explanation.Line::type)
                .contains(TransferType.EXPIRY).doesNotContain(TransferType.PURCHASE);

        buy(turns, pool, at(367), at(364));

        assertThat(explain(pool, at(363), at(366)).lines()).extracting(Explanation.Line::type)
                .contains(TransferType.PURCHASE, TransferType.EXPIRY_REVERSAL);
        assertThat(explain(pool, at(364), at(366)).closing().available()).isEqualTo(Credits.of(700).micros());
    }

    @Test
    void what_is_explained_so_far_ends_with_what_was_written_last() {
        PoolId pool = opened();
        new FullLife(new Turns(stores.pools()), pool).live();
        Instant last = stores.pools().read(pool, START).orElseThrow().pool().asOf();

        for (long day : List.of(0L, 1L, 70L, 437L, 900L)) {
            Explanation whole = explain(pool, at(day), last.isAfter(at(day)) ? last : at(day));
            assertThat(explanations.explainSoFar(pool, at(day), at(day))).contains(whole);
            assertThat(explanations.explainSoFar(pool, at(day), at(2_000)))
                    .contains(explain(pool, at(day), at(2_000)));
        }
        assertThat(explanations.explainSoFar(stores.nextId(), START, at(1))).isEmpty();
    }

    @Test
    void whole_days_are_explained_as_their_parts_are() {
        PoolId pool = opened();
        new FullLife(new Turns(stores.pools()), pool).live();
        Instant midnight = START.truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(1)).minusNanos(1_000);

        for (long day : List.of(0L, 1L, 69L, 70L, 436L)) {
            for (long days : List.of(1L, 2L, 5L, 400L)) {
                Instant from = midnight.plus(Duration.ofDays(day));
                Instant to = from.plus(Duration.ofDays(days));
                Explanation whole = explain(pool, from, to);
                Explanation less = explain(pool, from, to.minusNanos(1_000));
                assertThat(sum(whole)).isEqualTo(whole.closing());
                assertThat(whole.opening()).isEqualTo(explain(pool, from.plusNanos(1_000), to).opening());
                assertThat(explain(pool, to.minusNanos(1_000), to).opening()).isEqualTo(less.closing());
            }
        }
    }

    private static void buy(Turns turns, PoolId pool, Instant now, Instant paidAt) {
        turns.take(pool, now, new Command.CreditPurchase("b" + pool.value() + paidAt, Credits.of(300), Credits.ZERO,
                paidAt));
    }

    @Test
    void another_pool_is_no_part_of_it_and_one_that_is_not_there_has_none() {
        PoolId pool = opened();
        new FullLife(new Turns(stores.pools()), opened()).live();

        assertThat(explain(pool, START, START).lines()).isEmpty();
        assertThat(explanations.explain(stores.nextId(), START, at(1))).isEmpty();
    }

    private static Instant at(long days) {
        return START.plus(Duration.ofDays(days));
    }
}
