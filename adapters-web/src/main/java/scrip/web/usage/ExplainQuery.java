package scrip.web.usage;

import java.time.DateTimeException;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * The days of the form "explain this balance"; what cannot be read asks for nothing in particular.
 *
 * @param explainFrom
 *            first day in UTC, ISO
 * @param explainTo
 *            last day in UTC, ISO
 */
public record ExplainQuery(@Nullable String explainFrom, @Nullable String explainTo) {

    @Nullable
    LocalDate firstDay() {
        return day(explainFrom);
    }

    @Nullable
    LocalDate lastDay() {
        return day(explainTo);
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        try {
            LocalDate day = text == null || text.isBlank() ? null : LocalDate.parse(text.strip());
            return day == null || day.isBefore(LocalDate.EPOCH.plusDays(1)) || day.getYear() > 9999 ? null : day;
        } catch (DateTimeException _) {
            return null;
        }
    }
}
