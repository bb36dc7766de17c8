package scrip.web.buy;

import java.util.Optional;

import org.jspecify.annotations.Nullable;
import scrip.application.purchase.Checkouts;
import scrip.application.purchase.PurchaseStore;
import scrip.domain.purchase.Purchase;
import scrip.web.place.Visit;
import scrip.web.settings.CreditsCards;

/** Tells buyers who come back from the payment page how it went: what the gateway says, not what the address says. */
public final class PaymentReturns {

    /** Also stands in addresses that buyers were given before these named their purchases. */
    private static final String CANCELLED = "cancelled";

    private final Checkouts checkouts;
    private final PurchaseStore purchases;

    public PaymentReturns(Checkouts checkouts, PurchaseStore purchases) {
        this.checkouts = checkouts;
        this.purchases = purchases;
    }

    /**
     * @param checkout
     *            the gateway's id of the checkout as the address has it, or null
     * @param payment
     *            the id of a purchase on whose payment page the buyer turned back, or that needed none; or null
     * @return what to tell the buyer; nothing if he comes from nowhere
     */
    public Optional<PaymentReturn> of(Visit visit, @Nullable String checkout, @Nullable String payment) {
        if (checkout != null) {
            return checkouts.returned(visit.pool(), checkout).map(purchase -> tell(visit, checkout, purchase));
        }
        if (CANCELLED.equals(payment)) {
            return Optional.of(new PaymentReturn(CANCELLED, "", null, visit.place().settings()));
        }
        return payment == null ? Optional.empty()
                : free(visit, payment).or(() -> checkouts.turnedBack(visit.pool(), payment)
                        .map(back -> tell(visit, back)));
    }

    /** The query of the settings page to which a buyer is led who turns back on the payment page. */
    public static String turnedBack(String purchase) {
        return "?payment=" + purchase;
    }

    private static PaymentReturn tell(Visit visit, Checkouts.TurnedBack back) {
        Purchase purchase = back.purchase();
        Purchase.Checkout page = purchase.checkout();
        boolean goesOn = back.completed() || purchase.payment() != null;
        return goesOn && page != null ? tell(visit, page.session(), purchase)
                : new PaymentReturn(CANCELLED, "", null, visit.place().settings() + turnedBack(purchase.id()));
    }

    private Optional<PaymentReturn> free(Visit visit, String id) {
        return purchases.byId(id).filter(purchase -> purchase.pool().equals(visit.pool()))
                .filter(purchase -> purchase.payment() != null && purchase.checkout() == null)
                .map(purchase -> new PaymentReturn("received", CreditsCards.text(purchase.order().credits()), null,
                        visit.place().settings() + "?payment=" + id));
    }

    /** How it stands here by now, without asking the gateway again: a page that waits asks often. */
    Optional<PaymentReturn> known(Visit visit, String checkout) {
        return purchases.bySession(checkout).filter(purchase -> purchase.pool().equals(visit.pool()))
                .map(purchase -> tell(visit, checkout, purchase));
    }

    private static PaymentReturn tell(Visit visit, String checkout, Purchase purchase) {
        String credits = CreditsCards.text(purchase.order().credits());
        String self = "?checkout=" + checkout;
        String reload = visit.place().settings() + self;
        return switch (purchase.status()) {
            case PENDING ->
                    new PaymentReturn("confirming", credits, visit.place().settings() + "/payment" + self, reload);
            case EXPIRED, FAILED -> new PaymentReturn("failed", credits, null, reload);
            case PAID, REFUNDED, PARTIALLY_REFUNDED, DISPUTED -> new PaymentReturn("received", credits, null, reload);
        };
    }
}
