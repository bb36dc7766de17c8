package scrip.application.purchase;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

import scrip.application.payment.CheckoutLookup;
import scrip.application.payment.PaymentGateway;
import scrip.domain.pool.PoolId;
import scrip.domain.purchase.Purchase;

/** Asks the gateway how checkouts stand, for a buyer who comes back and for news that never came (rules 25 and 26). */
public final class Checkouts {

    private static final int SWEEP = 100;
    private static final Duration TIME_FOR_THE_WEBHOOK = Duration.ofMinutes(5);

    private final PaymentGateway gateway;
    private final Fulfilment fulfilment;
    private final PurchaseStore purchases;
    private final InstantSource clock;

    public Checkouts(PaymentGateway gateway, Fulfilment fulfilment, PurchaseStore purchases, InstantSource clock) {
        this.gateway = gateway;
        this.fulfilment = fulfilment;
        this.purchases = purchases;
        this.clock = clock;
    }

    /**
     * The buyer is back from the payment page.
     *
     * @param session
     *            the gateway's id of the checkout, as the address names it: nothing in it is believed
     * @return the purchase as it stands now; nothing if the pool has none with this checkout
     */
    public Optional<Purchase> returned(PoolId pool, String session) {
        Optional<Purchase> known = purchases.bySession(session).filter(purchase -> purchase.pool().equals(pool));
        if (known.isPresent() && known.get().status() == Purchase.Status.PENDING) {
            ask(session);
            return purchases.bySession(session);
        }
        return known;
    }

    /**
     * @param checked
     *            open purchases that the gateway was asked about
     * @param fulfilled
     *            those that were paid without our having heard
     */
    public record Sweep(int checked, int fulfilled) {}

    /** Asks about every purchase that is still open although its webhook should have come. */
    public Sweep sweep() {
        Instant before = clock.instant().minus(TIME_FOR_THE_WEBHOOK);
        List<Purchase> open = purchases.pending(before, SWEEP);
        int fulfilled = 0;
        for (Purchase purchase : open) {
            follow(purchase);
            boolean paid = purchases.byId(purchase.id()).filter(p -> p.status() == Purchase.Status.PAID).isPresent();
            fulfilled += paid ? 1 : 0;
        }
        return new Sweep(open.size(), fulfilled);
    }

    /** A purchase that never got a checkout cannot be paid any more once that would have closed. */
    private void follow(Purchase purchase) {
        if (purchase.checkout() != null) {
            ask(purchase.checkout().session());
        } else if (purchase.checkoutEndsAt().plus(TIME_FOR_THE_WEBHOOK).isBefore(clock.instant())) {
            fulfilment.giveUp(purchase);
        }
    }

    private void ask(String session) {
        if (gateway.find(session) instanceof CheckoutLookup.Found found) {
            fulfilment.apply(found.state(), clock.instant());
        }
    }
}
