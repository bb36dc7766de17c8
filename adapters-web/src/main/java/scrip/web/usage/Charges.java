package scrip.web.usage;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import scrip.application.reading.LedgerReader;
import scrip.application.reading.UseSum;
import scrip.domain.pool.Charge;
import scrip.domain.pool.CreditPool;
import scrip.domain.pool.PoolId;

/** Finds charges, newest first, without looking at more of them than a page may cost. */
final class Charges {

    private static final int CHUNK = 500;
    private static final int MOST_CHUNKS = 20;

    private final LedgerReader ledger;

    Charges(LedgerReader ledger) {
        this.ledger = ledger;
    }

    /**
     * Some charges.
     *
     * @param next
     *            number of the charge to go on before, or null if there are no more
     */
    record Page(List<Charge> charges, @Nullable Long next) {}

    /** @param most how many to find */
    Page find(PoolId pool, UsageQuery query, int most) {
        List<Charge> found = new ArrayList<>();
        Long before = query.before();
        long next = before == null ? Long.MAX_VALUE : before;
        for (int chunk = 0; chunk < MOST_CHUNKS; chunk++) {
            List<Charge> some = ledger.charges(pool, next, CHUNK, query.builder());
            for (Charge charge : some) {
                if (query.isPast(charge)) {
                    return new Page(found, null);
                }
                if (query.matches(charge)) {
                    if (found.size() == most) {
                        return new Page(found, found.getLast().number());
                    }
                    found.add(charge);
                }
            }
            if (some.size() < CHUNK) {
                return new Page(found, null);
            }
            next = some.getLast().number();
        }
        return new Page(found, next);
    }

    /** What all charges that match come to. */
    UseSum total(CreditPool pool, UsageQuery query) {
        return ledger.use(pool.id(), query.use(LocalDate.ofInstant(pool.asOf(), ZoneOffset.UTC)));
    }
}
