package scrip.application.pool;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

import scrip.application.pool.PoolStore.Changes;
import scrip.application.pool.PoolStore.Locked;
import scrip.application.pool.PoolStore.Wanted;
import scrip.domain.ledger.Entry;
import scrip.domain.ledger.HashChain;
import scrip.domain.pool.Command;
import scrip.domain.pool.Decision;
import scrip.domain.pool.PoolId;
import scrip.domain.pool.Reply;
import scrip.domain.pool.Terms;
import scrip.domain.pool.Turn;
import scrip.domain.purchase.Purchase;

/** Takes turns of pools in a store, for the tests of stores. */
public final class Turns {

    public static final Wanted NOTHING = new Wanted(Set.of(), Set.of(), Set.of(), Set.of());

    private final PoolStore store;

    public Turns(PoolStore store) {
        this.store = store;
    }

    /** Decides commands in one turn, with the holds and charges loaded that they name. */
    public Decision take(PoolId pool, Instant now, Command... commands) {
        return take(pool, now, Terms.DEFAULT, List.of(commands));
    }

    /** Decides commands as {@link #take(PoolId, Instant, Command...)} does, by other terms. */
    public Decision take(PoolId pool, Instant now, Terms terms, List<Command> commands) {
        AtomicReference<Decision> decided = new AtomicReference<>();
        store.transact(Map.of(pool, wanted(commands)), () -> now, locked -> {
            Changes changes = decide(locked, terms, commands);
            decided.set(changes.decision());
            return changes;
        });
        return decided.get();
    }

    /** Takes a turn without commands, doing what the function says with what is loaded. */
    public Locked look(PoolId pool, Instant now, Wanted wanted) {
        AtomicReference<Locked> seen = new AtomicReference<>();
        keep(pool, now, wanted, locked -> {
            seen.set(locked);
            return decide(locked);
        });
        return seen.get();
    }

    /** Takes a turn with changes of one's own. */
    public void keep(PoolId pool, Instant now, Wanted wanted, Function<Locked, Changes> decide) {
        store.transact(Map.of(pool, wanted), () -> now, decide);
    }

    /** Decides commands on what is loaded. */
    public static Changes decide(Locked locked, Command... commands) {
        return decide(locked, Terms.DEFAULT, List.of(commands));
    }

    private static Changes decide(Locked locked, Terms terms, List<Command> commands) {
        Turn turn = Turn.begin(locked.pool(), locked.now(), terms, locked.loaded());
        List<Reply> replies = new ArrayList<>();
        for (Command command : commands) {
            replies.add(turn.decide(command));
        }
        Decision decision = turn.end(replies);
        HashChain chain = new HashChain(locked.pool().id().value(), locked.seq(), locked.hash());
        List<Entry> entries = chain.seal(decision.transfers(), locked.now());
        return new Changes(decision, entries, List.of(), List.of());
    }

    /** Decides something else than commands on what is loaded; it answers with the purchases it changed. */
    public static Changes decide(Locked locked, Function<Turn, List<Purchase>> deed) {
        Turn turn = Turn.begin(locked.pool(), locked.now(), Terms.DEFAULT, locked.loaded());
        List<Purchase> purchases = deed.apply(turn);
        Decision decision = turn.end(List.of());
        HashChain chain = new HashChain(locked.pool().id().value(), locked.seq(), locked.hash());
        return new Changes(decision, chain.seal(decision.transfers(), locked.now()), List.of(), purchases);
    }

    private static Wanted wanted(List<Command> commands) {
        Set<Long> holds = new HashSet<>();
        Set<Long> charges = new HashSet<>();
        Set<String> builders = new HashSet<>();
        boolean limits = false;
        for (Command command : commands) {
            switch (command) {
                case Command.Settle settle -> holds.add(settle.hold());
                case Command.Release release -> holds.add(release.hold());
                case Command.Extend extend -> holds.add(extend.hold());
                case Command.MakeGood makeGood -> charges.add(makeGood.charge());
                case Command.PlaceHold hold -> builders.add(hold.work().builder());
                case Command.MakeCharge charge -> builders.add(charge.work().builder());
                case Command.SetLimits set -> {
                    builders.addAll(set.limits().custom().keySet());
                    limits = true;
                }
                default -> {}
            }
        }
        return new Wanted(Set.of(), holds, charges, Set.of(), builders, limits);
    }
}
