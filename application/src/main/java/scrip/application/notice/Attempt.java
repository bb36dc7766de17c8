package scrip.application.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * A try to deliver a notice, and what came of it.
 *
 * @param at
 *            when it began
 * @param took
 *            until the other side had answered, or had not for too long
 * @param outcome
 *            what it said, such as an HTTP status, or why it could not be reached; cut to {@value #LONGEST} characters
 */
public record Attempt(Instant at, Duration took, Result result, String outcome) {

    public static final int LONGEST = 500;

    /** How a try ended. */
    public enum Result {
        /** The notice has arrived. */
        ARRIVED,
        /** It may arrive another time. */
        FAILED,
        /** It never will. */
        REFUSED;

        /** @return the name used in the database and on pages, such as {@code arrived} */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Result ofKey(String key) {
            return valueOf(key.toUpperCase(Locale.ROOT));
        }
    }

    public Attempt {
        outcome = outcome.substring(0, Math.min(LONGEST, outcome.length()));
    }

    static Attempt of(Instant at, Duration took, Courier.Sent sent) {
        return switch (sent) {
            case Courier.Sent.Arrived(String answer) -> new Attempt(at, took, Result.ARRIVED, answer);
            case Courier.Sent.Failed(String why) -> new Attempt(at, took, Result.FAILED, why);
            case Courier.Sent.Refused(String why) -> new Attempt(at, took, Result.REFUSED, why);
        };
    }
}
