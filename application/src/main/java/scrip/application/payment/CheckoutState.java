package scrip.application.payment;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import scrip.domain.pricing.Money;

/**
 * How a checkout stands at the gateway.
 *
 * @param session
 *            the checkout's id
 * @param purchase
 *            the purchase that it was opened for, null if it is not one of ours
 * @param status
 *            whether it can still be paid
 * @param payment
 *            whether it has been paid: only {@link PaymentStatus#settled()} earns credits (rule 25)
 * @param amounts
 *            what was asked, null if the gateway did not say
 * @param receipt
 *            what is known of the payment itself
 */
public record CheckoutState(String session, @Nullable String purchase, Status status, PaymentStatus payment,
        @Nullable Amounts amounts, Receipt receipt) {

    /** Whether the credits are to be added: it is complete, and paid or nothing was due. */
    public boolean isPaid() {
        return status == Status.COMPLETE && payment.settled();
    }

    /** The same state with more known of its payment. */
    public CheckoutState with(Receipt known) {
        return new CheckoutState(session, purchase, status, payment, amounts, known);
    }

    /** Where the checkout is in its life. */
    public enum Status {
        OPEN, COMPLETE, EXPIRED
    }

    /** Whether the money has come. */
    public enum PaymentStatus {
        PAID, UNPAID, NO_PAYMENT_REQUIRED;

        /** Whether nothing is owed any more. */
        public boolean settled() {
            return this != UNPAID;
        }
    }

    /**
     * The sums of a checkout.
     *
     * @param total
     *            what the buyer pays, after discount and with tax
     * @param tax
     *            the part of it that is tax which the gateway added
     */
    public record Amounts(Money total, Money tax) {

        /** What the credits themselves cost: the amount to compare with the purchase. */
        public Money due() {
            return total.minus(tax);
        }
    }

    /**
     * The payment's traces at the gateway.
     *
     * @param paymentIntent
     *            the payment, by which refunds and disputes find the purchase; null before it exists or without one
     * @param charge
     *            the charge that succeeded, null if not known
     * @param paidAt
     *            when that charge was made: the time of payment of rule 10; null if not known, then it is the event's
     * @param url
     *            the gateway's receipt for the buyer, null if not known
     * @param customer
     *            the gateway's customer, null if there is none
     */
    public record Receipt(@Nullable String paymentIntent, @Nullable String charge, @Nullable Instant paidAt,
            @Nullable String url, @Nullable String customer) {}
}
