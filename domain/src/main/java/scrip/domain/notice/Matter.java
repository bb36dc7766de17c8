package scrip.domain.notice;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import scrip.domain.credit.Credits;

/** What a notice is about, with the figures as they stood when it was given. */
public sealed interface Matter {

    /** @return the name used in the database and in webhooks, such as {@code credits.low}; it never changes */
    default String key() {
        return switch (this) {
            case Low _ -> "credits.low";
            case Exhausted _ -> "credits.exhausted";
            case AddOnEnding _ -> "add_on.ending";
            case PlanChanged _ -> "plan.changed";
            case PaymentFailed _ -> "payment.failed";
        };
    }

    /**
     * So much of the period's grant is left, or less.
     *
     * @param percent
     *            the share that was reached, in percent of the grant
     * @param left
     *            what is left of the grant; credits on hold still count as left
     * @param available
     *            all that can be spent, of every kind
     */
    record Low(int percent, Credits left, Credits granted, Credits available, Instant renewsAt) implements Matter {}

    /**
     * Nothing of the period's grant is left.
     *
     * @param available
     *            promotional and add-on credits that can still be spent
     */
    record Exhausted(Credits granted, Credits available, Instant renewsAt) implements Matter {}

    /**
     * The add-on pool ends soon.
     *
     * @param days
     *            so many days before its end, or fewer
     * @param credits
     *            what is left in it; credits on hold still count as left
     */
    record AddOnEnding(int days, Credits credits, Instant endsAt) implements Matter {}

    /**
     * Another plan is in force, or the same one with other seats, credits or billing.
     *
     * @param plan
     *            its name, null for the free plan
     * @param builders
     *            seats, 0 on the free plan
     * @param monthly
     *            credits that it grants a month
     */
    record PlanChanged(@Nullable String plan, int builders, Credits monthly) implements Matter {}

    /**
     * A payment did not go through, and nothing was charged.
     *
     * @param purchase
     *            id of the purchase, null if none was made of it
     * @param credits
     *            what was to be bought
     */
    record PaymentFailed(@Nullable String purchase, Credits credits) implements Matter {}
}
