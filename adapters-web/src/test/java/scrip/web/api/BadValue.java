package scrip.web.api;

import java.util.ArrayList;
import java.util.List;

/**
 * A value that a field must not have, as raw JSON, with what it is answered.
 *
 * @param json
 *            null for a field that is left out
 */
record BadValue(String json, int status, String code) {

    static BadValue wrongType(String json) {
        return new BadValue(json, 400, "malformed_request");
    }

    static BadValue invalid(String json) {
        return new BadValue(json, 422, "invalid_field");
    }

    /** What no required field may be. */
    static List<BadValue> required(List<BadValue> others) {
        List<BadValue> all = new ArrayList<>(others);
        all.add(invalid(null));
        all.add(invalid("null"));
        return all;
    }

    static List<BadValue> text(int longest) {
        return List.of(invalid("\"\""), invalid("\"  \""), invalid("\"" + "x".repeat(longest + 1) + "\""),
                invalid("\"a\\u0000b\""), invalid("\"\\ud800\""), wrongType("7"), wrongType("true"), wrongType("[]"),
                wrongType("{}"), wrongType("[\"a\"]"));
    }

    static List<BadValue> word() {
        return List.of(invalid("\"\""), invalid("\"nonsense\""), invalid("\"" + "x".repeat(5000) + "\""),
                wrongType("7"), wrongType("false"), wrongType("[]"), wrongType("{}"));
    }

    static List<BadValue> email() {
        List<BadValue> all = new ArrayList<>(word());
        for (String text : List.of("ada", "@nexus.test", "ada@", "ada @nexus.test", "ada@nexus..test", "a@b@c.test",
                "ada@nexus.test\\n", "<ada@nexus.test>", "a".repeat(65) + "@nexus.test",
                "ada@" + "nexus.".repeat(50) + "test", "ädä@nexus.test")) {
            all.add(invalid("\"" + text + "\""));
        }
        return all;
    }

    static List<BadValue> time() {
        List<BadValue> all = new ArrayList<>(word());
        for (String text : List.of("2026-01-01", "2026-01-01T00:00:00", "2026-02-30T00:00:00Z", "1969-12-31T23:59:59Z",
                "+10000-01-01T00:00:00Z", "+999999999-12-31T23:59:59Z", "-0001-01-01T00:00:00Z", "1770000000")) {
            all.add(invalid("\"" + text + "\""));
        }
        return all;
    }

    /** Numbers that are none, have another type or are far out of any range. */
    static List<BadValue> number() {
        return List.of(wrongType("\"5\""), wrongType("true"), wrongType("[]"), wrongType("{}"), wrongType("NaN"),
                wrongType("Infinity"), wrongType("0x10"), wrongType("1_000"), wrongType("+5"), wrongType("05"),
                invalid("-1"), invalid("1e400"), invalid("-1e400"), invalid("1e999999999"), invalid("1e-400"),
                invalid("1e-999999999"), invalid("9223372036854775808"), invalid("9".repeat(300)));
    }

    static List<BadValue> creditsOrNone() {
        List<BadValue> all = new ArrayList<>(number());
        all.add(invalid("0.0000001"));
        all.add(invalid("1.2345678"));
        all.add(invalid("1000000000.000001"));
        return all;
    }

    static List<BadValue> credits() {
        List<BadValue> all = new ArrayList<>(creditsOrNone());
        all.add(invalid("0"));
        all.add(invalid("0.0"));
        all.add(invalid("-0"));
        return all;
    }

    static List<BadValue> whole(long least, long most) {
        List<BadValue> all = new ArrayList<>(number());
        all.add(invalid(Long.toString(least - 1)));
        all.add(invalid(Long.toString(most + 1)));
        all.add(invalid("1.5"));
        return all;
    }

    static List<BadValue> flag() {
        return List.of(wrongType("\"true\""), wrongType("1"), wrongType("[]"), wrongType("{}"));
    }

    static List<BadValue> objects() {
        return List.of(invalid("[]"), wrongType("{}"), wrongType("\"a\""), wrongType("7"), wrongType("[1]"),
                wrongType("[[]]"), wrongType("[null]"));
    }

    static List<BadValue> words() {
        return List.of(invalid("[]"), wrongType("{}"), wrongType("\"meter\""), wrongType("7"), wrongType("[1]"),
                wrongType("[null]"));
    }
}
