package scrip.web.api.metering;

import java.net.URI;
import java.util.function.Function;

import scrip.application.metering.AnswerWriter;
import scrip.application.metering.Rejection;
import scrip.application.pool.Answer;
import scrip.domain.pool.CreditPool;
import scrip.domain.pool.Hold;
import scrip.domain.pool.PoolId;
import scrip.domain.pool.Reply;
import scrip.web.api.json.Json;
import scrip.web.api.problem.Problem;
import scrip.web.api.problem.ProblemCode;

/**
 * Puts what a pool decided into the contract's words.
 *
 * @param chargedAs
 *            the status of a charge: 200 for a settlement, 201 for a charge of its own
 * @param balance
 *            how the balance is shown beside the hold or charge
 * @param buyUrl
 *            where to get more credits
 */
record MeteringAnswers(int chargedAs, Function<CreditPool, Object> balance, URI buyUrl) implements AnswerWriter {

    /** Every request brings it along, though hardly any gets it. */
    private static final Answer KEY_REUSED = rejected(new Rejection.KeyReused()).asAnswer();

    @Override
    public Answer write(Reply reply, CreditPool after) {
        return switch (reply) {
            case Reply.Held held -> hold(201, held.hold(), after);
            case Reply.Released released -> hold(200, released.hold(), after);
            case Reply.Extended extended -> hold(200, extended.hold(), after);
            case Reply.Charged charged -> answer(chargedAs,
                    ChargeJson.of(after.id(), charged.charge(), balance.apply(after)));
            case Reply.MadeGood madeGood -> answer(200, RefundJson.of(madeGood, balance.apply(after)));
            case Reply.Refusal refusal -> refused(refusal, after.id()).asAnswer();
            default -> throw new IllegalStateException("no service asks for this: " + reply);
        };
    }

    private Answer hold(int status, Hold hold, CreditPool after) {
        return answer(status, HoldJson.of(after.id(), hold, balance.apply(after)));
    }

    private static Answer answer(int status, Object body) {
        return new Answer(status, Json.write(body));
    }

    private Problem refused(Reply.Refusal refusal, PoolId pool) {
        return switch (refusal) {
            case Reply.Insufficient i -> Problem.of(ProblemCode.INSUFFICIENT_CREDITS,
                    "This needs " + i.required() + " credits, and " + i.available() + " are available.")
                    .with("required", i.required().toDecimal()).with("available", i.available().toDecimal())
                    .with("renewsAt", i.renewsAt()).with("buyUrl", buyUrl);
            case Reply.LimitReached l -> Problem.of(ProblemCode.BUILDER_LIMIT_REACHED,
                    "The builder's limit for this period is " + l.limit() + " credits; " + l.used() + " are used and "
                            + l.held() + " on hold.")
                    .with("limit", l.limit().toDecimal()).with("used", l.used().toDecimal())
                    .with("held", l.held().toDecimal());
            case Reply.HoldClosed closed -> Problem.of(ProblemCode.HOLD_CLOSED,
                    "The hold is " + HoldJson.status(closed.hold()) + ".")
                    .with("state", HoldJson.status(closed.hold()))
                    .with("hold", HoldJson.of(pool, closed.hold(), null));
            case Reply.NoSuchHold _ -> Problem.of(ProblemCode.NOT_FOUND, "There is no hold with this id.");
            case Reply.NoSuchCharge _ -> Problem.of(ProblemCode.NOT_FOUND, "There is no charge with this id.");
            case Reply.ChargeAlreadyRefunded _ -> Problem.of(ProblemCode.CHARGE_ALREADY_REFUNDED,
                    "All of this charge has been given back.");
            case Reply.AlreadyOver _ -> throw new IllegalStateException("no service asks for this: " + refusal);
            case Reply.MoreThanCharged more -> Problem.invalid("credits",
                    "must be at most " + more.left() + ", which is what is left of the charge");
        };
    }

    @Override
    public Answer write(Rejection rejection) {
        return rejection instanceof Rejection.KeyReused ? KEY_REUSED : rejected(rejection).asAnswer();
    }

    private static Problem rejected(Rejection rejection) {
        return switch (rejection) {
            case Rejection.UnknownOperation unknown -> Problem.of(ProblemCode.UNKNOWN_OPERATION,
                    "There is no such operation; GET /api/v1/operations lists them.")
                    .with("operation", unknown.operation());
            case Rejection.UnknownModel unknown -> Problem.of(ProblemCode.UNKNOWN_MODEL,
                    "There is no such model; GET /api/v1/operations lists them.").with("model", unknown.model());
            case Rejection.NothingUsed _ -> Problem.invalid("usage", "comes to nothing, and a charge is above zero");
            case Rejection.TooMuch _ -> Problem.invalid("usage", "comes to more credits than a charge can have");
            case Rejection.EndUser _ -> Problem.of(ProblemCode.FORBIDDEN, "An end user cannot spend credits.");
            case Rejection.KeyReused _ -> Problem.of(ProblemCode.IDEMPOTENCY_KEY_REUSED,
                    "Use a new key for another request.");
        };
    }
}
