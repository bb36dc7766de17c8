package scrip.domain.ledger;

import java.util.Arrays;
import java.util.HexFormat;

/** A SHA-256 link of a pool's ledger; compared by its bytes. */
public final class ChainHash {

    static final int BYTES = 32;

    /** What the first entry of every pool is sealed to. */
    public static final ChainHash GENESIS = new ChainHash(new byte[BYTES]);

    private final byte[] bytes;

    private ChainHash(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * @throws IllegalArgumentException
     *             unless there are 32 bytes
     */
    public static ChainHash of(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("a hash has 32 bytes, not " + bytes.length);
        }
        return new ChainHash(bytes.clone());
    }

    static ChainHash owning(byte[] bytes) {
        return new ChainHash(bytes);
    }

    public byte[] toBytes() {
        return bytes.clone();
    }

    byte[] sharedBytes() {
        return bytes;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ChainHash that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** @return 64 hexadecimal digits */
    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes);
    }
}
