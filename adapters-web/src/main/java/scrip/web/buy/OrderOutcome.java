package scrip.web.buy;

import org.jspecify.annotations.Nullable;
import scrip.application.pool.Answer;
import scrip.application.purchase.OrderWriter;
import scrip.application.purchase.Refusal;
import scrip.domain.purchase.Purchase;

/** Where an order leads: to the payment page, to the settings if nothing was due, or back to the form with the reason. */
final class OrderOutcome implements OrderWriter {

    static final int GO_AND_PAY = 303;
    private static final int REFUSED = 422;

    private final String settings;
    private volatile @Nullable Refusal refusal;

    /** @param settings where the buyer comes from */
    OrderOutcome(String settings) {
        this.settings = settings;
    }

    /** Paid already because nothing was due: there is no payment page, and the settings tell of the credits. */
    @Override
    public Answer write(Purchase purchase) {
        Purchase.Checkout page = purchase.checkout();
        return new Answer(GO_AND_PAY, page == null ? settings + "?payment=" + purchase.id() : page.url());
    }

    @Override
    public Answer write(Refusal why) {
        refusal = why;
        return new Answer(REFUSED, "");
    }

    /**
     * @param answer
     *            of the order
     * @return why it was refused; want of a license is all that is refused again from what was kept
     */
    @Nullable
    Refusal refusal(Answer answer) {
        return answer.replayed() ? new Refusal.FreePlan() : refusal;
    }
}
