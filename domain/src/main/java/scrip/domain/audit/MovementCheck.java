package scrip.domain.audit;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

import scrip.domain.audit.Flaw.Kind;
import scrip.domain.ledger.Entry;

/** Adds the ledger up by day and reason, and compares that with the totals that are kept. */
public final class MovementCheck {

    private final Flaws flaws;
    private final Map<LocalDate, Map<MovementTotal.Way, MovementTotal>> days = new TreeMap<>();

    MovementCheck(Flaws flaws) {
        this.flaws = flaws;
    }

    void add(Entry entry) {
        MovementTotal more = MovementTotal.of(entry);
        days.computeIfAbsent(more.day(), _ -> new HashMap<>()).merge(more.way(), more, MovementTotal::plus);
    }

    /** Takes the next total that is kept, once the whole ledger was taken. */
    public void next(MovementTotal kept) {
        Map<MovementTotal.Way, MovementTotal> ways = days.get(kept.day());
        MovementTotal said = ways == null ? null : ways.remove(kept.way());
        if (said == null) {
            add(kept, "is kept, but nothing moved so then");
        } else if (!said.equals(kept)) {
            add(kept, "is kept as %s credits in %d entries; the ledger says %s in %d".formatted(
                    Flaws.credits(kept.micros()), kept.entries(), Flaws.credits(said.micros()), said.entries()));
        }
    }

    private void add(MovementTotal total, String what) {
        MovementTotal.Way way = total.way();
        flaws.add(Kind.TOTAL, null, "The total of %s%s from %s to %s on %s %s.".formatted(way.type().key(),
                way.operation().isEmpty() ? "" : " (" + way.operation() + ")", way.from().key(), way.to().key(),
                total.day(), what));
    }

    /** All totals were taken: what is left of the ledger has none. */
    public void end() {
        days.values().forEach(ways -> ways.values().forEach(missing -> add(missing,
                "is missing; the ledger says " + Flaws.credits(missing.micros()) + " credits")));
    }
}
