package scrip.application.limit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

import scrip.application.pool.Answer;
import scrip.application.pool.Ask;
import scrip.application.pool.Deed;
import scrip.application.pool.Desk;
import scrip.application.pool.Wants;
import scrip.application.reading.Balances;
import scrip.application.reading.LedgerReader;
import scrip.application.workspace.Member;
import scrip.application.workspace.WorkspaceStore;
import scrip.domain.pool.BuilderUse;
import scrip.domain.pool.Command;
import scrip.domain.pool.CreditPool;
import scrip.domain.pool.Limits;
import scrip.domain.pool.PoolId;

/** Sets limits per builder and tells how builders stand (rule 24). What is told is as of now and binds nobody. */
public final class BuilderLimits {

    /** The most custom limits a pool can have: they stand in its row, which every turn reads and writes. */
    public static final int MOST_CUSTOM = 1_000;

    private final Desk desk;
    private final Balances balances;
    private final LedgerReader ledger;
    private final WorkspaceStore workspaces;

    public BuilderLimits(Desk desk, Balances balances, LedgerReader ledger, WorkspaceStore workspaces) {
        this.desk = desk;
        this.balances = balances;
        this.ledger = ledger;
        this.workspaces = workspaces;
    }

    /**
     * Takes the place of the limits so far, for every request that is decided after it.
     *
     * @param limits
     *            with at most {@link #MOST_CUSTOM} custom ones
     */
    public void set(PoolId pool, Limits limits) {
        desk.ask(Ask.unkeyed(pool, Wants.limitsOf(limits.custom().keySet()), (turn, _) -> {
            turn.decide(new Command.SetLimits(limits));
            return Deed.Outcome.notKept(new Answer(0, ""));
        }));
    }

    /** @return nothing if there is no such pool */
    public Optional<LimitsReport> report(PoolId pool) {
        return balances.now(pool).map(this::report);
    }

    /** @param pool as it stands now */
    public LimitsReport report(CreditPool pool) {
        Map<String, BuilderUse> uses = ledger.buildersUse(pool.id(), pool.period().number(), pool.asOf(), null);
        TreeSet<String> builders = new TreeSet<>(uses.keySet());
        builders.addAll(pool.limits().custom().keySet());
        workspaces.members(pool.id()).stream().filter(Member::builds).map(Member::email).forEach(builders::add);
        long sharing = sharing(pool);
        List<Standing> standings = builders.stream()
                .map(email -> standing(pool, email, sharing, uses.getOrDefault(email, BuilderUse.NONE))).toList();
        return LimitsReport.of(pool, sharing, standings);
    }

    /** @param pool as it stands now */
    public Standing standing(CreditPool pool, String email) {
        BuilderUse use = ledger.buildersUse(pool.id(), pool.period().number(), pool.asOf(), email)
                .getOrDefault(email, BuilderUse.NONE);
        return standing(pool, email, pool.limits().enabled() ? sharing(pool) : 0, use);
    }

    private static Standing standing(CreditPool pool, String email, long sharing, BuilderUse use) {
        return new Standing(email, pool.limits().of(email, pool.period().granted(), sharing), use);
    }

    private long sharing(CreditPool pool) {
        return workspaces.building(pool.id(), pool.limits().custom().keySet());
    }
}
