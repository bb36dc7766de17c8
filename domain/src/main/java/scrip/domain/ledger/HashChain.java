package scrip.domain.ledger;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Seals transfers into a pool's ledger: each gets the next number and a hash over itself and the entry before it, so
 * that a changed, missing or swapped entry is found (rule 30).
 */
public final class HashChain {

    private final long pool;
    private final MessageDigest sha256 = sha256();
    private final HashedRow row = new HashedRow();
    private long seq;
    private ChainHash last;

    /**
     * @param pool
     *            the pool's id, part of every hash so that entries cannot wander between pools
     * @param seq
     *            number of the last entry, 0 if there is none
     * @param last
     *            its hash, {@link ChainHash#GENESIS} if there is none
     */
    public HashChain(long pool, long seq, ChainHash last) {
        this.pool = pool;
        this.seq = seq;
        this.last = last;
    }

    /** @return the transfers as entries, in order; the chain goes on after them */
    public List<Entry> seal(List<Transfer> transfers, Instant writtenAt) {
        List<Entry> entries = new ArrayList<>(transfers.size());
        for (Transfer transfer : transfers) {
            seq++;
            last = hash(transfer, writtenAt);
            entries.add(new Entry(seq, writtenAt, transfer, last));
        }
        return entries;
    }

    public long seq() {
        return seq;
    }

    public ChainHash last() {
        return last;
    }

    private ChainHash hash(Transfer t, Instant writtenAt) {
        Cause cause = t.cause();
        row.reset().put(last.sharedBytes());
        row.put(pool).put(seq).put(micros(t.dueAt())).put(micros(writtenAt));
        row.put((byte) t.type().code()).put((byte) t.from().code()).put((byte) t.to().code());
        row.put(t.credits().micros()).put(orMinusOne(cause.hold())).put(orMinusOne(cause.charge()));
        row.put(t.source() == null ? null : t.source().code()).put(cause.operation()).put(cause.builder())
                .put(cause.purchase());
        return ChainHash.owning(row.digest(sha256));
    }

    private static long orMinusOne(@Nullable Long number) {
        return number == null ? -1 : number;
    }

    private static long micros(Instant instant) {
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), 1_000_000L), instant.getNano() / 1_000);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }
}
