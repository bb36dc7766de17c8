package scrip.application.metering;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import org.jspecify.annotations.Nullable;
import scrip.application.pool.Answer;
import scrip.domain.credit.Credits;

/**
 * What an AI service asks for. Every answer comes once it is durable; exceptionally a
 * {@link scrip.application.pool.UnavailableException} if nothing was taken.
 */
public interface Metering {

    /** Rule 13. */
    CompletableFuture<Answer> hold(Caller caller, HoldRequest request);

    /** Rules 14 to 16. */
    CompletableFuture<Answer> settle(Caller caller, long hold, Used used);

    CompletableFuture<Answer> release(Caller caller, long hold);

    /** @param timeToLive from now, a second to 24 hours */
    CompletableFuture<Answer> extend(Caller caller, long hold, Duration timeToLive);

    /** Rule 18. */
    CompletableFuture<Answer> charge(Caller caller, ChargeRequest request);

    /**
     * Rule 19.
     *
     * @param credits
     *            above zero, or null for all that is left
     */
    CompletableFuture<Answer> makeGood(Caller caller, long charge, @Nullable Credits credits, String reason);
}
