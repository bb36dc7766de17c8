package scrip.web.wiring;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Does one thing again and again for as long as the application runs; every node may do it at once. */
public final class RepeatedJob implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(RepeatedJob.class);

    private final String name;
    private final Duration pause;
    private final Runnable work;
    private volatile @Nullable ScheduledExecutorService executor;

    /**
     * @param pause
     *            before it is done first, and from each time to the next
     */
    public RepeatedJob(String name, Duration pause, Runnable work) {
        this.name = name;
        this.pause = pause;
        this.work = work;
    }

    @Override
    public void start() {
        ScheduledExecutorService thread = Executors
                .newSingleThreadScheduledExecutor(Thread.ofPlatform().name("job-" + name).factory());
        var _ = thread.scheduleWithFixedDelay(this::guarded, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
        executor = thread;
    }

    @Override
    public void stop() {
        ScheduledExecutorService thread = executor;
        executor = null;
        if (thread != null) {
            thread.close();
        }
    }

    @Override
    public boolean isRunning() {
        return executor != null;
    }

    /** A job that throws would never run again. */
    private void guarded() {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.warn("The job {} failed and is tried again: {}", name, e.toString());
        }
    }
}
