package scrip.application.promo;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import scrip.application.purchase.PurchaseStore;
import scrip.domain.credit.Credits;
import scrip.domain.pool.PoolId;
import scrip.domain.pricing.Money;
import scrip.domain.promo.PromoCode;
import scrip.domain.promo.PromoRefusal;
import scrip.domain.promo.Use;
import scrip.domain.promo.Wish;
import scrip.domain.purchase.Order;
import scrip.domain.purchase.Purchase;

/**
 * Redeems promo codes (rule 27): a redemption is taken before its checkout opens, kept on payment, and given back when
 * the checkout ends unpaid. What becomes of it follows from its purchase, so that it can be settled again at any time.
 */
public final class Promos {

    private static final Logger LOG = LoggerFactory.getLogger(Promos.class);
    private static final Duration TIME_TO_ORDER = Duration.ofMinutes(10);
    private static final int SWEEP = 200;

    private final PromoStore store;
    private final PurchaseStore purchases;
    private final InstantSource clock;

    public Promos(PromoStore store, PurchaseStore purchases, InstantSource clock) {
        this.store = store;
        this.purchases = purchases;
        this.clock = clock;
    }

    /**
     * Looks whether a purchase could redeem a code; takes nothing.
     *
     * @param typed
     *            the code as typed
     * @param basket
     *            what it would buy
     * @param purchase
     *            its id, if it may have redeemed the code already, else null
     */
    public PromoCheck check(PoolId pool, Basket basket, String typed, @Nullable String purchase) {
        Optional<PromoStore.Counted> found = PromoCode.normalized(typed).flatMap(store::find);
        if (found.isEmpty()) {
            return new PromoCheck.Refused(PromoRefusal.UNKNOWN);
        }
        PromoCode code = found.get().code();
        Use use = store.use(code.code(), pool).orElse(Use.NONE);
        Optional<PromoRefusal> refusal = code.refusalOf(wish(pool, basket), use, clock.instant());
        // Only now: what used it up may have been the same order, sent twice at once.
        boolean good = refusal.isEmpty()
                || (purchase != null && store.stands(new Claim(code.code(), purchase, pool)));
        return good ? new PromoCheck.Good(code) : new PromoCheck.Refused(refusal.get());
    }

    /**
     * What is bought.
     *
     * @param price
     *            before any discount
     */
    public record Basket(Credits credits, Money price) {}

    private Wish wish(PoolId pool, Basket basket) {
        return new Wish(basket.credits, basket.price, !purchases.hasBought(pool));
    }

    /**
     * Takes the redemption for a purchase that is about to be ordered or paid, once however often it is asked for.
     *
     * @return why it cannot be; nothing if it is taken, now or before
     */
    public Optional<PromoRefusal> take(Claim claim, Basket basket) {
        Wish wish = wish(claim.pool(), basket);
        Instant now = clock.instant();
        return store.take(claim, now, (code, use) -> code.refusalOf(wish, use, now));
    }

    /** As {@link #take(Claim, Basket)}, for a purchase that is ordered; one without a code needs none. */
    public Optional<PromoRefusal> take(Purchase purchase) {
        Order order = purchase.order();
        return claim(purchase).flatMap(claim -> take(claim, new Basket(order.credits(), order.subtotal())));
    }

    /** The order came to nothing: its redemption is given back, unless the purchase is there after all. */
    public void orderFailed(Claim claim) {
        boolean ordered = purchases.byId(claim.purchase()).flatMap(Promos::claim).filter(claim::equals).isPresent();
        if (!ordered) {
            store.giveBack(claim);
        }
    }

    /** No page came to pay it on: its redemption is free for another try, unless the same request got a page meanwhile. */
    public void pageFailed(Purchase purchase) {
        boolean isOpen = purchases.byId(purchase.id()).filter(now -> now.checkout() != null).isPresent();
        if (!isOpen) {
            claim(purchase).ifPresent(store::giveBack);
        }
    }

    /** Settles the redemption as the purchase stands by now: paid it is kept, given up it is given back. */
    public void follow(Purchase purchase) {
        claim(purchase).ifPresent(claim -> settle(claim, purchases.byId(purchase.id())));
    }

    private void settle(Claim claim, Optional<Purchase> purchase) {
        if (purchase.flatMap(Promos::claim).filter(claim::equals).isEmpty()) {
            store.giveBack(claim);
        } else if (purchase.get().payment() != null) {
            store.keep(claim, clock.instant());
        } else if (purchase.get().status() != Purchase.Status.PENDING) {
            store.giveBack(claim);
        }
    }

    /**
     * Settles redemptions whose purchase has ended, or was never ordered, and that a crash left behind.
     *
     * @return how many there were
     */
    public int sweep() {
        List<Claim> left = store.unsettled(clock.instant().minus(TIME_TO_ORDER), SWEEP);
        for (Claim claim : left) {
            LOG.info("Settling the redemption of {} by purchase {}", claim.code(), claim.purchase());
            settle(claim, purchases.byId(claim.purchase()));
        }
        return left.size();
    }

    private static Optional<Claim> claim(Purchase purchase) {
        return Optional.ofNullable(purchase.order().promoCode())
                .map(code -> new Claim(code, purchase.id(), purchase.pool()));
    }
}
