package scrip.persistence.pool;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

import scrip.application.pool.Answer;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * The answers of one turn as bytes. The texts of a turn differ in a few digits, so together they pack into a twentieth
 * ({@link AnswerTexts}); keys and fingerprints do not pack at all and stand before them:
 *
 * <pre>
 * form      1 byte: 0 texts as they are, 1 texts deflated, both of earlier versions, 2 texts deflated with the dictionary
 * count     4 bytes
 * answers   16 bytes of the key's id, 1 of the fingerprint's length, the fingerprint, 2 of the status, 4 of the text's length
 * texts     UTF-8, one after another
 * </pre>
 */
final class AnswersBlob {

    private static final byte PLAIN = 0;
    private static final byte DEFLATED = 1;
    private static final byte WITH_DICTIONARY = 2;
    private static final int HEAD = 1 + Integer.BYTES;
    private static final int EACH = KeyId.LENGTH + 1 + Short.BYTES + Integer.BYTES;

    private AnswersBlob() {}

    /** An answer under the id of a key. */
    record Entry(KeyId id, String fingerprint, Answer answer) {}

    private record Head(KeyId id, String fingerprint, int status, int length) {}

    static byte[] of(List<Entry> entries) {
        List<byte[]> fingerprints = new ArrayList<>();
        List<byte[]> texts = new ArrayList<>();
        int heads = HEAD;
        int length = 0;
        for (Entry entry : entries) {
            byte[] fingerprint = HexFormat.of().parseHex(entry.fingerprint);
            byte[] text = entry.answer.body().getBytes(UTF_8);
            fingerprints.add(fingerprint);
            texts.add(text);
            heads += EACH + fingerprint.length;
            length += text.length;
        }
        byte[] packed = AnswerTexts.pack(join(texts, length));
        ByteBuffer blob = ByteBuffer.allocate(heads + packed.length);
        blob.put(WITH_DICTIONARY).putInt(entries.size());
        for (int i = 0; i < entries.size(); i++) {
            byte[] fingerprint = fingerprints.get(i);
            blob.put(entries.get(i).id.bytes()).put((byte) fingerprint.length).put(fingerprint)
                    .putShort((short) entries.get(i).answer.status()).putInt(texts.get(i).length);
        }
        return blob.put(packed).array();
    }

    /** @throws IllegalArgumentException if {@link #of} did not make them */
    static List<Entry> parse(byte[] bytes) {
        ByteBuffer blob = ByteBuffer.wrap(bytes);
        byte form = blob.get();
        List<Head> heads = heads(blob);
        int length = heads.stream().mapToInt(Head::length).sum();
        byte[] texts = switch (form) {
            case PLAIN -> rest(blob);
            case DEFLATED -> AnswerTexts.unpackWithout(rest(blob), length);
            case WITH_DICTIONARY -> AnswerTexts.unpack(rest(blob), length);
            default -> throw new IllegalArgumentException("answers in a form that is not known: " + form);
        };
        List<Entry> entries = new ArrayList<>();
        int from = 0;
        for (Head head : heads) {
            String text = new String(texts, from, head.length, UTF_8);
            entries.add(new Entry(head.id, head.fingerprint, new Answer(head.status, text)));
            from += head.length;
        }
        return entries;
    }

    private static List<Head> heads(ByteBuffer blob) {
        int count = blob.getInt();
        List<Head> heads = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            KeyId id = KeyId.of(next(blob, KeyId.LENGTH));
            String fingerprint = HexFormat.of().formatHex(next(blob, Byte.toUnsignedInt(blob.get())));
            heads.add(new Head(id, fingerprint, blob.getShort(), blob.getInt()));
        }
        return heads;
    }

    private static byte[] next(ByteBuffer blob, int length) {
        byte[] bytes = new byte[length];
        blob.get(bytes);
        return bytes;
    }

    private static byte[] rest(ByteBuffer blob) {
        return next(blob, blob.remaining());
    }

    private static byte[] join(List<byte[]> texts, int length) {
        ByteBuffer joined = ByteBuffer.allocate(length);
        texts.forEach(joined::put);
        return joined.array();
    }
}
