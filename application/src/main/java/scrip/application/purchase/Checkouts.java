package scrip.application.purchase;

import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;

import scrip.application.payment.CheckoutLookup;
import scrip.application.payment.CheckoutState;
import scrip.application.payment.PaymentGateway;
import scrip.domain.pool.PoolId;
import scrip.domain.purchase.Purchase;

/** Asks the gateway how a checkout stands for a buyer who comes back from it (rule 25), and closes it for one who cancels. */
public final class Checkouts {

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
     * The buyer has turned back on the payment page. It is closed there, so that his promo code is free for another try
     * (rule 27); one that he has paid all the same counts.
     *
     * @param purchase
     *            its id, as the address names it: nothing in it is believed
     * @return how it ended; nothing if the pool has no purchase with this id that has a page
     */
    public Optional<TurnedBack> turnedBack(PoolId pool, String purchase) {
        Optional<Purchase> known = purchases.byId(purchase)
                .filter(one -> one.pool().equals(pool) && one.checkout() != null);
        if (known.isEmpty() || known.get().status() != Purchase.Status.PENDING) {
            return known.map(one -> new TurnedBack(one, false));
        }
        CheckoutLookup closed = gateway.expire(Objects.requireNonNull(known.get().checkout()).session());
        apply(closed);
        boolean completed = closed instanceof CheckoutLookup.Found(CheckoutState state)
                && state.status() == CheckoutState.Status.COMPLETE;
        return purchases.byId(purchase).map(now -> new TurnedBack(now, completed));
    }

    /**
     * A purchase on whose payment page the buyer turned back.
     *
     * @param completed
     *            whether he had completed it before, so that its money has come or is on its way
     */
    public record TurnedBack(Purchase purchase, boolean completed) {}

    private void ask(String session) {
        apply(gateway.find(session));
    }

    private void apply(CheckoutLookup answer) {
        if (answer instanceof CheckoutLookup.Found found) {
            fulfilment.apply(found.state(), clock.instant());
        }
    }
}
