package scrip.web.live;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import scrip.application.live.LiveBalances;
import scrip.domain.pool.PoolId;

/**
 * The streams of this node: a bounded number, one look for all of them about once a second, and no thread for any that is
 * quiet. They end with the application, before it waits for the requests that are under way.
 */
public final class BalanceStreams implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(BalanceStreams.class);

    private final LiveBalances live;
    private final LiveSettings settings;
    private final Seats seats;
    private final Set<BalanceStream> streams = ConcurrentHashMap.newKeySet();
    private volatile @Nullable Threads threads;

    public BalanceStreams(LiveBalances live, LiveSettings settings) {
        this.live = live;
        this.settings = settings;
        this.seats = new Seats(settings.streams(), settings.streamsPerPool());
    }

    /** One that looks and beats, and one for as long as something is being written to somebody. */
    private record Threads(ScheduledExecutorService clockwork, ExecutorService writers) {}

    /**
     * Opens a stream that begins with the balance as it stands, unless the listener has that already.
     *
     * @return nothing if there are too many, of this pool or in all
     */
    public Optional<SseEmitter> open(PoolId pool, Listener listener) {
        Threads running = threads;
        if (running == null || !seats.take(pool)) {
            return Optional.empty();
        }
        SseEmitter emitter = new SseEmitter(settings.longest().toMillis());
        BalanceStream stream = new BalanceStream(emitter, listener, running.writers);
        begin(pool, stream);
        streams.add(stream);
        LiveBalances.Listening listening = live.listen(pool, stream::tell);
        emitter.onCompletion(() -> {
            listening.end();
            if (streams.remove(stream)) {
                seats.giveBack(pool);
            }
        });
        emitter.onTimeout(stream::end);
        return Optional.of(emitter);
    }

    /**
     * Before it listens, so that whatever it is told later is newer. One that cannot begin never reaches its listener, so
     * nothing else would tell that it is over.
     */
    private void begin(PoolId pool, BalanceStream stream) {
        try {
            stream.beat();
            live.now(pool).ifPresent(stream::tell);
        } catch (RuntimeException e) {
            seats.giveBack(pool);
            throw e;
        }
    }

    @Override
    public void start() {
        ScheduledExecutorService clockwork = Executors
                .newSingleThreadScheduledExecutor(Thread.ofPlatform().name("live").factory());
        long every = settings.every().toMillis();
        long beat = settings.heartbeat().toMillis();
        var _ = clockwork.scheduleWithFixedDelay(this::look, every, every, TimeUnit.MILLISECONDS);
        var _ = clockwork.scheduleWithFixedDelay(() -> streams.forEach(BalanceStream::beat), beat, beat,
                TimeUnit.MILLISECONDS);
        threads = new Threads(clockwork, Executors.newVirtualThreadPerTaskExecutor());
    }

    /** A job that throws would never run again. */
    private void look() {
        try {
            live.look();
        } catch (RuntimeException e) {
            LOG.warn("Nobody could be told of balances, which is tried again: {}", e.toString());
        }
    }

    @Override
    public void stop() {
        Threads running = threads;
        threads = null;
        if (running != null) {
            running.clockwork.close();
            streams.forEach(BalanceStream::end);
            running.writers.shutdownNow();
        }
    }

    @Override
    public boolean isRunning() {
        return threads != null;
    }
}
