package scrip.domain.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

import org.jspecify.annotations.Nullable;

/** The bytes of one entry as they are hashed, gathered in one array that is used again for the next. */
final class HashedRow {

    private ByteBuffer bytes = ByteBuffer.allocate(512);

    HashedRow reset() {
        bytes.clear();
        return this;
    }

    HashedRow put(byte[] more) {
        room(more.length).put(more);
        return this;
    }

    HashedRow put(byte one) {
        room(Byte.BYTES).put(one);
        return this;
    }

    HashedRow put(long number) {
        room(Long.BYTES).putLong(number);
        return this;
    }

    /** The length goes first, -1 for null, so that no two different rows give the same bytes. */
    HashedRow put(@Nullable String text) {
        if (text == null) {
            room(Integer.BYTES).putInt(-1);
            return this;
        }
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        room(Integer.BYTES).putInt(utf8.length);
        return put(utf8);
    }

    byte[] digest(MessageDigest by) {
        by.update(bytes.array(), 0, bytes.position());
        return by.digest();
    }

    private ByteBuffer room(int more) {
        if (bytes.remaining() < more) {
            bytes = ByteBuffer.allocate(2 * (bytes.position() + more)).put(bytes.flip());
        }
        return bytes;
    }
}
