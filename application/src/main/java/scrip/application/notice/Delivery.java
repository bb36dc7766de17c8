package scrip.application.notice;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import scrip.domain.pool.PoolId;

/** A notice on its way to one address, or arrived there, or given up. */
public record Delivery(Posted posted, Target target, Progress progress) {

    /**
     * Where a notice goes.
     *
     * @param address
     *            an e-mail address or the address of a webhook, at most 500 characters
     */
    public record Target(Channel channel, String address) {}

    /** What names a delivery. */
    public record Key(PoolId pool, long notice, Target target) {}

    /** How far a delivery has come. */
    public enum Status {
        WAITING, DELIVERED, FAILED
    }

    /**
     * How it went.
     *
     * @param madeAt
     *            when it was made
     * @param since
     *            when its tries began, at first or by a resend
     * @param attempts
     *            tries since then, one that is running included
     * @param nextAt
     *            when it is tried next, null once it has arrived or is given up
     * @param triedAt
     *            when it was last tried, null before
     * @param outcome
     *            what came of that, such as an HTTP status, or empty
     */
    public record Progress(Status status, Instant madeAt, Instant since, int attempts, @Nullable Instant nextAt,
            @Nullable Instant triedAt, String outcome) {}

    public Key key() {
        return new Key(posted.pool(), posted.notice().number(), target);
    }
}
