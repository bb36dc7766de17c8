package scrip.application.pool;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import scrip.domain.pool.PoolId;
import scrip.domain.pool.Terms;

/**
 * Where requests that move credits wait for their pool. A few writers gather what waits, decide it in one transaction
 * after another and answer each caller once its commit is durable: while one batch commits, the next gathers. Pools
 * take turns, so a busy one does not starve the rest, and a request past the backlog is refused instead of waiting.
 */
public final class Desk implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Desk.class);

    private final Limits limits;
    private final Writing writing;
    private final ConcurrentHashMap<PoolId, Lane> lanes = new ConcurrentHashMap<>();
    private final LinkedBlockingQueue<Lane> ready = new LinkedBlockingQueue<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final List<Thread> writers = new ArrayList<>();

    /**
     * @param writers
     *            threads, each with a connection of its own; 1 or more
     * @param backlog
     *            most requests that wait before others are refused
     * @param batch
     *            most requests in a transaction: what a pool has beyond it waits behind the others
     * @param pools
     *            most pools in a transaction
     * @param attempts
     *            how often a batch is tried that lost against another transaction
     */
    public record Limits(int writers, int backlog, int batch, int pools, int attempts) {

        public static final Limits DEFAULT = new Limits(2, 20_000, 1_024, 256, 8);

        /**
         * @throws IllegalArgumentException
         *             if one of them is below 1: nothing would ever be answered
         */
        public Limits {
            if (writers < 1 || backlog < 1 || batch < 1 || pools < 1 || attempts < 1) {
                throw new IllegalArgumentException("writers, backlog, batch, pools and attempts are each 1 or more");
            }
        }
    }

    public Desk(PoolStore store, InstantSource clock, Terms terms, Limits limits) {
        this.limits = limits;
        this.writing = new Writing(store, clock, terms, limits.attempts);
        for (int i = 1; i <= limits.writers; i++) {
            writers.add(Thread.ofPlatform().name("desk-" + i).start(this::write));
        }
    }

    /**
     * Waits for the answer.
     *
     * @throws UnavailableException
     *             if nothing was taken because the store or the desk cannot serve now
     */
    public Answer ask(Ask ask) {
        try {
            return submit(ask).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    /**
     * @return the answer once it is durable; exceptionally an {@link UnavailableException} if nothing was taken, or what
     *         the deed threw
     */
    public CompletableFuture<Answer> submit(Ask ask) {
        if (waiting.incrementAndGet() > limits.backlog || closed.get()) {
            waiting.decrementAndGet();
            return CompletableFuture.failedFuture(new UnavailableException("too many requests are waiting", null));
        }
        Waiting place = new Waiting(ask, new CompletableFuture<>());
        lanes.compute(ask.pool(), (pool, lane) -> {
            Lane open = lane == null ? new Lane(pool) : lane;
            open.queue.add(place);
            if (lane == null) {
                ready.add(open);
            }
            return open;
        });
        return place.answer;
    }

    /** @return requests that wait or are being written now */
    public int waiting() {
        return waiting.get();
    }

    /** Answers what was taken, refuses what comes, and ends the writers. */
    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        for (Thread writer : writers) {
            try {
                writer.join(Duration.ofSeconds(20));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** Requests that wait for one pool; it is in the map from its first request until a writer finds it empty. */
    private record Lane(PoolId pool, LinkedBlockingQueue<Waiting> queue) {

        Lane(PoolId pool) {
            this(pool, new LinkedBlockingQueue<>());
        }
    }

    record Waiting(Ask ask, CompletableFuture<Answer> answer) {}

    private void write() {
        while (!closed.get() || waiting.get() > 0) {
            try {
                Lane first = ready.poll(100, TimeUnit.MILLISECONDS);
                if (first != null) {
                    serve(first);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException | Error e) {
                // A writer must live on: its callers have been answered with the failure.
                LOG.error("A batch of requests failed", e);
            }
        }
    }

    private void serve(Lane first) {
        Taken taken = new Taken();
        for (Lane lane = first; lane != null; lane = taken.isFull() ? null : ready.poll()) {
            taken.add(lane);
        }
        try {
            writing.write(taken.batches, taken::release);
        } catch (Error e) {
            // Nobody may wait for ever: who has an answer already keeps it.
            taken.batches.forEach(batch -> batch.fail(new IllegalStateException("the batch failed", e)));
            throw e;
        } finally {
            taken.release();
            waiting.addAndGet(-taken.count);
        }
    }

    /** What one writer took to write together. Nobody else writes to these pools until it lets go of them. */
    private final class Taken {

        private final List<Lane> open = new ArrayList<>();
        private final List<Batch> batches = new ArrayList<>();
        private int count;

        void add(Lane lane) {
            List<Waiting> drained = new ArrayList<>();
            lane.queue.drainTo(drained, limits.batch - count);
            count += drained.size();
            open.add(lane);
            batches.add(new Batch(lane.pool, drained));
        }

        boolean isFull() {
            return batches.size() >= limits.pools || count >= limits.batch;
        }

        void release() {
            open.forEach(Desk.this::release);
            open.clear();
        }
    }

    /** Puts a lane back in line behind the others, or away if nobody waits in it. */
    private void release(Lane lane) {
        lanes.compute(lane.pool, (_, same) -> {
            if (lane.queue.isEmpty()) {
                return null;
            }
            ready.add(lane);
            return same;
        });
    }
}
