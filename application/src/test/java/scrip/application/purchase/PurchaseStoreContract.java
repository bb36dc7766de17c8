package scrip.application.purchase;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import scrip.application.pool.PoolStore.Changes;
import scrip.application.pool.PoolStore.Wanted;
import scrip.application.pool.Stores;
import scrip.application.pool.Turns;
import scrip.domain.credit.Credits;
import scrip.domain.ledger.HashChain;
import scrip.domain.pool.Command;
import scrip.domain.pool.CreditPool;
import scrip.domain.pool.Decision;
import scrip.domain.pool.PoolId;
import scrip.domain.pool.Terms;
import scrip.domain.pool.Turn;
import scrip.domain.pricing.Money;
import scrip.domain.purchase.Order;
import scrip.domain.purchase.Purchase;
import scrip.domain.purchase.RefundIntent;

import static org.assertj.core.api.Assertions.assertThat;

/** What every store of purchases keeps to. */
public abstract class PurchaseStoreContract {

    private static final Instant START = Instant.parse("2026-03-01T10:00:00.000001Z");

    private Stores stores;
    private PurchaseStore purchases;
    private PoolId pool;
    private PoolId other;

    protected abstract Stores stores();

    /** Reads the purchases of those stores. */
    protected abstract PurchaseStore newStore();

    @BeforeEach
    void openTwoPools() {
        stores = stores();
        purchases = newStore();
        pool = opened();
        other = opened();
    }

    private PoolId opened() {
        PoolId id = stores.nextId();
        stores.create(CreditPool.open(id, START));
        return id;
    }

    @Test
    void a_purchase_is_found_by_each_of_its_ids() {
        Purchase opened = ordered(pool, 1)
                .opened(new Purchase.Checkout("cs_" + pool.value(), "https://p.example", at(9)));
        Purchase paid = opened.paid(new Purchase.Payment(at(2), "pi_" + pool.value(), "https://r.example", 95))
                .orElseThrow();
        keep(paid);

        assertThat(purchases.byId(paid.id())).contains(paid);
        assertThat(purchases.bySession("cs_" + pool.value())).contains(paid);
        assertThat(purchases.byIntent("pi_" + pool.value())).contains(paid);
        assertThat(purchases.byId(paid.id().toUpperCase(Locale.ROOT))).isEmpty();
        assertThat(purchases.bySession("unknown")).isEmpty();
        assertThat(purchases.byIntent("unknown")).isEmpty();
    }

    @Test
    void a_pool_lists_its_own_purchases_newest_first() {
        keep(ordered(pool, 1));
        keep(ordered(pool, 3));
        keep(ordered(pool, 2));
        keep(ordered(other, 4));

        assertThat(purchases.ofPool(pool, 2)).containsExactly(ordered(pool, 3), ordered(pool, 2));
        assertThat(purchases.ofPool(pool, ordered(pool, 2).id(), 2)).containsExactly(ordered(pool, 1));
        assertThat(purchases.ofPool(pool, ordered(other, 4).id(), 2)).isEmpty();
        assertThat(purchases.ofPool(pool, "unknown", 2)).isEmpty();
    }

    @Test
    void a_pool_has_bought_once_a_purchase_is_paid() {
        keep(ordered(pool, 1));
        keep(ordered(other, 1).paid(new Purchase.Payment(at(2), null, null)).orElseThrow());

        assertThat(purchases.hasBought(pool)).isFalse();
        assertThat(purchases.hasBought(other)).isTrue();
    }

    @Test
    void pending_purchases_come_oldest_first_until_they_end() {
        keep(ordered(pool, 2));
        keep(ordered(other, 1));
        keep(ordered(pool, 3));
        keep(ordered(pool, 0).endedUnpaid(Purchase.Status.EXPIRED).orElseThrow());

        assertThat(purchases.pending(null, at(3), 1_000)).filteredOn(p -> Set.of(pool, other).contains(p.pool()))
                .containsExactly(ordered(other, 1), ordered(pool, 2));
        assertThat(purchases.pending(place(at(1), ordered(other, 1)), at(4), 1_000))
                .filteredOn(p -> Set.of(pool, other).contains(p.pool()))
                .containsExactly(ordered(pool, 2), ordered(pool, 3));
    }

    @Test
    void paid_purchases_come_in_the_order_of_their_payments_page_by_page() {
        Purchase late = paid(ordered(pool, 1), 9);
        Purchase early = paid(ordered(other, 3), 7);
        Purchase same = paid(ordered(pool, 2), 9);
        List.of(late, early, same, ordered(pool, 4)).forEach(this::keep);

        assertThat(purchases.paid(place(at(0), ordered(pool, 1)), at(10), 1_000))
                .filteredOn(p -> Set.of(pool, other).contains(p.pool())).containsExactly(early, late, same);
        assertThat(purchases.paid(place(at(9), late), at(10), 1_000))
                .filteredOn(p -> Set.of(pool, other).contains(p.pool())).containsExactly(same);
        assertThat(purchases.paid(place(at(0), late), at(9), 1_000))
                .filteredOn(p -> Set.of(pool, other).contains(p.pool())).containsExactly(early);
    }

    private static Purchase paid(Purchase ordered, long second) {
        return ordered.paid(new Purchase.Payment(at(second), "pi_" + ordered.id(), null)).orElseThrow();
    }

    private static ReconciliationStore.Place place(Instant at, Purchase purchase) {
        return new ReconciliationStore.Place(at, purchase.id());
    }

    @Test
    void purchases_whose_refund_waits_for_the_gateway_come_oldest_first_until_it_answers() {
        Purchase waiting = refunding(bought(pool, 1), 5);
        Purchase waitingLonger = refunding(bought(other, 2), 4);
        Purchase answered = refunding(bought(pool, 3), 3);
        keep(bought(pool, 4));
        refunding(bought(pool, 5), 6);
        inTurn(answered, turn -> answered.operatorRefundMade("r", "re_1", turn));
        Purchase left = refunding(bought(pool, 6), 2);
        inTurn(left, _ -> left.operatorRefundLeft("r"));

        assertThat(purchases.refunding(at(6), 1_000)).filteredOn(p -> Set.of(pool, other).contains(p.pool()))
                .containsExactly(waitingLonger, waiting);
        assertThat(purchases.byId(waiting.id())).contains(waiting);
    }

    private static Purchase bought(PoolId of, long second) {
        return ordered(of, second).paid(new Purchase.Payment(at(second), "pi_" + of.value() + "-" + second, null))
                .orElseThrow();
    }

    /** The operator asks for a refund at that second. */
    private Purchase refunding(Purchase paid, long second) {
        return inTurn(paid, turn -> {
            turn.decide(new Command.CreditPurchase(paid.id(), paid.order().credits(), Credits.ZERO, START));
            return paid.refundedByOperator(paid.refundable(turn.pool()).orElseThrow(),
                    new RefundIntent("r", "because", at(second)), turn);
        });
    }

    private Purchase inTurn(Purchase purchase, Function<Turn, Purchase> change) {
        AtomicReference<Purchase> changed = new AtomicReference<>();
        Wanted wanted = new Wanted(Set.of(), Set.of(), Set.of(), Set.of(purchase.id()));
        new Turns(stores.pools()).keep(purchase.pool(), START, wanted, locked -> {
            Turn turn = Turn.begin(locked.pool(), locked.now(), Terms.DEFAULT, locked.loaded());
            changed.set(change.apply(turn));
            Decision decision = turn.end(List.of());
            HashChain chain = new HashChain(locked.pool().id().value(), locked.seq(), locked.hash());
            return new Changes(decision, chain.seal(decision.transfers(), locked.now()), List.of(),
                    List.of(changed.get()));
        });
        return changed.get();
    }

    private static Purchase ordered(PoolId of, long second) {
        return Purchase.ordered("b" + of.value() + "-" + second, of, new Order(Credits.of(100), Credits.ZERO,
                Money.of(100, "eur"), Money.zero("eur"), null, null, at(second)));
    }

    private void keep(Purchase purchase) {
        Wanted wanted = new Wanted(Set.of(), Set.of(), Set.of(), Set.of(purchase.id()));
        new Turns(stores.pools()).keep(purchase.pool(), START, wanted, locked -> {
            Changes changes = Turns.decide(locked);
            return new Changes(changes.decision(), changes.entries(), List.of(), List.of(purchase));
        });
    }

    private static Instant at(long seconds) {
        return START.plusSeconds(seconds);
    }
}
