package scrip.web.usage;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import scrip.application.reading.LedgerReader;
import scrip.domain.credit.Credits;
import scrip.domain.pool.Charge;
import scrip.domain.pool.CreditPool;
import scrip.domain.pool.PoolId;

/** Finds charges, newest first, without looking at more of them than a page may cost. */
final class Charges {

    private static final int CHUNK = 500;
    private static final int MOST_CHUNKS = 20;
    private static final int MOST_DAYS = 400;
    private static final int MOST_YEARS = 5;

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

    /** What all charges that match come to, net of make-goods. */
    record Total(Credits credits, long charges) {}

    Total total(CreditPool pool, UsageQuery query) {
        Credits credits = Credits.ZERO;
        long charges = 0;
        LocalDate end = LocalDate.ofInstant(pool.asOf(), ZoneOffset.UTC).plusDays(1);
        LocalDate born = LocalDate.ofInstant(pool.createdAt(), ZoneOffset.UTC);
        for (int i = 0; i < MOST_YEARS && end.isAfter(born); i++) {
            for (LedgerReader.DayOfUse use : ledger.usage(pool.id(), end.minusDays(MOST_DAYS), end)) {
                if (query.matches(use.day(), use.operation(), use.builder())) {
                    credits = credits.plus(use.credits());
                    charges += use.charges();
                }
            }
            end = end.minusDays(MOST_DAYS);
        }
        return new Total(credits, charges);
    }
}
