package scrip.web.api.json;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import scrip.application.metering.MeterOperations;
import scrip.domain.credit.Credits;
import scrip.web.api.problem.Problem;
import tools.jackson.databind.JsonNode;

/** The kinds of fields that the contract knows, each with its bounds. */
public final class Kinds {

    /** An e-mail address, at most 254 characters, in lower case. */
    public static final Kind<String> EMAIL = (node, at) -> email(string(node, at), at);

    /** Credits above zero and at most {@link MeterOperations#MOST}, with at most six decimals. */
    public static final Kind<Credits> CREDITS = (node, at) -> credits(number(node, at), at, 1);

    /** Credits from zero to {@link MeterOperations#MOST}, with at most six decimals. */
    public static final Kind<Credits> CREDITS_OR_NONE = (node, at) -> credits(number(node, at), at, 0);

    /** ISO-8601 with an offset, in the years 1970 to 9999, to the microsecond. */
    public static final Kind<Instant> INSTANT = (node, at) -> instant(string(node, at), at);

    /** The name of a time zone, such as {@code Europe/Berlin}. */
    public static final Kind<ZoneId> ZONE = (node, at) -> zone(string(node, at), at);

    public static final Kind<Boolean> FLAG = (node, at) -> {
        if (!node.isBoolean()) {
            throw at.wrongType("true or false");
        }
        return node.booleanValue();
    };

    private static final int LONGEST_EMAIL = 254;
    private static final Instant END_OF_TIME = Instant.parse("+10000-01-01T00:00:00Z");

    /** As browsers check it (WHATWG HTML), so that pages and API agree. */
    private static final Pattern EMAIL_SYNTAX = Pattern.compile("[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@"
            + "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*");

    private Kinds() {}

    /**
     * @param longest
     *            most characters
     * @return text that is neither blank nor holds control characters
     */
    public static Kind<String> text(int longest) {
        return (node, at) -> text(string(node, at), longest, at);
    }

    /** @return a whole number within the bounds */
    public static Kind<Long> whole(long least, long most) {
        return (node, at) -> {
            BigDecimal value = number(node, at);
            if (value.compareTo(BigDecimal.valueOf(least)) < 0 || value.compareTo(BigDecimal.valueOf(most)) > 0
                    || hasMoreDecimalsThan(value, 0)) {
                at.invalid("must be a whole number from " + least + " to " + most);
                return null;
            }
            return value.stripTrailingZeros().longValueExact();
        };
    }

    /** @return one of some words, as what it stands for */
    public static <T> Kind<T> oneOf(Map<String, T> words) {
        return (node, at) -> {
            T value = words.get(string(node, at));
            if (value == null) {
                at.invalid("must be one of " + String.join(", ", words.keySet().stream().sorted().toList()));
            }
            return value;
        };
    }

    /** @return an array of one to so many elements */
    public static <T> Kind<List<T>> list(int most, Kind<T> element) {
        return (node, at) -> {
            if (!node.isArray()) {
                throw at.wrongType("an array");
            }
            if (node.isEmpty() || node.size() > most) {
                at.invalid("must have 1 to " + most + " elements");
                return null;
            }
            return elements(node, element, at);
        };
    }

    private static <T> List<T> elements(JsonNode array, Kind<T> element, Place at) {
        List<T> values = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            T value = element.read(array.get(i), at.at(i));
            if (value != null) {
                values.add(value);
            }
        }
        return values;
    }

    /** @return an object of up to so many fields, each named by an e-mail address, whatever its case */
    public static <T> Kind<Map<String, T>> byEmail(int most, Kind<T> value) {
        return (node, at) -> {
            if (!node.isObject()) {
                throw at.wrongType("a JSON object");
            }
            if (node.size() > most) {
                at.invalid("must have at most " + most + " fields");
                return null;
            }
            return emails(node, value, at);
        };
    }

    private static <T> Map<String, T> emails(JsonNode object, Kind<T> value, Place at) {
        Map<String, T> values = new HashMap<>();
        object.properties().forEach(field -> {
            Place there = at.at(field.getKey());
            String email = email(field.getKey(), there);
            T read = value.read(field.getValue(), there);
            if (email != null && read != null && values.put(email, read) != null) {
                there.invalid("is named twice");
            }
        });
        return values;
    }

    /** @return an array of one to so many objects */
    public static <T> Kind<List<T>> objects(int most, Reading<T> reading) {
        return list(most, Fields.object(reading));
    }

    /** @return an object within the body */
    public static <T> Kind<T> object(Reading<T> reading) {
        return Fields.object(reading);
    }

    /**
     * @param parse
     *            throws an {@link IllegalArgumentException} with the complaint
     * @return text of a syntax of its own
     */
    public static <T> Kind<T> parsed(int longest, Function<String, T> parse) {
        return (node, at) -> {
            String text = text(string(node, at), longest, at);
            try {
                return text == null ? null : parse.apply(text);
            } catch (IllegalArgumentException e) {
                at.invalid(String.valueOf(e.getMessage()));
                return null;
            }
        };
    }

    private static @Nullable String text(String text, int longest, Place at) {
        if (text.isBlank()) {
            at.invalid("must not be empty");
        } else if (text.codePointCount(0, text.length()) > longest) {
            at.invalid("must have at most " + longest + " characters");
        } else if (text.codePoints().anyMatch(c -> Character.isISOControl(c) || isLoneSurrogate(c))) {
            at.invalid("must not hold control characters");
        } else {
            return text;
        }
        return null;
    }

    private static boolean isLoneSurrogate(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }

    /** @return the address in lower case */
    static @Nullable String email(String text, Place at) {
        Optional<String> email = emailOf(text);
        if (email.isEmpty()) {
            at.invalid(text.isBlank() ? "must not be empty" : "must be an e-mail address");
        }
        return email.orElse(null);
    }

    /** @return the address in lower case, if the text is one */
    public static Optional<String> emailOf(String text) {
        // Only what is short is looked at any closer.
        String email = text.length() > LONGEST_EMAIL ? "" : text.toLowerCase(Locale.ROOT);
        return EMAIL_SYNTAX.matcher(email).matches() ? Optional.of(email) : Optional.empty();
    }

    /**
     * @return an address that is part of a path, in lower case
     * @throws scrip.web.api.problem.ProblemException
     *             {@code invalid_field} if it is none
     */
    public static String emailInPath(String name, String text) {
        List<FieldError> errors = new ArrayList<>();
        String email = email(text, new Place(name, errors));
        if (email == null) {
            throw Problem.invalid(errors).asException();
        }
        return email;
    }

    private static @Nullable Credits credits(BigDecimal value, Place at, int leastSign) {
        if (value.signum() < leastSign || value.compareTo(MeterOperations.MOST.toDecimal()) > 0) {
            at.invalid((leastSign > 0 ? "must be above 0" : "must be 0 or more") + " and at most "
                    + MeterOperations.MOST);
        } else if (hasMoreDecimalsThan(value, Credits.DECIMALS)) {
            at.invalid("must have at most " + Credits.DECIMALS + " decimals");
        } else {
            return Credits.of(value.stripTrailingZeros());
        }
        return null;
    }

    /** Safe for any exponent: nothing is expanded. */
    private static boolean hasMoreDecimalsThan(BigDecimal value, int decimals) {
        return value.stripTrailingZeros().scale() > decimals;
    }

    /** @return the instant, to the microsecond */
    public static @Nullable Instant instant(String text, Place at) {
        try {
            Instant instant = OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MICROS);
            if (!instant.isBefore(Instant.EPOCH) && instant.isBefore(END_OF_TIME)) {
                return instant;
            }
        } catch (DateTimeException _) {
            // Told below, as for a time that is out of range.
        }
        at.invalid("must be a time such as 2026-01-31T09:00:00Z, in the years 1970 to 9999");
        return null;
    }

    private static @Nullable ZoneId zone(String text, Place at) {
        if (ZoneId.getAvailableZoneIds().contains(text)) {
            return ZoneId.of(text);
        }
        at.invalid("must be the name of a time zone, such as Europe/Berlin");
        return null;
    }

    private static String string(JsonNode node, Place at) {
        if (!node.isString()) {
            throw at.wrongType("a string");
        }
        return node.stringValue();
    }

    private static BigDecimal number(JsonNode node, Place at) {
        if (!node.isNumber()) {
            throw at.wrongType("a number");
        }
        return node.decimalValue();
    }
}
