package scrip.application.pool;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import scrip.domain.pool.Hold;
import scrip.domain.pool.PoolId;

/** A store that fails once, at a turn counted from when it is told to. */
public final class FailingPoolStore implements PoolStore {

    private final PoolStore behind;
    private int turn;
    private int breakAt;

    public FailingPoolStore(PoolStore behind) {
        this.behind = behind;
    }

    /** @param which the turn that fails, 1 for the next; 0 for none */
    public synchronized void breakAt(int which) {
        turn = 0;
        breakAt = which;
    }

    private synchronized boolean breaksNow() {
        return ++turn == breakAt;
    }

    @Override
    public void transact(Map<PoolId, Wanted> wanted, InstantSource clock, Function<Locked, Changes> decide) {
        if (breaksNow()) {
            throw new UnavailableException("down", null);
        }
        behind.transact(wanted, clock, decide);
    }

    @Override
    public Optional<Unlocked> read(PoolId id, Instant now) {
        return behind.read(id, now);
    }

    @Override
    public Optional<Hold> hold(PoolId id, long number) {
        return behind.hold(id, number);
    }
}
