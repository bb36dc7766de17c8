package scrip.domain.audit;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

import scrip.domain.audit.Flaw.Kind;
import scrip.domain.ledger.Account;
import scrip.domain.ledger.Entry;

/** Adds the ledger up by day and account, and compares that with the totals that are kept. */
public final class DayCheck {

    private final Flaws flaws;
    private final Map<LocalDate, Map<Account, DayTotal>> days = new TreeMap<>();

    DayCheck(Flaws flaws) {
        this.flaws = flaws;
    }

    void add(Entry entry) {
        LocalDate day = DayTotal.dayOf(entry.transfer());
        long micros = entry.transfer().credits().micros();
        add(new DayTotal(day, entry.transfer().from(), -micros, entry.seq(), entry.seq()));
        add(new DayTotal(day, entry.transfer().to(), micros, entry.seq(), entry.seq()));
    }

    private void add(DayTotal more) {
        days.computeIfAbsent(more.day(), _ -> new EnumMap<>(Account.class)).merge(more.account(), more,
                (so, next) -> new DayTotal(so.day(), so.account(), so.micros() + next.micros(),
                        Math.min(so.firstSeq(), next.firstSeq()), Math.max(so.lastSeq(), next.lastSeq())));
    }

    /** Takes the next total that is kept, once the whole ledger was taken. */
    public void next(DayTotal kept) {
        Map<Account, DayTotal> accounts = days.get(kept.day());
        DayTotal said = accounts == null ? null : accounts.remove(kept.account());
        if (said == null) {
            add(kept, "is kept, but no entry was due then");
        } else if (kept.micros() != said.micros()) {
            add(kept, "is kept as %s credits; the ledger says %s".formatted(Flaws.credits(kept.micros()),
                    Flaws.credits(said.micros())));
        } else if (!kept.equals(said)) {
            add(kept, "is kept for entries %d to %d; they are %d to %d".formatted(kept.firstSeq(), kept.lastSeq(),
                    said.firstSeq(), said.lastSeq()));
        }
    }

    private void add(DayTotal total, String what) {
        flaws.add(Kind.TOTAL, null, "The total of %s on %s %s.".formatted(total.account().key(), total.day(), what));
    }

    /** All totals were taken: what is left of the ledger has none. */
    public void end() {
        days.values().forEach(accounts -> accounts.values().forEach(missing -> add(missing,
                "is missing; the ledger says " + Flaws.credits(missing.micros()) + " credits")));
    }
}
