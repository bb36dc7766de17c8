package scrip.payment.sandbox;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * The parameters of a request as Stripe's SDK flattens them: {@code line_items[0][quantity]=5}.
 *
 * @param values
 *            by their whole names
 */
record Params(Map<String, String> values) {

    private static final int MOST = 100;

    Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name)).filter(value -> !value.isEmpty());
    }

    /** A whole number of at most 18 digits. */
    OptionalLong number(String name) {
        String value = values.getOrDefault(name, "");
        return value.matches("-?\\d{1,18}") ? OptionalLong.of(Long.parseLong(value)) : OptionalLong.empty();
    }

    /** The entries of a map, such as {@code metadata}. */
    Map<String, String> map(String name) {
        Map<String, String> entries = new LinkedHashMap<>();
        values.forEach((key, value) -> {
            if (key.startsWith(name + "[") && key.endsWith("]")) {
                entries.put(key.substring(name.length() + 1, key.length() - 1), value);
            }
        });
        return entries;
    }

    /** How many elements a list has. */
    int count(String name) {
        int count = 0;
        while (count < MOST && has(name + "[" + count + "]")) {
            count++;
        }
        return count;
    }

    /** The same text for the same parameters in whatever order. */
    String fingerprint() {
        return new TreeMap<>(values).toString();
    }

    private boolean has(String prefix) {
        return values.keySet().stream().anyMatch(key -> key.startsWith(prefix));
    }
}
