package scrip.persistence.pool;

import java.sql.SQLException;

import org.jspecify.annotations.Nullable;
import scrip.domain.credit.Credits;
import scrip.domain.pool.Charge;
import scrip.domain.pool.Slices;
import scrip.domain.pool.Work;
import scrip.domain.pricing.Receipt;
import scrip.persistence.sql.Cells;
import scrip.persistence.sql.Insert;
import scrip.persistence.sql.Sql;

/** A charge as a row, without what repaid its debt since it was written. */
public record ChargeRow(long pool, Charge charge) {

    /** The columns that {@link #of(Cells)} reads, of a table named c. */
    public static final String COLUMNS = """
            c.pool, c.number, c.hold, c.operation, c.builder, c.own_key, c.reference, c.micros, c.slices, c.debt,
            c.waived, c.late, c.charged_at, c.period, c.receipt, c.refundable, c.refunded""";

    private static final String INSERT = """
            INSERT INTO charge (pool, number, hold, operation, builder, own_key, reference, micros, slices, charged_at,
                period%s)
            VALUES""";
    /** Columns that are left out cost nothing, and most charges have nothing in these. */
    static final String INSERT_PLAIN = INSERT.formatted("");
    static final String INSERT_ALL = INSERT.formatted(", debt, waived, late, receipt, refundable, refunded");

    public static ChargeRow of(Cells cells) throws SQLException {
        long pool = cells.number();
        long number = cells.number();
        Long hold = cells.numberOrNull();
        Work work = new Work(cells.text(), cells.text(), cells.flag(), cells.textOrNull());
        Credits credits = cells.credits();
        Slices slices = SlicesText.parse(cells.text());
        return new ChargeRow(pool, new Charge(number, hold, work, credits, slices, cells.credits(), cells.credits(),
                cells.flag(), cells.instant(), cells.number(), ReceiptText.parse(cells.textOrNull()),
                refundable(cells.textOrNull(), slices), cells.credits()));
    }

    private static Slices refundable(@Nullable String text, Slices slices) {
        return text == null ? slices : SlicesText.parse(text);
    }

    /** @return whether it is all in the columns of {@link #INSERT_PLAIN} */
    boolean isPlain() {
        return charge.debt().equals(Credits.ZERO) && charge.waived().equals(Credits.ZERO) && !charge.late()
                && charge.receipt().equals(Receipt.REPORTED) && charge.refundable().equals(charge.slices())
                && charge.refunded().equals(Credits.ZERO);
    }

    /** @param rows of {@link #INSERT_PLAIN} if it is plain, else of {@link #INSERT_ALL} */
    void insert(Insert rows) {
        Work work = charge.work();
        rows.row().put(pool).put(charge.number()).put(charge.hold()).put(work.operation()).put(work.builder())
                .put(work.ownKey()).put(work.reference()).put(charge.credits()).put(SlicesText.of(charge.slices()))
                .put(charge.chargedAt()).put(charge.period());
        if (!isPlain()) {
            rows.put(charge.debt()).put(charge.waived()).put(charge.late()).put(ReceiptText.of(charge.receipt()))
                    .put(refundableText()).put(charge.refunded());
        }
    }

    /** All that can change of a charge. */
    Sql update() {
        return Sql.of("UPDATE charge SET refundable = ?, refunded = ? WHERE pool = ? AND number = ?",
                refundableText(), charge.refunded().micros(), pool, charge.number());
    }

    private @Nullable String refundableText() {
        return charge.refundable().equals(charge.slices()) ? null : SlicesText.of(charge.refundable());
    }
}
