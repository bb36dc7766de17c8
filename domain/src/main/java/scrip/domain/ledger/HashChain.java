package scrip.domain.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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
        sha256.update(last.sharedBytes());
        ByteBuffer numbers = ByteBuffer.allocate(7 * Long.BYTES + 3);
        numbers.putLong(pool).putLong(seq).putLong(micros(t.dueAt())).putLong(micros(writtenAt));
        numbers.put((byte) t.type().code()).put((byte) t.from().code()).put((byte) t.to().code());
        numbers.putLong(t.credits().micros());
        numbers.putLong(orMinusOne(t.cause().hold())).putLong(orMinusOne(t.cause().charge()));
        sha256.update(numbers.array());
        update(t.source() == null ? null : t.source().code());
        update(t.cause().operation());
        update(t.cause().builder());
        update(t.cause().purchase());
        return ChainHash.owning(sha256.digest());
    }

    /** The length goes first so that no two different rows give the same bytes. */
    private void update(@Nullable String text) {
        byte[] bytes = text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
        sha256.update(ByteBuffer.allocate(Integer.BYTES).putInt(text == null ? -1 : bytes.length).array());
        sha256.update(bytes);
    }

    private static long orMinusOne(@Nullable Long number) {
        return number == null ? -1 : number;
    }

    private static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }
}
