package scrip.web.form;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;

import scrip.application.metering.MeterOperations;
import scrip.domain.credit.Credits;
import scrip.web.api.json.Kinds;
import scrip.web.page.AmountText;

/** What typed text means, within the bounds of the HTTP contract. */
public final class Texts {

    private static final Pattern NUMBER = Pattern.compile("\\d{1,19}(?:\\.\\d{1,19})?|\\.\\d{1,19}");
    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 9999;

    private Texts() {}

    /** Text of at most so many characters, without control characters. */
    public static Function<String, String> line(int longest) {
        return text -> {
            if (text.codePointCount(0, text.length()) > longest) {
                throw new Unfit("too_long", AmountText.count(longest));
            }
            if (text.codePoints().anyMatch(Character::isISOControl)) {
                throw new Unfit("not_text");
            }
            return text;
        };
    }

    /** Text of at most so many bytes, kept as it is. */
    public static Function<String, String> secret(int mostBytes) {
        return text -> {
            if (text.getBytes(StandardCharsets.UTF_8).length > mostBytes) {
                throw new Unfit("too_long", AmountText.count(mostBytes));
            }
            return text;
        };
    }

    /** A whole number within the bounds; groups of thousands are passed over. */
    public static Function<String, Long> whole(long least, long most) {
        return text -> {
            BigDecimal value = number(text);
            if (value.stripTrailingZeros().scale() > 0 || value.compareTo(BigDecimal.valueOf(least)) < 0
                    || value.compareTo(BigDecimal.valueOf(most)) > 0) {
                throw new Unfit("not_within", AmountText.count(least), AmountText.count(most));
            }
            return value.longValueExact();
        };
    }

    /** Credits from zero on, with at most six decimals. */
    public static Credits creditsOrNone(String text) {
        BigDecimal value = number(text);
        if (value.stripTrailingZeros().scale() > Credits.DECIMALS) {
            throw new Unfit("too_fine");
        }
        if (value.compareTo(MeterOperations.MOST.toDecimal()) > 0) {
            throw new Unfit("too_much", AmountText.credits(MeterOperations.MOST.micros()));
        }
        return Credits.of(value.stripTrailingZeros());
    }

    /** Credits above zero, with at most six decimals. */
    public static Credits credits(String text) {
        Credits credits = creditsOrNone(text);
        if (credits.isZero()) {
            throw new Unfit("not_positive");
        }
        return credits;
    }

    private static BigDecimal number(String text) {
        String plain = text.replace(",", "");
        if (!NUMBER.matcher(plain).matches()) {
            throw new Unfit("not_a_number");
        }
        return new BigDecimal(plain);
    }

    /** One of some words, as what it stands for. */
    public static <T> Function<String, T> oneOf(Map<String, T> words) {
        return text -> {
            T value = words.get(text);
            if (value == null) {
                throw new Unfit("not_offered");
            }
            return value;
        };
    }

    /** A local date and time as browsers send it, such as {@code 2026-01-31T09:00}. */
    public static LocalDateTime localTime(String text) {
        try {
            LocalDateTime time = LocalDateTime.parse(text);
            if (time.getYear() >= FIRST_YEAR && time.getYear() <= LAST_YEAR) {
                return time;
            }
        } catch (DateTimeException _) {
            // Told below, as for a time that is out of range.
        }
        throw new Unfit("not_a_time");
    }

    /** The name of a time zone, such as {@code Europe/Berlin}. */
    public static ZoneId zone(String text) {
        if (!ZoneId.getAvailableZoneIds().contains(text)) {
            throw new Unfit("not_a_zone");
        }
        return ZoneId.of(text);
    }

    /** An e-mail address, in lower case. */
    public static String email(String text) {
        return Kinds.emailOf(text.toLowerCase(Locale.ROOT)).orElseThrow(() -> new Unfit("not_an_email"));
    }

    /** An instant in words that a field for local times understands. */
    public static String minutes(Instant instant, ZoneId zone) {
        LocalDateTime local = LocalDateTime.ofInstant(instant, zone);
        return local.withSecond(0).withNano(0).toString();
    }
}
