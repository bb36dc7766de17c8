package scrip.web.metrics;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import org.jspecify.annotations.Nullable;
import scrip.application.pool.Answer;
import scrip.application.pool.UnavailableException;

/** Timers of one kind of request, one for each outcome; made once, because looking a meter up costs more than using it. */
final class RequestTimers {

    private static final int PAYMENT_REQUIRED = 402;

    private final Map<Outcome, Timer> timers = new EnumMap<>(Outcome.class);

    /** How requests end. */
    private enum Outcome {
        DONE,
        /** The same request had been answered before. */
        REPLAYED,
        /** For want of credits, or because a limit is reached. */
        INSUFFICIENT,
        /** For any other reason that the caller is told. */
        REFUSED,
        /** Nothing was taken because the store or the desk could not serve. */
        UNAVAILABLE,
        /** By a bug. */
        FAILED;

        static Outcome of(@Nullable Answer answer, @Nullable Throwable failure) {
            if (answer == null) {
                Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
                return cause instanceof UnavailableException ? UNAVAILABLE : FAILED;
            }
            if (answer.replayed()) {
                return REPLAYED;
            }
            if (answer.status() == PAYMENT_REQUIRED) {
                return INSUFFICIENT;
            }
            return answer.status() < 400 ? DONE : REFUSED;
        }
    }

    RequestTimers(MeterRegistry registry, String kind) {
        for (Outcome outcome : Outcome.values()) {
            timers.put(outcome, Timer.builder("scrip.requests").tag("kind", kind)
                    .tag("outcome", outcome.name().toLowerCase(Locale.ROOT)).publishPercentileHistogram()
                    .maximumExpectedValue(Duration.ofSeconds(10))
                    .description("Requests to the desk, from asking to the durable answer").register(registry));
        }
    }

    void record(long begunAt, @Nullable Answer answer, @Nullable Throwable failure) {
        Timer timer = timers.get(Outcome.of(answer, failure));
        if (timer != null) {
            timer.record(System.nanoTime() - begunAt, TimeUnit.NANOSECONDS);
        }
    }
}
