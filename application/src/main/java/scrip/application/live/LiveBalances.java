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
import scrip.application.live.PoolMarks.Mark;
import scrip.application.pool.PoolStore;
import scrip.domain.pool.CreditPool;
import scrip.domain.pool.PoolId;
import scrip.domain.pool.Terms;

/**
 * Tells listeners of pools whose balance has changed, whoever changed it and wherever: by somebody's request on any node,
 * or by time alone. One look asks one question for all pools that somebody listens to; only those that were written since
 * are read again, and time passes for the others in memory.
 */
public final class LiveBalances {

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

        final List<Consumer<CreditPool>> listeners = new CopyOnWriteArrayList<>();
        @Nullable
        Mark mark;
        PoolStore.@Nullable Unlocked read;
        @Nullable
        BalanceShape told;
    }

    /**
     * @param listener
     *            gets the pool as it stands at the next look, and whenever it has changed; must not block
     */
    public Listening listen(PoolId pool, Consumer<CreditPool> listener) {
        watched.compute(pool, (_, known) -> {
            Watched of = known == null ? new Watched() : known;
            of.listeners.add(listener);
            return of;
        });
        return () -> watched.computeIfPresent(pool, (_, of) -> {
            of.listeners.remove(listener);
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
                    look(id, of, mark, now);
                }
            });
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
        CreditPool pool = of.read.pool().at(now.isBefore(of.read.pool().asOf()) ? of.read.pool().asOf() : now, terms,
                of.read.due());
        BalanceShape shape = BalanceShape.of(pool);
        if (!shape.equals(of.told)) {
            of.told = shape;
            of.listeners.forEach(listener -> listener.accept(pool));
        }
    }
}
