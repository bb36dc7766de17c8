package scrip.benchmarks.growth;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;

import scrip.application.pool.PoolStore;
import scrip.application.pool.PoolStore.Changes;
import scrip.application.pool.PoolStore.Locked;
import scrip.application.pool.PoolStore.Wanted;
import scrip.benchmarks.design.Design;
import scrip.domain.ledger.HashChain;
import scrip.domain.pool.Command;
import scrip.domain.pool.Decision;
import scrip.domain.pool.PoolId;
import scrip.domain.pool.Reply;
import scrip.domain.pool.Terms;
import scrip.domain.pool.Turn;
import scrip.domain.pricing.Receipt;

/** Fills a pool's ledger by real turns of many holds and settlements each, so that all of it is in order. */
public final class Filling {

    private static final int PAIRS = 500;
    private static final Wanted NOTHING = new Wanted(Set.of(), Set.of(), Set.of(), Set.of());
    private static final Duration LIFE = Duration.ofMinutes(15);

    private final PoolStore store;
    private final InstantSource clock;
    private final Terms terms;
    private long rows;

    public Filling(PoolStore store, InstantSource clock, Terms terms) {
        this.store = store;
        this.clock = clock;
        this.terms = terms;
    }

    /** Goes on until the ledger has so many rows. */
    public void fill(PoolId pool, long wanted) {
        while (rows < wanted) {
            store.transact(Map.of(pool, NOTHING), clock, locked -> changes(locked, wanted));
        }
    }

    private Changes changes(Locked locked, long wanted) {
        Turn turn = Turn.begin(locked.pool(), locked.now(), terms, locked.loaded());
        long pairs = Math.min(PAIRS, (wanted - locked.seq()) / 3 + 1);
        for (int i = 0; i < pairs; i++) {
            if (turn.decide(new Command.PlaceHold(Design.WORK, Design.HELD, null, LIFE)) instanceof Reply.Held held) {
                turn.decide(new Command.Settle(held.hold().number(), Design.USED, Receipt.REPORTED));
            }
        }
        Decision decision = turn.end(List.of());
        rows = locked.seq() + decision.transfers().size();
        return new Changes(decision, new HashChain(locked.pool().id().value(), locked.seq(), locked.hash())
                .seal(decision.transfers(), locked.now()), List.of(), List.of());
    }
}
