package scrip.benchmarks.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.locks.LockSupport;

import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;
import scrip.benchmarks.design.Design;
import scrip.domain.pool.PoolId;

/** Callers that hold and settle in turns, each waiting for its answer before it asks again. */
public final class Load {

    private static final int DIGITS = 3;
    private static final double NANOS_PER_SECOND = 1e9;

    private final ThreadFactory threads;
    private final int callers;
    private final Duration warmUp;
    private final Duration time;
    private final long pauseNanos;

    /**
     * @param threads
     *            one for each caller
     * @param time
     *            how long it is measured, after the warm-up
     */
    public Load(ThreadFactory threads, int callers, Duration warmUp, Duration time) {
        this(threads, callers, warmUp, time, 0);
    }

    private Load(ThreadFactory threads, int callers, Duration warmUp, Duration time, long pauseNanos) {
        this.threads = threads;
        this.callers = callers;
        this.warmUp = warmUp;
        this.time = time;
        this.pauseNanos = pauseNanos;
    }

    /** @return this load with callers who wait in between, so that all together ask so often a second */
    public Load atMost(double perSecond) {
        return new Load(threads, callers, warmUp, time, (long) (2 * NANOS_PER_SECOND * callers / perSecond));
    }

    /** Puts the load on and waits for its end. */
    public Sample on(Design design, Pools pools) {
        Run run = new Run(design, pools);
        List<Thread> running = new ArrayList<>();
        for (int caller = 0; caller < callers; caller++) {
            Thread thread = threads.newThread(run::call);
            thread.start();
            running.add(thread);
        }
        return run.measure(running);
    }

    private final class Run {

        private final Design design;
        private final Pools pools;
        private final Histogram latencies = new ConcurrentHistogram(DIGITS);
        private volatile @Nullable Throwable failure;
        private volatile boolean measuring;
        private volatile boolean over;

        Run(Design design, Pools pools) {
            this.design = design;
            this.pools = pools;
        }

        void call() {
            SplittableRandom random = new SplittableRandom();
            String caller = UUID.randomUUID() + "-";
            try {
                for (long i = 0; !over; i++) {
                    PoolId pool = pools.draw(random);
                    long begun = System.nanoTime();
                    long hold = design.hold(pool, caller + i);
                    long held = System.nanoTime();
                    record(begun, held);
                    design.settle(pool, hold, caller + i + "-s");
                    record(held, System.nanoTime());
                    waitUntil(begun + pauseNanos);
                }
            } catch (RuntimeException | Error e) {
                failure = e;
                over = true;
            }
        }

        private void waitUntil(long due) {
            for (long left = due - System.nanoTime(); left > 0 && !over; left = due - System.nanoTime()) {
                LockSupport.parkNanos(Math.min(left, 100_000_000));
            }
        }

        private void record(long begun, long ended) {
            if (measuring) {
                latencies.recordValue(ended - begun);
            }
        }

        Sample measure(List<Thread> running) {
            try {
                Thread.sleep(warmUp);
                Sample.Running sample = new Sample.Running();
                measuring = true;
                Thread.sleep(time);
                measuring = false;
                Sample measured = sample.end(latencies, latencies.getTotalCount());
                over = true;
                for (Thread thread : running) {
                    thread.join();
                }
                failUnlessAllWent();
                return measured;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", e);
            }
        }

        private void failUnlessAllWent() {
            if (failure != null) {
                throw new IllegalStateException("a caller failed", failure);
            }
        }
    }
}
