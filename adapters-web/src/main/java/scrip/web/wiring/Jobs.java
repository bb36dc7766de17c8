package scrip.web.wiring;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * What goes on without being asked: the inbox is worked off, we are compared with the gateway, and whatever else is a
 * {@link Job}. No balance depends on it (rule 4); every node may run it at once.
 */
public final class Jobs implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);
    private static final Duration INBOX_EVERY = Duration.ofSeconds(1);
    /** How often it is looked whether reconciliation is due; all nodes together do it on its own schedule. */
    private static final Duration RECONCILIATION_EVERY = Duration.ofSeconds(15);
    private static final int MOST_BATCHES = 100;
    /** How long a job may take to end once the application does, and again after it was interrupted. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final IntSupplier inbox;
    private final Runnable reconciliation;
    private final List<Job> others;
    private final Duration patience;
    private volatile @Nullable ScheduledExecutorService executor;

    /**
     * @param inbox
     *            works off some events, and says how many there were
     * @param reconciliation
     *            compares us with the gateway if that is due
     */
    public Jobs(IntSupplier inbox, Runnable reconciliation, List<Job> others) {
        this(inbox, reconciliation, others, PATIENCE);
    }

    Jobs(IntSupplier inbox, Runnable reconciliation, List<Job> others, Duration patience) {
        this.inbox = inbox;
        this.reconciliation = reconciliation;
        this.others = List.copyOf(others);
        this.patience = patience;
    }

    @Override
    public void start() {
        ScheduledExecutorService threads = Executors.newScheduledThreadPool(2 + others.size(),
                Thread.ofPlatform().name("job-", 1).factory());
        every(threads, INBOX_EVERY, "inbox", this::workInbox);
        every(threads, RECONCILIATION_EVERY, "reconciliation", reconciliation);
        others.forEach(job -> every(threads, job.every(), job.name(), job.work()));
        executor = threads;
    }

    /** Works the inbox off now, because something has come in. */
    public void wake() {
        ScheduledExecutorService threads = executor;
        if (threads != null && !threads.isShutdown()) {
            threads.execute(guarded("inbox", this::workInbox));
        }
    }

    /** Whoever waits for somebody that does not answer is interrupted: what a job has not come to is left for the next start. */
    @Override
    public void stop() {
        ScheduledExecutorService threads = executor;
        executor = null;
        if (threads == null) {
            return;
        }
        threads.shutdown();
        try {
            if (!threads.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                threads.shutdownNow();
                boolean _ = threads.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException _) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return executor != null;
    }

    private void workInbox() {
        for (int batch = 0; batch < MOST_BATCHES && inbox.getAsInt() > 0; batch++) {
            LOG.trace("More may wait in the inbox");
        }
    }

    private static void every(ScheduledExecutorService threads, Duration delay, String name, Runnable job) {
        var _ = threads.scheduleWithFixedDelay(guarded(name, job), delay.toMillis(), delay.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    /** A job that throws would never run again. */
    private static Runnable guarded(String name, Runnable job) {
        return () -> {
            try {
                job.run();
            } catch (RuntimeException e) {
                LOG.warn("The job {} failed and is tried again: {}", name, e.toString());
            } catch (Error e) {
                LOG.error("The job {} broke and is tried again", name, e);
            }
        };
    }
}
