package scrip.application.explain;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import scrip.application.pool.InMemoryPoolStore;
import scrip.domain.explain.Movement;
import scrip.domain.ledger.Account;
import scrip.domain.ledger.Entry;
import scrip.domain.ledger.Transfer;
import scrip.domain.pool.PoolId;

/** Reads statements from pools in memory. */
public final class InMemoryStatements implements Statements {

    private final InMemoryPoolStore pools;

    public InMemoryStatements(InMemoryPoolStore pools) {
        this.pools = pools;
    }

    @Override
    public Optional<Statement> read(PoolId pool, Instant afterExclusive, Instant untilInclusive) {
        List<Transfer> all = pools.entries(pool).stream().map(Entry::transfer)
                .filter(transfer -> !transfer.dueAt().isAfter(untilInclusive)).toList();
        Map<Account, Long> opening = new EnumMap<>(Account.class);
        all.stream().filter(transfer -> !transfer.dueAt().isAfter(afterExclusive)).forEach(transfer -> {
            opening.merge(transfer.from(), -transfer.credits().micros(), Long::sum);
            opening.merge(transfer.to(), transfer.credits().micros(), Long::sum);
        });
        Map<List<Object>, Movement> movements = all.stream()
                .filter(transfer -> transfer.dueAt().isAfter(afterExclusive))
                .map(Movement::of).collect(Collectors.toMap(
                        m -> List.of(m.type(), String.valueOf(m.operation()), m.from(), m.to()), Function.identity(),
                        (one, other) -> new Movement(one.type(), one.operation(), one.from(), one.to(),
                                one.entries() + other.entries(), one.credits().plus(other.credits()))));
        return pools.read(pool, untilInclusive)
                .map(at -> new Statement(at, untilInclusive, opening, List.copyOf(movements.values())));
    }

    @Override
    public Optional<Statement> readSoFar(PoolId pool, Instant afterExclusive, Instant now) {
        return pools.read(pool, now).map(at -> at.pool().asOf())
                .flatMap(asOf -> read(pool, afterExclusive, asOf.isAfter(now) ? asOf : now));
    }
}
