package scrip.domain.audit;

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import scrip.domain.audit.Flaw.Kind;
import scrip.domain.ledger.ChainHash;
import scrip.domain.ledger.Entry;
import scrip.domain.ledger.HashChain;

/**
 * Follows the numbers and hashes of a ledger. After a flaw it goes on from what stands there, so that one damage is told
 * once or twice and not for every entry that follows.
 */
final class ChainCheck {

    private final long pool;
    private final Flaws flaws;
    private long seq;
    /** Null after a row that cannot be read. */
    private @Nullable ChainHash stored = ChainHash.GENESIS;
    /** What the last hash should have been. */
    private @Nullable ChainHash sealed = ChainHash.GENESIS;

    ChainCheck(long pool, Flaws flaws) {
        this.pool = pool;
        this.flaws = flaws;
    }

    void next(Line line) {
        boolean follows = number(line.seq());
        Entry entry = line.entry();
        if (entry == null) {
            flaws.add(Kind.UNREADABLE, line.seq(), "Entry %d %s.".formatted(line.seq(), line.damage()));
            stored = null;
            sealed = null;
        } else {
            hash(entry, follows);
        }
    }

    /** @return whether the number is the next one */
    private boolean number(long next) {
        long before = seq;
        seq = next;
        if (next == before + 1) {
            return true;
        }
        String missing = next == before + 2 ? "Entry %d is".formatted(before + 1)
                : "Entries %d to %d are".formatted(before + 1, next - 1);
        flaws.add(Kind.GAP, before + 1, missing + " missing.");
        return false;
    }

    private void hash(Entry entry, boolean follows) {
        ChainHash expected = seal(stored, entry);
        if (follows && expected != null && !Objects.equals(entry.hash(), expected)
                && !Objects.equals(entry.hash(), seal(sealed, entry))) {
            flaws.add(Kind.HASH, entry.seq(),
                    "The hash of entry %d does not follow from the entry and the one before it."
                            .formatted(entry.seq()));
        }
        stored = entry.hash();
        sealed = expected;
    }

    private @Nullable ChainHash seal(@Nullable ChainHash before, Entry entry) {
        return before == null ? null
                : new HashChain(pool, entry.seq() - 1, before).seal(List.of(entry.transfer()), entry.writtenAt())
                        .getFirst().hash();
    }

    /** Compares the end of the ledger with what the pool's row says of it. */
    void end(long keptSeq, ChainHash keptHash) {
        if (keptSeq != seq) {
            flaws.add(Kind.GAP, seq + 1,
                    "The pool's row says that its ledger has %d entries; it has %d.".formatted(keptSeq, seq));
        } else if (stored != null && !keptHash.equals(stored)) {
            flaws.add(Kind.HASH, seq,
                    "The hash of the last entry, %d, is not the one of the pool's row.".formatted(seq));
        }
    }

    long seq() {
        return seq;
    }
}
