package scrip.domain.audit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import scrip.domain.audit.Flaw.Kind;
import scrip.domain.credit.Credits;

/** Gathers the flaws of one pool: the first {@value #MOST}, and how many there are. */
public final class Flaws {

    static final int MOST = 100;

    private final List<Flaw> first = new ArrayList<>();
    private long count;

    public void add(Kind kind, @Nullable Long seq, String what) {
        count++;
        if (first.size() < MOST) {
            first.add(new Flaw(kind, seq, what));
        }
    }

    /** @return the flaws in the order in which they were found; a last one says how many more there are */
    public List<Flaw> list() {
        List<Flaw> list = new ArrayList<>(first);
        if (count > MOST) {
            list.add(new Flaw(first.getLast().kind(), null, "And %,d more.".formatted(count - MOST)));
        }
        return list;
    }

    /** Adds a flaw if what is kept is not what the ledger says; both in micro-credits. */
    void compare(Kind kind, String what, long kept, long said) {
        if (kept != said) {
            add(kind, null, "%s is kept as %s credits; the ledger says %s.".formatted(what, credits(kept),
                    credits(said)));
        }
    }

    /** @return credits as people write them; a damaged amount may be below zero */
    static String credits(long micros) {
        return micros == 0 ? "0" : BigDecimal.valueOf(micros, Credits.DECIMALS).stripTrailingZeros().toPlainString();
    }
}
