package scrip.web.api.request;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

import scrip.web.api.security.Sha256;
import tools.jackson.databind.JsonNode;

/**
 * Tells requests apart under the same key: SHA-256 over the path and the JSON value, whatever the order of its fields,
 * its spaces and the way it writes its numbers.
 */
public final class Fingerprint {

    private final MessageDigest digest = Sha256.digest();

    private Fingerprint() {}

    /** @return 64 hexadecimal digits */
    public static String of(String path, JsonNode body) {
        Fingerprint fingerprint = new Fingerprint();
        fingerprint.add('p', path);
        fingerprint.add(body);
        return HexFormat.of().formatHex(fingerprint.digest.digest());
    }

    private void add(JsonNode node) {
        if (node.isObject()) {
            Map<String, JsonNode> sorted = new TreeMap<>();
            node.properties().forEach(field -> sorted.put(field.getKey(), field.getValue()));
            add('{', Integer.toString(sorted.size()));
            sorted.forEach((name, value) -> {
                add('k', name);
                add(value);
            });
        } else if (node.isArray()) {
            add('[', Integer.toString(node.size()));
            node.forEach(this::add);
        } else if (node.isNumber()) {
            BigDecimal number = node.decimalValue().stripTrailingZeros();
            add('n', number.unscaledValue() + "e" + -(long) number.scale());
        } else {
            add(node.isString() ? 's' : 'w', node.isString() ? node.stringValue() : node.toString());
        }
    }

    /** The kind and the length go first, so that no two different values give the same bytes. */
    private void add(char kind, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(1 + Integer.BYTES).put((byte) kind).putInt(bytes.length).array());
        digest.update(bytes);
    }
}
