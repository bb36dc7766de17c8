package scrip.application.pool;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import scrip.domain.pool.PoolId;
import scrip.domain.pool.Terms;

/** Writes batches, each try from the start: after a lost connection the keys tell what the lost commit had done. */
final class Writing {

    private static final Logger LOG = LoggerFactory.getLogger(Writing.class);

    private final PoolStore store;
    private final InstantSource clock;
    private final Terms terms;
    private final int attempts;

    Writing(PoolStore store, InstantSource clock, Terms terms, int attempts) {
        this.store = store;
        this.clock = clock;
        this.terms = terms;
        this.attempts = attempts;
    }

    /**
     * Writes and answers the batches; whatever happens, every caller gets an answer or the failure.
     *
     * @param written
     *            run once all is durable and before anybody is answered: the next turn of the pools may begin meanwhile
     */
    void write(List<Batch> batches, Runnable written) {
        try {
            transact(batches);
            written.run();
            batches.forEach(Batch::answer);
        } catch (UnavailableException | ConflictException e) {
            RuntimeException told = e instanceof ConflictException
                    ? new UnavailableException("the store is too busy", e)
                    : e;
            batches.forEach(batch -> batch.fail(told));
            LOG.warn("Requests were refused: {}", told.getMessage(), e);
        } catch (RuntimeException e) {
            writeApart(batches, e);
        }
    }

    /** One pool that cannot be decided or written must not harm the others that shared its transaction. */
    private void writeApart(List<Batch> batches, RuntimeException failure) {
        if (batches.size() > 1) {
            batches.forEach(batch -> write(List.of(batch), () -> {}));
        } else {
            LOG.error("Requests for pool {} failed", batches.getFirst().pool().value(), failure);
            batches.getFirst().fail(failure);
        }
    }

    private void transact(List<Batch> batches) {
        Map<PoolId, Batch> byPool = batches.stream().collect(Collectors.toMap(Batch::pool, Function.identity()));
        Map<PoolId, PoolStore.Wanted> wanted = batches.stream()
                .collect(Collectors.toMap(Batch::pool, Batch::wanted));
        for (int attempt = 1;; attempt++) {
            try {
                store.transact(wanted, clock, locked -> batchOf(byPool, locked).decide(locked, terms));
                return;
            } catch (ConflictException e) {
                if (attempt >= attempts) {
                    throw e;
                }
                LOG.debug("Trying a batch again, attempt {}: {}", attempt, e.getMessage());
            }
        }
    }

    private static Batch batchOf(Map<PoolId, Batch> byPool, PoolStore.Locked locked) {
        Batch batch = byPool.get(locked.pool().id());
        if (batch == null) {
            throw new IllegalStateException("the store gave a pool that nobody asked for: " + locked.pool().id());
        }
        return batch;
    }
}
