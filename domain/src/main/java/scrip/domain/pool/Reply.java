package scrip.domain.pool;

import java.time.Instant;

import scrip.domain.credit.Credits;

/** What a pool answers to a {@link Command}; a {@link Refusal} has moved nothing. */
public sealed interface Reply {

    /** An answer that took nothing and changed nothing. */
    sealed interface Refusal extends Reply {}

    record Held(Hold hold) implements Reply {}

    record Charged(Charge charge) implements Reply {}

    record Released(Hold hold) implements Reply {}

    record Extended(Hold hold) implements Reply {}

    /**
     * @param refunded
     *            all that was given back or forgiven
     * @param returned
     *            what went back where it came from
     * @param asPromotional
     *            what came back as promotional credits because its source has ended
     * @param forgiven
     *            debt that is no more
     */
    record MadeGood(Charge charge, Credits refunded, Slices returned, Credits asPromotional, Credits forgiven)
            implements Reply {}

    record Granted(Grant grant) implements Reply {}

    record LicenseSet() implements Reply {}

    record LimitsSet() implements Reply {}

    record PurchaseCredited(Instant paidAt) implements Reply {}

    /** @param taken what this took */
    record TakenBack(Taken taken) implements Reply {}

    /** @param taken what is still taken back */
    record PutBack(Taken taken) implements Reply {}

    record Noted() implements Reply {}

    record Touched() implements Reply {}

    /**
     * @param required
     *            what was asked for
     * @param available
     *            what there was
     * @param renewsAt
     *            when monthly credits come next
     */
    record Insufficient(Credits required, Credits available, Instant renewsAt) implements Refusal {}

    /**
     * The builder's limit does not leave what was asked for (rule 24).
     *
     * @param limit
     *            what he may use in the period
     * @param used
     *            what he used in it
     * @param held
     *            what his open holds have set aside
     */
    record LimitReached(Credits limit, Credits used, Credits held) implements Refusal {}

    /** @param hold in its final state */
    record HoldClosed(Hold hold) implements Refusal {}

    record NoSuchHold() implements Refusal {}

    record NoSuchCharge() implements Refusal {}

    record ChargeAlreadyRefunded(Charge charge) implements Refusal {}

    /** A gift that would have ended by now. */
    record AlreadyOver() implements Refusal {}

    /** @param left what can still be given back */
    record MoreThanCharged(Credits left) implements Refusal {}
}
