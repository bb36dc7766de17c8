package scrip.web.live;

import java.io.IOException;
import java.util.concurrent.Executor;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import scrip.application.pool.UnavailableException;
import scrip.domain.pool.CreditPool;

/**
 * One stream of balances. Whatever comes while a slow reader still takes in the last one is left out but for the newest:
 * nothing piles up, and no thread waits but while it writes.
 */
final class BalanceStream {

    private static final Logger LOG = LoggerFactory.getLogger(BalanceStream.class);
    private static final long RETRY_MILLIS = 2_000;

    private final SseEmitter emitter;
    private final Listener listener;
    private final Executor executor;
    private @Nullable CreditPool next;
    private boolean heartbeat;
    private boolean busy;
    private boolean ended;

    /** What the reader has, used by the one thread that writes. */
    private volatile String version;

    BalanceStream(SseEmitter emitter, Listener listener, Executor executor) {
        this.emitter = emitter;
        this.listener = listener;
        this.executor = executor;
        this.version = listener.knows();
    }

    /** Tells of the balance, unless the reader has it already; returns at once. */
    void tell(CreditPool pool) {
        synchronized (this) {
            next = pool;
        }
        wake();
    }

    /** Gives a sign of life; returns at once. */
    void beat() {
        synchronized (this) {
            heartbeat = true;
        }
        wake();
    }

    /** Ends it from our side. */
    void end() {
        synchronized (this) {
            ended = true;
        }
        emitter.complete();
    }

    private void wake() {
        synchronized (this) {
            if (busy || ended) {
                return;
            }
            busy = true;
        }
        executor.execute(this::write);
    }

    private void write() {
        try {
            for (Turn turn = take(); turn != null; turn = take()) {
                if (turn.beat && !mayListen()) {
                    end();
                } else {
                    send(turn);
                }
            }
        } catch (IOException | IllegalStateException e) {
            LOG.debug("A listener has gone: {}", e.toString());
            synchronized (this) {
                ended = true;
            }
            emitter.completeWithError(e);
        }
    }

    private record Turn(@Nullable CreditPool pool, boolean beat) {}

    private synchronized @Nullable Turn take() {
        boolean nothing = ended || (next == null && !heartbeat);
        Turn turn = nothing ? null : new Turn(next, heartbeat);
        next = null;
        heartbeat = false;
        busy = turn != null;
        return turn;
    }

    private void send(Turn turn) throws IOException {
        String now = turn.pool == null ? version : Versions.of(turn.pool);
        if (turn.pool != null && !now.equals(version)) {
            emitter.send(SseEmitter.event().id(now).reconnectTime(RETRY_MILLIS).data(listener.words().apply(turn.pool),
                    MediaType.TEXT_PLAIN));
            version = now;
        } else if (turn.beat) {
            emitter.send(SseEmitter.event().comment(""));
        }
    }

    /** Who cannot be asked about now stays. */
    private boolean mayListen() {
        try {
            return listener.mayListen().getAsBoolean();
        } catch (UnavailableException e) {
            LOG.debug("It cannot be told now who may listen: {}", e.toString());
            return true;
        }
    }
}
