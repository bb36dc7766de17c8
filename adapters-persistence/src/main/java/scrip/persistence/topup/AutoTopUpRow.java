package scrip.persistence.topup;

import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import scrip.application.topup.AutoTopUpStore.Versioned;
import scrip.domain.pool.PoolId;
import scrip.domain.topup.AutoTopUp;
import scrip.domain.topup.AutoTopUp.Card;
import scrip.domain.topup.AutoTopUp.Outcome;
import scrip.domain.topup.AutoTopUp.Progress;
import scrip.domain.topup.AutoTopUp.Settings;
import scrip.persistence.sql.Cells;
import scrip.persistence.sql.Micros;
import scrip.persistence.sql.Sql;

/** An automatic top-up as a row; a month is its year times 12 and its number. */
record AutoTopUpRow(AutoTopUp topUp) {

    /** The columns that {@link #of(Cells)} reads, of a table named t. */
    static final String COLUMNS = """
            t.pool, t.version, t.enabled, t.threshold, t.credits, t.most_per_month, t.mode, t.customer, t.method,
            t.label, t.card_saved_at, t.attempt, t.begun_at, t.month, t.begun_in_month, t.declines, t.ended_at, t.outcome""";

    private static final int MONTHS = 12;

    static Versioned of(Cells cells) throws SQLException {
        PoolId pool = new PoolId(cells.number());
        long version = cells.number();
        Settings settings = new Settings(cells.flag(), cells.credits(), cells.number(), cells.integer());
        Card card = card(cells);
        Progress progress = new Progress(cells.integer(), cells.instantOrNull(), month(cells.integer()),
                cells.integer(), cells.integer(), cells.instantOrNull(), outcome(cells.textOrNull()));
        return new Versioned(new AutoTopUp(pool, settings, card, progress), version);
    }

    private static @Nullable Card card(Cells cells) throws SQLException {
        String mode = cells.textOrNull();
        String customer = cells.textOrNull();
        String method = cells.textOrNull();
        String label = cells.textOrNull();
        Instant savedAt = cells.instantOrNull();
        return mode == null || customer == null || method == null || label == null
                ? null
                : new Card(mode.toUpperCase(Locale.ROOT), customer, method, label,
                        savedAt == null ? Instant.EPOCH : savedAt);
    }

    private static YearMonth month(int number) {
        return YearMonth.of(number / MONTHS, number % MONTHS + 1);
    }

    private static @Nullable Outcome outcome(@Nullable String word) {
        return word == null ? null : Outcome.valueOf(word.toUpperCase(Locale.ROOT));
    }

    Sql insert() {
        return new Sql(
                """
                        INSERT INTO auto_top_up (enabled, threshold, credits, most_per_month, mode, customer, method, label,
                            card_saved_at, attempt, begun_at, tried_at, month, begun_in_month, declines, ended_at, outcome, next_at,
                            pool, version)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                values(topUp.pool().value(), 1));
    }

    Sql update(long readVersion) {
        return new Sql(
                """
                        UPDATE auto_top_up SET enabled = ?, threshold = ?, credits = ?, most_per_month = ?, mode = ?,
                            customer = ?, method = ?, label = ?, card_saved_at = ?, attempt = ?, begun_at = ?,
                            tried_at = ?, month = ?, begun_in_month = ?, declines = ?, ended_at = ?, outcome = ?,
                            next_at = ?, version = version + 1
                        WHERE pool = ? AND version = ?""",
                values(topUp.pool().value(), readVersion));
    }

    private List<@Nullable Object> values(Object... keys) {
        Settings settings = topUp.settings();
        Card card = topUp.card();
        Progress progress = topUp.progress();
        Long begunAt = Micros.ofNullable(progress.begunAt());
        Outcome outcome = progress.outcome();
        List<@Nullable Object> values = list(settings.enabled() ? 1 : 0,
                settings.threshold().micros(), settings.credits(), settings.mostPerMonth(),
                card == null ? null : card.mode().toLowerCase(Locale.ROOT), card == null ? null : card.customer(),
                card == null ? null : card.method(), card == null ? null : card.label(),
                card == null ? null : Micros.of(card.savedAt()), progress.attempt(), begunAt,
                begunAt, progress.month().getYear() * MONTHS + progress.month().getMonthValue() - 1,
                progress.begunInMonth(), progress.declines(), Micros.ofNullable(progress.endedAt()),
                outcome == null ? null : outcome.name().toLowerCase(Locale.ROOT),
                Micros.ofNullable(topUp.nextAt().orElse(null)));
        values.addAll(List.of(keys));
        return values;
    }

    private static List<@Nullable Object> list(@Nullable Object... of) {
        List<@Nullable Object> all = new ArrayList<>();
        for (Object one : of) {
            all.add(one);
        }
        return all;
    }

}
