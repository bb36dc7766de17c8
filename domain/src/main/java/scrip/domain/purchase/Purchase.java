package scrip.domain.purchase;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import scrip.domain.ledger.TransferType;
import scrip.domain.pool.CreditPool;
import scrip.domain.pool.PoolId;
import scrip.domain.pool.Turn;

/**
 * One purchase of add-on credits, from the order to wherever its money ends: an immutable value whose changes are
 * idempotent and safe in any order of news (rule 25).
 *
 * @param id
 *            unguessable and unique over all pools
 * @param pool
 *            the pool that gets the credits
 * @param checkout
 *            the gateway's page for it, null until it is open
 * @param payment
 *            what the gateway said of the payment, null until it is paid
 * @param reversals
 *            what has become of its money and credits since
 */
public record Purchase(String id, PoolId pool, Order order, Status status, @Nullable Checkout checkout,
        @Nullable Payment payment, Reversals reversals) {

    /** How long the buyer has to pay: within what the gateway allows, and no longer than a promo code should wait. */
    public static final Duration CHECKOUT_LIFE = Duration.ofHours(1);

    /** The gateway opens no page that would close sooner. */
    public static final Duration SHORTEST_PAGE = Duration.ofMinutes(30);

    /** Where a purchase stands; the names are part of the HTTP contract. */
    public enum Status {
        PENDING, PAID, EXPIRED, FAILED, REFUNDED, PARTIALLY_REFUNDED, DISPUTED;

        /** @return the name used in the API and the database, such as {@code partially_refunded} */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Status ofKey(String key) {
            return valueOf(key.toUpperCase(Locale.ROOT));
        }
    }

    /**
     * @param session
     *            the gateway's id of the checkout
     * @param url
     *            where the buyer pays
     * @param expiresAt
     *            when it closes by itself
     */
    public record Checkout(String session, String url, Instant expiresAt) {}

    /**
     * @param paidAt
     *            when it was paid at the gateway (rule 10)
     * @param intent
     *            the gateway's id of the payment, null if nothing was due
     * @param receiptUrl
     *            the gateway's receipt, or null
     * @param tax
     *            minor units that the gateway took on top of the price; what moves there later is of both in proportion
     */
    public record Payment(Instant paidAt, @Nullable String intent, @Nullable String receiptUrl, long tax) {

        /** A payment without taxes. */
        public Payment(Instant paidAt, @Nullable String intent, @Nullable String receiptUrl) {
            this(paidAt, intent, receiptUrl, 0);
        }
    }

    public static Purchase ordered(String id, PoolId pool, Order order) {
        return new Purchase(id, pool, order, Status.PENDING, null, null, Reversals.NONE);
    }

    /**
     * @return this purchase with the gateway's page for it, which it may have left behind already; one that was given up
     *         before it had any can be paid again
     */
    public Purchase opened(Checkout page) {
        boolean again = checkout == null && payment == null;
        return new Purchase(id, pool, order, again ? Status.PENDING : status, page, payment, reversals);
    }

    /**
     * The gateway says that it is paid.
     *
     * @return the paid purchase, whose credits are now to be added; nothing if they have been (rule 25). Money that
     *         arrives for a purchase given up as expired or failed still buys its credits.
     */
    public Optional<Purchase> paid(Payment news) {
        return payment != null ? Optional.empty()
                : Optional.of(new Purchase(id, pool, order, Status.PAID, checkout, news, reversals));
    }

    /** @return this purchase given up unpaid, unless it is paid or given up already */
    public Optional<Purchase> endedUnpaid(Status as) {
        return status == Status.PENDING ? Optional.of(new Purchase(id, pool, order, as, checkout, null, reversals))
                : Optional.empty();
    }

    public Instant createdAt() {
        return order.createdAt();
    }

    /** @return when its checkout closes by itself, the same however often it is opened */
    public Instant checkoutEndsAt() {
        return order.createdAt().plus(CHECKOUT_LIFE);
    }

    /** @return whether the gateway still takes a new page for it, which would close at {@link #checkoutEndsAt()} */
    public boolean mayOpenPage(Instant now) {
        return !now.isAfter(checkoutEndsAt().minus(SHORTEST_PAGE));
    }

    /**
     * The gateway says how much of the money was paid back in all (rule 29).
     *
     * @param amount
     *            minor units, taxes included
     * @param asOf
     *            when that news was made: older news changes nothing
     * @param turn
     *            the pool's turn, in which the credits move with it
     */
    public Purchase refunded(long amount, Instant asOf, Turn turn) {
        return Reckoning.settle(with(reversals.withRefunded(withoutTax(amount), asOf)), TransferType.REFUND, turn);
    }

    /** A refund failed: the money stays here, and what it had taken is put back. */
    public Purchase refundFailed(String refund, Reversals.FailedRefund failure, Turn turn) {
        Reversals.FailedRefund price = new Reversals.FailedRefund(withoutTax(failure.amount()), failure.at());
        return Reckoning.settle(with(reversals.withFailed(refund, price)), TransferType.REFUND, turn);
    }

    /** A dispute was opened, won or lost; one that is not won takes its share of the credits (rule 29). */
    public Purchase disputed(String dispute, Reversals.Dispute how, Turn turn) {
        Reversals.Dispute price = new Reversals.Dispute(withoutTax(how.amount()), how.state(), how.at());
        return Reckoning.settle(with(reversals.withDispute(dispute, price)), TransferType.DISPUTE, turn);
    }

    /**
     * The operator pays back the unused part, whose credits are removed at once (rule 28). The money is still to be paid
     * back.
     *
     * @param what
     *            what {@link #refundable} says in the same turn
     */
    public Purchase refundedByOperator(Refundable what, RefundIntent intent, Turn turn) {
        OwnRefund refund = OwnRefund.asked(what, reversals.paidBackByOthers(), intent);
        return Reckoning.settle(with(reversals.withOwnRefund(intent.key(), refund)), TransferType.REFUND, turn);
    }

    /** The gateway has made the operator's refund, under an id of its own. */
    public Purchase operatorRefundMade(String key, String refund, Turn turn) {
        OwnRefund own = reversals.ownRefunds().get(key);
        return own == null ? this
                : Reckoning.settle(with(reversals.withOwnRefund(key, own.made(refund))), TransferType.REFUND, turn);
    }

    /** The gateway refused the operator's refund: its credits come back. */
    public Purchase operatorRefundRefused(String key, Turn turn) {
        return Reckoning.settle(with(reversals.withoutOwnRefund(key)), TransferType.REFUND, turn);
    }

    /** The gateway has not answered the operator's refund for so long that only the operator can find out. */
    public Purchase operatorRefundLeft(String key) {
        OwnRefund own = reversals.ownRefunds().get(key);
        return own == null || !own.isPending() ? this : with(reversals.withOwnRefund(key, own.left()));
    }

    /** @return the price's part of money that moved at the gateway, rounded down, but all of the price for all the money */
    private long withoutTax(long moved) {
        long price = order.total().minorUnits();
        return payment == null ? moved : Reckoning.scaled(moved, price, Math.addExact(price, payment.tax()));
    }

    /**
     * @param price
     *            minor units of what was paid for the credits
     * @return what that comes to at the gateway with its share of the taxes, rounded down
     */
    public long withTax(long price) {
        long whole = order.total().minorUnits();
        return payment == null ? price : Reckoning.scaled(price, Math.addExact(whole, payment.tax()), whole);
    }

    /** @return what the operator can pay back of it: the unused credits in whole, and their cost rounded down */
    public Optional<Refundable> refundable(CreditPool now) {
        return Reckoning.refundable(this, now);
    }

    /** @return why {@link #refundable} has nothing to say */
    public NotRefundable notRefundable() {
        if (payment == null) {
            return NotRefundable.UNPAID;
        }
        if (payment.intent() == null) {
            return NotRefundable.NOTHING_PAID;
        }
        return switch (status) {
            case REFUNDED -> NotRefundable.ALREADY_REFUNDED;
            case DISPUTED -> NotRefundable.DISPUTED;
            default -> NotRefundable.FULLY_USED;
        };
    }

    /**
     * @return since when the oldest of the operator's refunds waits for the gateway, or nothing if none does; those that
     *         are left to the operator wait no more
     */
    public Optional<Instant> refundPendingSince() {
        return reversals.ownRefunds().values().stream().filter(OwnRefund::isToBeAsked).map(OwnRefund::askedAt)
                .min(Comparator.naturalOrder());
    }

    /** @return this purchase, its status following from what became of its money */
    Purchase with(Reversals news) {
        return new Purchase(id, pool, order, payment == null ? status : Reckoning.status(order, news), checkout,
                payment, news);
    }
}
