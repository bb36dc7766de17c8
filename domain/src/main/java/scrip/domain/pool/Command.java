package scrip.domain.pool;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;
import scrip.domain.credit.Credits;
import scrip.domain.ledger.TransferType;
import scrip.domain.license.License;
import scrip.domain.pricing.Receipt;

/** What can be asked of a pool; each is answered by the {@link Reply} named with it. */
public sealed interface Command {

    /**
     * Sets credits aside or is refused whole (rule 13): {@link Reply.Held}, {@link Reply.Insufficient},
     * {@link Reply.LimitReached}.
     *
     * @param credits
     *            above zero, ignored on an own key
     * @param ceiling
     *            not below the credits, or null
     * @param timeToLive
     *            above zero, at most 24 hours
     */
    record PlaceHold(Work work, Credits credits, @Nullable Credits ceiling, Duration timeToLive) implements Command {}

    /**
     * Spends from a hold what was used and returns the rest (rules 14 to 16): {@link Reply.Charged},
     * {@link Reply.HoldClosed}, {@link Reply.NoSuchHold}.
     *
     * @param used
     *            0 or more
     */
    record Settle(long hold, Credits used, Receipt receipt) implements Command {}

    /** Returns all that a hold has set aside: {@link Reply.Released}, or as for settling. */
    record Release(long hold) implements Command {}

    /**
     * Lets a hold live that long from now, never shorter than before: {@link Reply.Extended}, or as for settling.
     *
     * @param timeToLive
     *            above zero, at most 24 hours
     */
    record Extend(long hold, Duration timeToLive) implements Command {}

    /**
     * A hold and its settlement in one step (rule 18): {@link Reply.Charged}, {@link Reply.Insufficient},
     * {@link Reply.LimitReached}.
     *
     * @param credits
     *            above zero, ignored on an own key
     * @param shortfallIsDebt
     *            whether what the pool lacks becomes debt instead of a refusal
     */
    record MakeCharge(Work work, Credits credits, Receipt receipt, boolean shortfallIsDebt) implements Command {}

    /**
     * Gives back a charge or a part of it (rule 19): {@link Reply.MadeGood}, {@link Reply.NoSuchCharge},
     * {@link Reply.ChargeAlreadyRefunded}, {@link Reply.MoreThanCharged}.
     *
     * @param credits
     *            above zero, or null for all that is left
     */
    record MakeGood(long charge, @Nullable Credits credits, String reason) implements Command {}

    /**
     * Gives promotional credits (rule 11): {@link Reply.Granted}, {@link Reply.AlreadyOver}.
     *
     * @param credits
     *            above zero
     * @param expiresAt
     *            its own end, exclusive
     */
    record GrantCredits(Credits credits, Instant expiresAt, String reason) implements Command {}

    /** Puts a license in force, at once or when its start comes (rules 5 and 6): {@link Reply.LicenseSet}. */
    record EnterLicense(License license) implements Command {}

    /** Ends the license in force and forgets an upcoming one (rule 6): {@link Reply.LicenseSet}. */
    record EndLicense() implements Command {}

    /** Says how much each builder may use in a period, from now on (rule 24): {@link Reply.LimitsSet}. */
    record SetLimits(Limits limits) implements Command {}

    /**
     * Adds the credits of a paid purchase (rules 9 and 10): {@link Reply.PurchaseCredited}. Whoever asks sees to it
     * that a purchase is asked for once.
     *
     * @param credits
     *            above zero
     * @param bonus
     *            promotional credits that come with it, often zero
     * @param paidAt
     *            when it was paid at the gateway; later than now counts as now
     */
    record CreditPurchase(String purchase, Credits credits, Credits bonus, Instant paidAt) implements Command {}

    /**
     * Takes back credits whose money went back: first from that purchase, then from the rest of the add-on pool, then as
     * debt (rules 28 and 29): {@link Reply.TakenBack}.
     *
     * @param type
     *            {@code REFUND} or {@code DISPUTE}
     * @param credits
     *            add-on credits, 0 or more
     * @param bonus
     *            promotional credits that came with the purchase, 0 or more
     * @param stands
     *            whether the purchase still holds up the end of the add-on pool
     */
    record TakeBack(String purchase, TransferType type, Credits credits, Credits bonus,
            boolean stands) implements Command {}

    /**
     * Puts back what was taken back, because its money came here again: debt that still is goes first, the rest returns
     * where it came from (rule 29): {@link Reply.PutBack}.
     *
     * @param credits
     *            how many of the add-on credits taken
     * @param bonus
     *            how many of the promotional credits taken
     * @param taken
     *            what was taken back so far
     * @param stands
     *            whether the purchase holds up the end of the add-on pool again
     */
    record PutBack(String purchase, Credits credits, Credits bonus, Taken taken, boolean stands) implements Command {}

    /**
     * Tells people that a payment did not go through (rule 31): {@link Reply.Noted}. Whoever asks sees to it that a
     * payment is told of once.
     *
     * @param purchase
     *            id of the purchase, or null if none was made of it
     * @param credits
     *            what was to be bought
     */
    record TellPaymentFailed(@Nullable String purchase, Credits credits) implements Command {}

    /** Only brings the pool forward to now (rule 4): {@link Reply.Touched}. */
    record Touch() implements Command {}
}
