package scrip.web.usage;

import java.util.List;

import org.jspecify.annotations.Nullable;
import scrip.application.reading.LedgerReader;
import scrip.application.reading.UseSum;
import scrip.domain.pool.Charge;
import scrip.domain.pool.CreditPool;
import scrip.domain.pool.PoolId;

/** Finds charges, newest first. */
final class Charges {

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
        Long before = query.before();
        List<Charge> found = ledger.charges(pool, query.charges(), before == null ? Long.MAX_VALUE : before, most + 1);
        return found.size() > most ? new Page(found.subList(0, most), found.get(most - 1).number())
                : new Page(found, null);
    }

    /** What all charges that match come to. */
    UseSum total(CreditPool pool, UsageQuery query) {
        return ledger.use(pool.id(), query.charges());
    }
}
