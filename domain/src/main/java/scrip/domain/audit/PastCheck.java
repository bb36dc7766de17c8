package scrip.domain.audit;

import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import scrip.domain.audit.Flaw.Kind;
import scrip.domain.ledger.Account;
import scrip.domain.ledger.ChainHash;

/**
 * Compares a pool as it is remembered of its past with what its ledger had come to by then, as that is gone through. A
 * difference is told once and not for every day that follows.
 */
final class PastCheck {

    private final Tally tally;
    private final Flaws flaws;
    private final Map<String, Long> drifts = new HashMap<>();
    private Iterator<StoredPool> remembered = Collections.emptyIterator();
    private @Nullable StoredPool next;

    PastCheck(Tally tally, Flaws flaws) {
        this.tally = tally;
        this.flaws = flaws;
    }

    /** Begins with what is remembered of the pool, in the order of its ledger, before its first entry is taken. */
    void begin(Iterator<StoredPool> all) {
        remembered = all;
        advance();
        reached(0, ChainHash.GENESIS);
    }

    private void advance() {
        next = remembered.hasNext() ? remembered.next() : null;
    }

    /** @param hash of the entry that was taken last, or null if that could not be read */
    void reached(long seq, @Nullable ChainHash hash) {
        while (next != null && next.seq() <= seq) {
            if (next.seq() < seq) {
                missing(next);
            } else if (hash != null) {
                compare(next, hash);
            }
            advance();
        }
    }

    private void missing(StoredPool then) {
        flaws.add(Kind.GAP, then.seq(), "The pool is remembered as of %s with entry %d, which is not there.".formatted(
                then.pool().asOf(), then.seq()));
    }

    private void compare(StoredPool then, ChainHash hash) {
        compare("The monthly balance", then, then.pool().stock().monthly().micros(), tally.of(Account.MONTHLY));
        compare("The promotional balance", then, then.totals().promotional(), tally.of(Account.PROMOTIONAL));
        compare("The add-on balance", then, then.totals().addOn(), tally.of(Account.ADD_ON));
        compare("What was held", then, then.pool().held().total().micros(), tally.of(Account.HELD));
        compare("The debt", then, then.totals().debt(), -tally.of(Account.DEBT));
        if (!then.hash().equals(hash)) {
            flaws.add(Kind.HASH, then.seq(), "The hash of entry %d is not the one that is remembered as of %s."
                    .formatted(then.seq(), then.pool().asOf()));
        }
    }

    private void compare(String what, StoredPool then, long kept, long said) {
        long drift = kept - said;
        Long before = drifts.put(what, drift);
        if (drift != 0 && (before == null || before != drift)) {
            flaws.add(Kind.BALANCE, then.seq(),
                    "%s as of %s is remembered as %s credits; the ledger says %s.".formatted(
                            what, then.pool().asOf(), Flaws.credits(kept), Flaws.credits(said)));
        }
    }

    /** All entries were taken. */
    void end() {
        while (next != null) {
            missing(next);
            advance();
        }
    }
}
