package scrip.persistence.pool;

import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Packs the texts of answers. Most turns of many pools have one or two, which share little with each other and nearly all
 * with those that any other turn gives: so what such texts look like is known before the first.
 */
final class AnswerTexts {

    /**
     * A refusal, a charge and a hold, with zeros where they differ: what is most alike stands at the end. What was packed
     * needs the very same bytes to come back: another text is another form of {@link AnswersBlob}.
     */
    private static final byte[] DICTIONARY = """
            {"type":"urn:scrip:problem:builder_limit_reached","title":"The builder's limit is reached","status":402,\
            {"type":"urn:scrip:problem:hold_closed","title":"The hold has ended","status":409,\
            "detail":"The hold is settled.","code":"hold_closed","state":"settled","hold":{"balance":null}}\
            {"type":"urn:scrip:problem:insufficient_credits","title":"There are not enough credits","status":402,\
            "detail":"This needs 0 credits, and 0 are available.","code":"insufficient_credits","required":0,\
            "available":0,"renewsAt":"2026-00-00T00:00:00Z","buyUrl":"https:///settings/subscription"}\
            "receipt":{"rateCard":"2026-00","lines":[{"model":"large","kind":"input","tokens":000,"perMillion":000,\
            "credits":0.0},{"model":"small","kind":"cached_input","tokens":000,"perMillion":000,"credits":0.0},\
            {"model":"large","kind":"output","tokens":000,"perMillion":000,"credits":0.0}]},"status":"released",\
            "hold":null,"license":null,"forecast":null,"renewsAt":null,"receipt":null,"runsOutAt":null,"ownKey":true,\
            {"id":"charge_000000000_00","hold":"hold_000000000_00","operation":"query","builder":"@","credits":0.000000,\
            "taken":{"monthly":0.000000,"promotional":0,"addOn":0,"debt":0},"waived":0,"late":false,"ownKey":false,\
            "reference":null,"chargedAt":"2026-00-00T00:00:00.000000Z","receipt":{"rateCard":null,"lines":[]},\
            {"id":"hold_000000000_00","status":"held","operation":"query","builder":"@","credits":0,"ceiling":null,\
            "taken":{"monthly":0.000000,"promotional":0,"addOn":0},"ownKey":false,"reference":"",\
            "createdAt":"2026-00-00T00:00:00.000000Z","expiresAt":"2026-00-00T00:00:00.000000Z",\
            "balance":{"asOf":"2026-00-00T00:00:00.000000Z","available":0.000000,"held":0,"debt":0,\
            "monthly":{"granted":000,"available":0.000000,"held":0,"used":0.000000,"heldBefore":0,\
            "periodStart":"2026-00-00T00:00:00Z","renewsAt":"2026-00-00T00:00:00Z","builders":0,"perBuilder":000},\
            "promotional":{"available":0,"held":0,"grants":[]},"addOn":{"available":0,"held":0,"validUntil":null},\
            "license":{"plan":"Team","status":"active","endsAt":"2027-00-00T00:00:00Z"},\
            "forecast":{"perDay":0.000000,"runsOutAt":"2027-00-00T00:00:00Z","expiringUnused":0}}}"""
            .getBytes(UTF_8);

    private AnswerTexts() {}

    static byte[] pack(byte[] texts) {
        try (Deflater deflater = new Deflater(Deflater.BEST_SPEED, true)) {
            deflater.setDictionary(DICTIONARY);
            deflater.setInput(texts);
            deflater.finish();
            // Deflated bytes of any kind are hardly longer than they were.
            byte[] packed = new byte[texts.length + texts.length / 100 + 100];
            int length = deflater.deflate(packed);
            return Arrays.copyOf(packed, length);
        }
    }

    /** @throws IllegalArgumentException if {@link #pack} did not make them of so many bytes */
    static byte[] unpack(byte[] packed, int length) {
        try (Inflater inflater = new Inflater(true)) {
            inflater.setDictionary(DICTIONARY);
            return inflate(inflater, packed, length);
        }
    }

    /**
     * Unpacks what was packed before there was a dictionary.
     *
     * @throws IllegalArgumentException if it is not of so many bytes
     */
    static byte[] unpackWithout(byte[] packed, int length) {
        try (Inflater inflater = new Inflater(true)) {
            return inflate(inflater, packed, length);
        }
    }

    private static byte[] inflate(Inflater inflater, byte[] packed, int length) {
        inflater.setInput(packed);
        byte[] texts = new byte[length];
        try {
            if (inflater.inflate(texts) != length) {
                throw new IllegalArgumentException("answers are cut off");
            }
        } catch (DataFormatException e) {
            throw new IllegalArgumentException("answers are damaged", e);
        }
        return texts;
    }
}
