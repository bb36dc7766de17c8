package scrip.application.reading;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

import scrip.domain.credit.Credits;
import scrip.domain.pool.PoolId;
import scrip.domain.pricing.Operation;
import scrip.domain.pricing.TypicalCost;

/**
 * What operations typically cost pools (rule 22), from their latest {@value #SAMPLE} charges within the window. While a
 * sample is not full it is read anew each time, so that every charge shows at once; a full one hardly moves any more and
 * is kept for a minute. Never locks.
 */
public final class TypicalCosts {

    /** Charges that are looked at. */
    static final int SAMPLE = 500;

    private static final Duration FRESH = Duration.ofMinutes(1);
    private static final int MOST_KEPT = 10_000;

    private final LedgerReader ledger;
    private final InstantSource clock;
    private final Map<Question, Kept> kept = new ConcurrentHashMap<>();

    public TypicalCosts(LedgerReader ledger, InstantSource clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    private record Question(PoolId pool, String operation) {}

    private record Kept(TypicalCost cost, Instant at) {

        /** The clock may have been set forward. */
        boolean isFresh(Instant now) {
            return !now.isBefore(at) && now.isBefore(at.plus(FRESH));
        }
    }

    /** @return what the operation costs the pool, or everybody as long as it has no history of it */
    public TypicalCost of(PoolId pool, Operation operation) {
        return Objects.requireNonNull(of(pool, List.of(operation)).get(operation.key()));
    }

    /** @return the same by operation */
    public Map<String, TypicalCost> of(PoolId pool, List<Operation> operations) {
        Instant now = clock.instant();
        Map<String, TypicalCost> costs = new HashMap<>();
        for (Operation operation : operations) {
            Kept known = kept.get(new Question(pool, operation.key()));
            if (known != null && known.isFresh(now)) {
                costs.put(operation.key(), known.cost);
            }
        }
        List<Operation> asked = operations.stream().filter(operation -> !costs.containsKey(operation.key())).toList();
        if (!asked.isEmpty()) {
            costs.putAll(read(pool, asked, now));
        }
        return costs;
    }

    private Map<String, TypicalCost> read(PoolId pool, List<Operation> operations, Instant now) {
        Map<String, List<Credits>> samples = ledger.costs(pool, operations.stream().map(Operation::key).toList(),
                now.minus(TypicalCost.WINDOW), SAMPLE);
        Map<String, TypicalCost> costs = new HashMap<>();
        for (Operation operation : operations) {
            List<Credits> sample = samples.getOrDefault(operation.key(), List.of());
            TypicalCost cost = TypicalCost.of(operation, sample);
            costs.put(operation.key(), cost);
            if (sample.size() == SAMPLE) {
                keep(new Question(pool, operation.key()), new Kept(cost, now));
            }
        }
        return costs;
    }

    private void keep(Question question, Kept answer) {
        if (kept.size() >= MOST_KEPT) {
            kept.clear();
        }
        kept.put(question, answer);
    }
}
