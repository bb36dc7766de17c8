package scrip.web.metrics;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import scrip.application.pool.ConflictException;
import scrip.application.pool.PoolStore;
import scrip.domain.pool.Hold;
import scrip.domain.pool.PoolId;

/** Measures transactions: how long each took from asking for the locks to its commit, and how many requests it served. */
final class MeteredPoolStore implements PoolStore {

    private final PoolStore store;
    private final DistributionSummary requests;
    private final Timer committed;
    private final Timer conflict;
    private final Timer failed;

    MeteredPoolStore(PoolStore store, MeterRegistry registry) {
        this.store = store;
        this.requests = DistributionSummary.builder("scrip.desk.batch").publishPercentileHistogram()
                .description("Requests with a key in a transaction").maximumExpectedValue(1_024.0).register(registry);
        this.committed = timer(registry, "committed");
        this.conflict = timer(registry, "conflict");
        this.failed = timer(registry, "failed");
    }

    private static Timer timer(MeterRegistry registry, String outcome) {
        return Timer.builder("scrip.desk.transaction").tag("outcome", outcome).publishPercentileHistogram()
                .maximumExpectedValue(Duration.ofSeconds(10))
                .description("Transactions of pools, from asking for the locks to the commit").register(registry);
    }

    @Override
    public void transact(Map<PoolId, Wanted> wanted, InstantSource clock, Function<Locked, Changes> decide) {
        long begun = System.nanoTime();
        Timer outcome = failed;
        try {
            store.transact(wanted, clock, decide);
            outcome = committed;
            requests.record(wanted.values().stream().mapToInt(names -> names.keys().size()).sum());
        } catch (ConflictException e) {
            outcome = conflict;
            throw e;
        } finally {
            outcome.record(System.nanoTime() - begun, TimeUnit.NANOSECONDS);
        }
    }

    @Override
    public Optional<Unlocked> read(PoolId id, Instant now) {
        return store.read(id, now);
    }

    @Override
    public Optional<Hold> hold(PoolId id, long number) {
        return store.hold(id, number);
    }
}
