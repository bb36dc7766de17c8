package scrip.domain.audit;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import scrip.domain.audit.Flaw.Kind;
import scrip.domain.ledger.Source;
import scrip.domain.pool.CreditPool;
import scrip.domain.pool.Hold;

/** Compares the holds that are open, or are due to lapse, with what the ledger says they set aside. */
public final class HoldCheck {

    private final Tally tally;
    private final CreditPool pool;
    private final Flaws flaws;
    private final Map<String, Long> held = new TreeMap<>();

    HoldCheck(Tally tally, CreditPool pool, Flaws flaws) {
        this.tally = tally;
        this.pool = pool;
        this.flaws = flaws;
    }

    /** Takes the next open hold. */
    public void next(Hold hold) {
        held.merge(hold.work().builder(), hold.credits().micros(), Long::sum);
        Map<Source, Long> said = tally.takeHold(hold.number());
        Map<Source, Long> slices = new HashMap<>();
        hold.slices().list().forEach(slice -> slices.merge(slice.source(), slice.credits().micros(), Long::sum));
        if (!hold.isOpen()) {
            add(hold, "is " + hold.status().name().toLowerCase(Locale.ROOT) + " among the open ones");
        } else if (!hold.expiresAt().isAfter(pool.asOf())) {
            add(hold, "is open, though it ended at " + hold.expiresAt());
        }
        if (hold.isOpen() && !slices.equals(said)) {
            add(hold, "keeps %s; the ledger says %s".formatted(text(slices), text(said)));
        }
        if (!hold.slices().total().equals(hold.credits())) {
            add(hold, "is of %s credits and keeps %s".formatted(hold.credits(), text(slices)));
        }
    }

    private void add(Hold hold, String what) {
        flaws.add(Kind.HOLD, null, "Hold %d %s.".formatted(hold.number(), what));
    }

    private static String text(Map<Source, Long> parts) {
        return Flaws.credits(parts.values().stream().mapToLong(Long::longValue).sum()) + " credits";
    }

    /** Takes the next total of a builder; all holds were taken. */
    public void total(HeldTotal total) {
        Long said = held.remove(total.builder());
        if (said == null || said != total.micros()) {
            add(total.builder(), Flaws.credits(total.micros()), said == null ? 0 : said);
        }
    }

    private void add(String builder, String kept, long said) {
        flaws.add(Kind.TOTAL, null, "What %s has on hold is kept as %s credits; the holds say %s.".formatted(builder,
                kept, Flaws.credits(said)));
    }

    /** All holds and totals were taken: what the ledger still holds has none. */
    public void end() {
        held.forEach((builder, micros) -> {
            if (micros != 0) {
                add(builder, "0", micros);
            }
        });
        tally.holds().forEach((number, sums) -> flaws.add(Kind.HOLD, null,
                "The ledger sets aside %s for hold %d, which is not open.".formatted(text(sums.left()), number)));
    }
}
