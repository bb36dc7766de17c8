package scrip.web.upkeep;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import scrip.application.upkeep.Upkeep;

/** Runs the upkeep every quarter of an hour; every node may do so at once. */
final class UpkeepJob implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(UpkeepJob.class);
    private static final Duration EVERY = Duration.ofMinutes(15);

    private final Upkeep upkeep;
    private volatile @Nullable ScheduledExecutorService executor;

    UpkeepJob(Upkeep upkeep) {
        this.upkeep = upkeep;
    }

    @Override
    public void start() {
        ScheduledExecutorService thread = Executors
                .newSingleThreadScheduledExecutor(Thread.ofPlatform().name("upkeep").factory());
        var _ = thread.scheduleWithFixedDelay(this::run, EVERY.toSeconds(), EVERY.toSeconds(), TimeUnit.SECONDS);
        executor = thread;
    }

    /** A job that throws would never run again. */
    private void run() {
        try {
            upkeep.run();
        } catch (RuntimeException e) {
            LOG.warn("The upkeep failed and goes on the next time: {}", e.toString());
        }
    }

    /** What it has not come to is left for the next start. */
    @Override
    public void stop() {
        ScheduledExecutorService thread = executor;
        executor = null;
        if (thread != null) {
            thread.shutdownNow();
            thread.close();
        }
    }

    @Override
    public boolean isRunning() {
        return executor != null;
    }
}
