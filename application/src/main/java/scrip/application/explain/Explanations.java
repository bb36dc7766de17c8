package scrip.application.explain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import scrip.application.explain.Statements.Statement;
import scrip.domain.explain.Explanation;
import scrip.domain.explain.Movement;
import scrip.domain.ledger.Account;
import scrip.domain.ledger.Transfer;
import scrip.domain.pool.Command;
import scrip.domain.pool.CreditPool;
import scrip.domain.pool.PoolId;
import scrip.domain.pool.Terms;

/**
 * Explains how a pool came from the balance at one instant to the balance at another. It goes by when movements were due:
 * what time has brought since the pool was last touched counts, though nobody has written it down yet (rule 4).
 */
public final class Explanations {

    private final Statements statements;
    private final Terms terms;

    public Explanations(Statements statements, Terms terms) {
        this.statements = statements;
        this.terms = terms;
    }

    /**
     * @param from
     *            what was due by then is in the opening balance
     * @param to
     *            not before {@code from}; one to come shows what happens until then if nobody spends
     * @return nothing if there is no such pool
     */
    public Optional<Explanation> explain(PoolId pool, Instant from, Instant to) {
        return statements.read(pool, from, to).map(statement -> explain(statement, from));
    }

    /**
     * @param from
     *            what was due by then is in the opening balance
     * @param now
     *            not before {@code from}; what was written meanwhile counts too
     * @return nothing if there is no such pool
     */
    public Optional<Explanation> explainSoFar(PoolId pool, Instant from, Instant now) {
        return statements.readSoFar(pool, from, now).map(statement -> explain(statement, from));
    }

    private Explanation explain(Statement statement, Instant from) {
        Map<Account, Long> opening = new EnumMap<>(Account.class);
        opening.putAll(statement.opening());
        List<Movement> movements = new ArrayList<>(statement.movements());
        for (Transfer transfer : unwritten(statement)) {
            if (transfer.dueAt().isAfter(from)) {
                movements.add(Movement.of(transfer));
            } else {
                long micros = transfer.credits().micros();
                opening.merge(transfer.from(), -micros, Math::addExact);
                opening.merge(transfer.to(), micros, Math::addExact);
            }
        }
        return Explanation.of(opening, movements);
    }

    private List<Transfer> unwritten(Statement statement) {
        CreditPool pool = statement.pool().pool();
        return statement.until().isAfter(pool.asOf())
                ? pool.decide(new Command.Touch(), statement.until(), terms, statement.pool().due()).transfers()
                : List.of();
    }
}
