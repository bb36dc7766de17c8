package scrip.web.api.request;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import scrip.web.api.json.FieldError;
import scrip.web.api.json.Kinds;
import scrip.web.api.json.Place;

/** Times as the parameters of an address. */
public final class QueryTimes {

    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

    private QueryTimes() {}

    /**
     * @throws IllegalArgumentException
     *             with the complaint
     */
    public static Instant instant(String text) {
        List<FieldError> errors = new ArrayList<>();
        // An unescaped + of an offset arrives as a space.
        Instant instant = Kinds.instant(text.replace(' ', '+'), new Place("", errors));
        if (instant == null) {
            throw new IllegalArgumentException(errors.getFirst().message());
        }
        return instant;
    }

    /**
     * @return a day from 1970 to 9999
     * @throws IllegalArgumentException
     *             with the complaint
     */
    public static LocalDate day(String text) {
        try {
            LocalDate day = LocalDate.parse(text);
            if (!day.isBefore(LocalDate.EPOCH) && !day.isAfter(LAST)) {
                return day;
            }
        } catch (DateTimeException _) {
            // Told below, as for a day that is out of range.
        }
        throw new IllegalArgumentException("must be a day such as 2026-01-31, in the years 1970 to 9999");
    }
}
