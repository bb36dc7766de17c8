package scrip.application.live;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import scrip.application.live.PoolMarks.Mark;
import scrip.application.pool.PoolStore;
import scrip.application.pool.UnavailableException;
import scrip.domain.pool.CreditPool;
import scrip.domain.pool.PoolId;
import scrip.domain.pool.Terms;

/**
 * Tells listeners of pools whose balance has changed, whoever changed it and wherever: by somebody's request on any node,
 * or by time alone. One look asks one question for all pools that somebody listens to; only those that were written since
 * are read again, and time passes for the others in memory.
 */
public final class LiveBalances {

    private static final Logger LOG = LoggerFactory.getLogger(LiveBalances.class);

    private final PoolMarks marks;
    private final PoolStore pools;
    private final InstantSource clock;
    private final Terms terms;
    private final Map<PoolId, Watched> watched = new ConcurrentHashMap<>();

    public LiveBalances(PoolMarks marks, PoolStore pools, InstantSource clock, Terms terms) {
        this.marks = marks;
        this.pools = pools;
        this.clock = clock;
        this.terms = terms;
    }

    /** Ends listening; doing it twice is harmless. */
    @FunctionalInterface
    public interface Listening {
        void end();
    }

    /** A pool that somebody listens to, as it was last read. Only {@link #look} changes what is known of it. */
    private static final class Watched {

        final List<Listener> listeners = new CopyOnWriteArrayList<>();
        @Nullable
        Mark mark;
        PoolStore.@Nullable Unlocked read;
        @Nullable
        BalanceShape told;
    }

    /** Somebody who listens. Only {@link #look} tells him anything. */
    private static final class Listener {

        private final Consumer<CreditPool> consumer;
        private boolean told;

        Listener(Consumer<CreditPool> consumer) {
            this.consumer = consumer;
        }

        /** Who came since the last look, or could not be told then, is told though nothing has changed. */
        void hear(CreditPool pool, boolean changed) {
            if (changed || !told) {
                told = tell(pool);
            }
        }

        private boolean tell(CreditPool pool) {
            try {
                consumer.accept(pool);
                return true;
            } catch (RuntimeException e) {
                LOG.warn("A listener could not be told of the balance of {}, which is tried again", pool.id(), e);
                return false;
            }
        }
    }

    /**
     * @param listener
     *            gets the pool as it stands at the next look, and whenever it has changed; must not block
     */
    public Listening listen(PoolId pool, Consumer<CreditPool> listener) {
        Listener mine = new Listener(listener);
        watched.compute(pool, (_, known) -> {
            Watched of = known == null ? new Watched() : known;
            of.listeners.add(mine);
            return of;
        });
        return () -> watched.computeIfPresent(pool, (_, of) -> {
            of.listeners.remove(mine);
            return of.listeners.isEmpty() ? null : of;
        });
    }

    /** @return the pool as it stands now */
    public Optional<CreditPool> now(PoolId pool) {
        Instant now = clock.instant();
        return pools.read(pool, now).map(read -> read.pool().at(now, terms, read.due()));
    }

    /**
     * Looks once at every pool that somebody listens to; for one thread at a time.
     *
     * @throws scrip.application.pool.UnavailableException
     *             if the store cannot serve now; the next look makes it good
     */
    public synchronized void look() {
        List<PoolId> ids = new ArrayList<>(watched.keySet());
        for (int from = 0; from < ids.size(); from += PoolMarks.MOST) {
            Instant now = clock.instant();
            marks.of(ids.subList(from, Math.min(ids.size(), from + PoolMarks.MOST)), now).forEach((id, mark) -> {
                Watched of = watched.get(id);
                if (of != null) {
                    lookApart(id, of, mark, now);
                }
            });
        }
    }

    /** A pool that cannot be told of must not keep the others from being told. */
    private void lookApart(PoolId id, Watched of, Mark mark, Instant now) {
        try {
            look(id, of, mark, now);
        } catch (UnavailableException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.warn("Nobody could be told of the balance of {}, which is tried again", id, e);
        }
    }

    private void look(PoolId id, Watched of, Mark mark, Instant now) {
        if (!mark.equals(of.mark)) {
            of.read = pools.read(id, now).orElse(null);
            of.mark = mark;
        }
        if (of.read == null) {
            return;
        }
        CreditPool pool = of.read.pool().at(now, terms, of.read.due());
        BalanceShape shape = BalanceShape.of(pool);
        boolean changed = !shape.equals(of.told);
        of.told = shape;
        of.listeners.forEach(listener -> listener.hear(pool, changed));
    }
}
