package scrip.application.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import scrip.application.pool.Stores;
import scrip.application.pool.Turns;
import scrip.domain.audit.DayTotal;
import scrip.domain.audit.HeldTotal;
import scrip.domain.audit.Line;
import scrip.domain.audit.MovementTotal;
import scrip.domain.audit.StoredPool;
import scrip.domain.audit.UseTotal;
import scrip.domain.pool.Charge;
import scrip.domain.pool.CreditPool;
import scrip.domain.pool.Hold;
import scrip.domain.pool.PoolId;
import scrip.domain.purchase.Purchase;

import static org.assertj.core.api.Assertions.assertThat;

/** What the verifier says of pools in every store, and what every archive shows it. */
@DisplayName("Rule 30: the verifier")
public abstract class VerifierContract {

    private Stores stores;
    private Archive archive;

    protected abstract Stores stores();

    /** Shows the pools of those stores. */
    protected abstract Archive newArchive();

    @BeforeEach
    void open() {
        stores = stores();
        archive = newArchive();
    }

    /** @return a pool that has lived */
    protected final PoolId aLife() {
        PoolId id = stores.nextId();
        stores.create(CreditPool.open(id, FullLife.START));
        new FullLife(new Turns(stores.pools()), id).live();
        return id;
    }

    /** @return what it finds of one pool */
    protected final List<String> findings(PoolId pool) {
        return verify().findings().stream().filter(finding -> finding.pool().equals(pool))
                .map(finding -> finding.flaw().what()).toList();
    }

    protected final Verification verify() {
        return new Verifier(archive, () -> FullLife.START).verify();
    }

    @Test
    void a_pool_to_which_nobody_did_any_damage_is_whole() {
        PoolId pool = aLife();

        assertThat(findings(pool)).isEmpty();
        assertThat(verify().at()).isEqualTo(FullLife.START);
        assertThat(verify().pools()).isPositive();
        assertThat(verify().entries()).isGreaterThan(40);
    }

    @Test
    void a_pool_without_a_ledger_is_whole() {
        PoolId pool = stores.nextId();
        stores.create(CreditPool.open(pool, FullLife.START));

        assertThat(findings(pool)).isEmpty();
    }

    @Test
    void everything_of_a_pool_comes_in_pages_and_in_order() {
        PoolId pool = aLife();
        aLife();

        archive.look(pool, view -> {
            List<Line> lines = pages(after -> view.entries(after == null ? 0 : after.seq(), 3));
            assertThat(lines).isEqualTo(view.entries(0, 1_000)).hasSizeGreaterThan(40);
            assertThat(lines.getLast().seq()).isEqualTo(lines.size()).isEqualTo(view.pool().orElseThrow().seq());
            assertThat(VerifierContract.<Charge>pages(after -> view.charges(after == null ? 0 : after.number(), 2)))
                    .isEqualTo(view.charges(0, 1_000)).hasSizeGreaterThan(4);
            assertThat(VerifierContract.<StoredPool>pages(after -> view.remembered(after, 2)))
                    .isEqualTo(view.remembered(null, 1_000)).hasSizeGreaterThan(5).doesNotHaveDuplicates();
            assertThat(VerifierContract.<DayTotal>pages(after -> view.days(after, 3))).isEqualTo(view.days(null, 1_000))
                    .hasSizeGreaterThan(20)
                    .doesNotHaveDuplicates();
            assertThat(VerifierContract.<UseTotal>pages(after -> view.useByDay(after, 1)))
                    .isEqualTo(view.useByDay(null, 1_000))
                    .hasSizeGreaterThan(3).doesNotHaveDuplicates();
            assertThat(VerifierContract.<MovementTotal>pages(after -> view.movements(after, 3)))
                    .isEqualTo(view.movements(null, 1_000)).hasSizeGreaterThan(20).doesNotHaveDuplicates();
            assertThat(VerifierContract.<UseTotal>pages(after -> view.useByMonth(after, 1)))
                    .isEqualTo(view.useByMonth(null, 1_000))
                    .hasSizeGreaterThan(3).doesNotHaveDuplicates();
            assertThat(VerifierContract.<UseTotal>pages(after -> view.useOfDays(after, 1)))
                    .isEqualTo(view.useOfDays(null, 1_000))
                    .hasSizeGreaterThan(3).doesNotHaveDuplicates();
            assertThat(VerifierContract.<UseTotal>pages(after -> view.useByPeriod(after, 1)))
                    .isEqualTo(view.useByPeriod(null, 1_000))
                    .hasSizeGreaterThan(2).doesNotHaveDuplicates();
            assertThat(VerifierContract.<Purchase>pages(after -> view.purchases(after == null ? "" : after.id(), 1)))
                    .hasSize(1);
            assertThat(
                    VerifierContract.<Hold>pages(after -> view.holds(after == null ? 0 : after.number(), 1)))
                    .hasSize(1);
            assertThat(VerifierContract.<HeldTotal>pages(after -> view.held(after == null ? "" : after.builder(), 1)))
                    .isEqualTo(view.held("", 1_000)).hasSize(1);
            return lines;
        });
        assertThat(VerifierContract.<PoolId>pages(after -> archive.pools(after == null ? 0 : after.value(), 1)))
                .contains(pool).isSorted();
    }

    private static <T> List<T> pages(Function<@Nullable T, List<T>> pageAfter) {
        List<T> all = new ArrayList<>();
        new Paged<T>(pageAfter).forEachRemaining(all::add);
        return all;
    }

    @Test
    void a_pool_that_is_not_there_shows_nothing() {
        boolean isThere = archive.look(stores.nextId(), view -> view.pool().isPresent());

        assertThat(isThere).isFalse();
    }
}
