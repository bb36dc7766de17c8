package scrip.benchmarks.design;

import scrip.domain.credit.Credits;
import scrip.domain.pool.PoolId;
import scrip.domain.pool.Work;

/** A way to meter: each call returns once it is durable. Called by many threads. */
public interface Design extends AutoCloseable {

    /** What a hold sets aside. */
    Credits HELD = Credits.of(2);

    /** What its operation really uses, so that something returns. */
    Credits USED = Credits.ofMicros(1_250_000);

    /** What credits are spent on. */
    Work WORK = new Work("query", "grace@nexuscorp.test", false, "run-4711");

    /** @return the hold's number */
    long hold(PoolId pool, String key);

    void settle(PoolId pool, long hold, String key);

    @Override
    void close();

    /** @return an answer as it is kept under its key, as long as those of the API in a batch */
    static String answer(PoolId pool, String kind, long number) {
        return "{\"id\":\"" + kind + "_" + Long.toString(pool.value(), 32) + "_" + Long.toString(number, 32)
                + "\",\"status\":\"held\",\"operation\":\"query\",\"builder\":\"grace@nexuscorp.test\",\"credits\":2,"
                + "\"ceiling\":null,\"taken\":{\"monthly\":2,\"promotional\":0,\"addOn\":0},\"ownKey\":false,"
                + "\"reference\":\"run-4711\",\"createdAt\":\"2026-01-31T09:00:00.123456Z\","
                + "\"expiresAt\":\"2026-01-31T09:15:00.123456Z\","
                + "\"balance\":{\"available\":999.5,\"held\":2,\"debt\":0}}";
    }
}
