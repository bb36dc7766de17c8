package scrip.benchmarks.growth;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import scrip.application.pool.PoolStore;
import scrip.application.pool.PoolStore.Changes;
import scrip.application.pool.PoolStore.Locked;
import scrip.application.pool.PoolStore.Wanted;
import scrip.domain.ledger.HashChain;
import scrip.domain.pool.Command;
import scrip.domain.pool.Decision;
import scrip.domain.pool.Hold;
import scrip.domain.pool.PoolId;
import scrip.domain.pool.Reply;
import scrip.domain.pool.Terms;
import scrip.domain.pool.Turn;
import scrip.domain.purchase.Purchase;

/**
 * Fills a pool's ledger by real turns of many holds and settlements each, from when the pool was made to now, so that all
 * of it is in order: totals, charges, purchases, renewals. Holds that ended long ago are left out, as upkeep would do. It
 * goes on where it stopped.
 */
public final class Filling {

    private static final int PAIRS = 500;
    private static final int ENTRIES_OF_A_PAIR = 3;
    private static final int TURNS_PER_PURCHASE = 64;
    private static final Duration HOLDS_STAY = Duration.ofDays(30);
    private static final Duration LIFE = Duration.ofMinutes(15);
    private static final Wanted NOTHING = new Wanted(Set.of(), Set.of(), Set.of(), Set.of());

    private final PoolStore store;
    private final Instant end;
    private final Terms terms;
    private final Team team;
    private long rows;
    private int turns;

    /** @param end when the last entries are due */
    public Filling(PoolStore store, Instant end, Terms terms, Team team) {
        this.store = store;
        this.end = end;
        this.terms = terms;
        this.team = team;
    }

    /** Goes on until the ledger has so many rows. */
    public void fill(PoolId pool, long wanted) {
        PoolStore.Unlocked before = store.read(pool, Instant.EPOCH).orElseThrow();
        rows = before.seq();
        Instant at = before.pool().asOf();
        while (rows < wanted) {
            long left = (wanted - rows) / ENTRIES_OF_A_PAIR / PAIRS + 1;
            at = at.plus(Duration.between(at, end).dividedBy(left));
            InstantSource then = InstantSource.fixed(at);
            store.transact(Map.of(pool, NOTHING), then, locked -> changes(locked, wanted));
        }
    }

    private Changes changes(Locked locked, long wanted) {
        Turn turn = Turn.begin(locked.pool(), locked.now(), terms, locked.loaded());
        List<Purchase> purchases = new ArrayList<>();
        if (++turns % TURNS_PER_PURCHASE == 0) {
            Purchase bought = team.purchase(locked.pool().id(), locked.seq(), locked.now());
            turn.decide(new Command.CreditPurchase(bought.id(), bought.order().credits(), bought.order().bonus(),
                    locked.now()));
            purchases.add(bought);
        }
        long pairs = Math.min(PAIRS, (wanted - locked.seq()) / ENTRIES_OF_A_PAIR + 1);
        for (int i = 0; i < pairs; i++) {
            holdAndSettle(turn);
        }
        Decision decision = withoutOldHolds(turn.end(List.of()), locked.now());
        rows = locked.seq() + decision.transfers().size();
        return new Changes(decision, new HashChain(locked.pool().id().value(), locked.seq(), locked.hash())
                .seal(decision.transfers(), locked.now()), List.of(), purchases);
    }

    private void holdAndSettle(Turn turn) {
        Team.Job job = team.next();
        Optional.of(turn.decide(new Command.PlaceHold(job.work(), job.held(), null, LIFE)))
                .map(reply -> reply instanceof Reply.Held held ? held.hold() : null)
                .ifPresent(hold -> turn.decide(new Command.Settle(hold.number(), job.used(), job.receipt())));
    }

    private Decision withoutOldHolds(Decision all, Instant now) {
        List<Hold> kept = now.isBefore(end.minus(HOLDS_STAY)) ? List.of() : all.holds();
        return new Decision(all.pool(), all.replies(), all.transfers(), kept, all.charges(), all.usage(),
                all.repayments(), all.notices());
    }
}
