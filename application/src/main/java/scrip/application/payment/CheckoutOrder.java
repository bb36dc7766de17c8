package scrip.application.payment;

import java.net.URI;
import java.time.Instant;

import org.jspecify.annotations.Nullable;
import scrip.domain.pricing.Money;

/**
 * What is to be paid, by whom, and where the buyer goes afterwards.
 *
 * @param purchase
 *            the purchase's id, by which every piece of news finds it again
 * @param pool
 *            the pool that the credits are for
 * @param credits
 *            whole credits, a positive multiple of 100 (rule 8)
 * @param price
 *            what they cost
 * @param buyer
 *            who pays
 * @param returns
 *            where the payment page leads back to
 * @param expiresAt
 *            when the page closes: 30 minutes to 24 hours from now
 */
public record CheckoutOrder(String purchase, String pool, long credits, Price price, Buyer buyer, Returns returns,
        Instant expiresAt) {

    private static final long STEP = 100;

    /**
     * @throws IllegalArgumentException
     *             if the credits are no positive multiple of 100
     */
    public CheckoutOrder {
        if (credits <= 0 || credits % STEP != 0) {
            throw new IllegalArgumentException("Add-on credits come in hundreds: " + credits);
        }
    }

    /** The same order under a customer of the gateway. */
    public CheckoutOrder paidBy(String customer) {
        return new CheckoutOrder(purchase, pool, credits, price, new Buyer(buyer.email(), customer), returns,
                expiresAt);
    }

    /** How many hundreds of credits are bought: the quantity on the receipt. */
    public long hundreds() {
        return credits / STEP;
    }

    /**
     * The price before and after the discount, which the receipt shows.
     *
     * @param subtotal
     *            before the discount and taxes
     * @param discount
     *            what a promo code takes off, null without one
     */
    public record Price(Money subtotal, @Nullable Discount discount) {

        /**
         * What is due, before taxes that the gateway may add.
         *
         * @throws IllegalArgumentException
         *             if the discount is more than the price
         */
        public Money due() {
            return discount == null ? subtotal : subtotal.minus(discount.amount());
        }
    }

    /**
     * Money taken off once.
     *
     * @param label
     *            the words on the receipt, such as the promo code
     * @param amount
     *            above zero
     */
    public record Discount(String label, Money amount) {}

    /**
     * The person who pays.
     *
     * @param email
     *            fills the payment page's field, null leaves it open
     * @param customer
     *            the gateway's customer ({@link CustomerReply.Created}), null for none
     */
    public record Buyer(@Nullable String email, @Nullable String customer) {

        /** A buyer of whom the gateway learns only what he tells it. */
        public static final Buyer UNKNOWN = new Buyer(null, null);
    }

    /**
     * Where the payment page leads.
     *
     * @param success
     *            may hold {@link #SESSION}, which the gateway replaces by the checkout's id; text and not a URI for the
     *            sake of its braces
     * @param cancel
     *            when the buyer turns back
     */
    public record Returns(String success, URI cancel) {

        /** Stands in the success address for the checkout's id. */
        public static final String SESSION = "{CHECKOUT_SESSION_ID}";
    }
}
