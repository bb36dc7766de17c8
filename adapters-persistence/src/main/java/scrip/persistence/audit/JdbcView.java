package scrip.persistence.audit;

import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import scrip.application.audit.Archive;
import scrip.application.audit.DamagedRowException;
import scrip.application.pool.ConflictException;
import scrip.application.pool.UnavailableException;
import scrip.domain.audit.DayTotal;
import scrip.domain.audit.HeldTotal;
import scrip.domain.audit.Line;
import scrip.domain.audit.MovementTotal;
import scrip.domain.audit.StoredPool;
import scrip.domain.audit.UseTotal;
import scrip.domain.ledger.Account;
import scrip.domain.ledger.TransferType;
import scrip.domain.pool.Charge;
import scrip.domain.pool.Hold;
import scrip.domain.pool.PoolId;
import scrip.domain.purchase.Purchase;
import scrip.persistence.pool.ChargesRead;
import scrip.persistence.pool.EntryRow;
import scrip.persistence.pool.HoldRow;
import scrip.persistence.pool.PoolRow;
import scrip.persistence.pool.Unposted;
import scrip.persistence.purchase.PurchaseRow;
import scrip.persistence.sql.Cells;
import scrip.persistence.sql.Micros;
import scrip.persistence.sql.RoundTrip;
import scrip.persistence.sql.Sql;
import scrip.persistence.sql.Transaction;
import tools.jackson.core.JacksonException;

/** A pool at the moment of a transaction. */
final class JdbcView implements Archive.View {

    /** Comes before all others of its day. */
    private static final MovementTotal.Way FIRST = new MovementTotal.Way(TransferType.GRANT, "", Account.ISSUED,
            Account.ISSUED);

    private final Transaction moment;
    private final long pool;
    private @Nullable UnpostedTotals unposted;

    JdbcView(Transaction moment, long pool) {
        this.moment = moment;
        this.pool = pool;
    }

    /** Makes an object of a row that may have been damaged. */
    @FunctionalInterface
    private interface Row<T> {
        T of(Cells cells) throws SQLException;
    }

    private <T> List<T> list(String what, Sql query, Row<T> row) {
        List<T> rows = new ArrayList<>();
        read(query, cells -> rows.add(undamaged(what, () -> row.of(cells))));
        return rows;
    }

    private void read(Sql query, RoundTrip.EachRow row) {
        try {
            moment.run(new RoundTrip().read(query, row));
        } catch (ConflictException e) {
            throw new UnavailableException("the database cannot serve now", e);
        }
    }

    @FunctionalInterface
    private interface Reading<T> {
        T get() throws SQLException;
    }

    private static <T> T undamaged(String what, Reading<T> reading) throws SQLException {
        try {
            return reading.get();
        } catch (IllegalArgumentException | IllegalStateException | DateTimeException | JacksonException
                | IndexOutOfBoundsException | NullPointerException e) {
            throw new DamagedRowException(what + " cannot be read: " + e.getMessage(), e);
        }
    }

    @Override
    public Optional<StoredPool> pool() {
        return list("The pool's row", Sql.of("SELECT p.promotional, p.add_on, p.debt, " + PoolRow.COLUMNS
                + "\nFROM pool p WHERE p.id = ?", pool), JdbcView::stored).stream().findFirst();
    }

    @Override
    public List<StoredPool> remembered(@Nullable StoredPool after, int limit) {
        long asOf = after == null ? Long.MIN_VALUE : Micros.of(after.pool().asOf());
        return list("A remembered pool", Sql.of("SELECT p.promotional, p.add_on, p.debt, " + PoolRow.COLUMNS + """

                FROM past_pool p WHERE p.id = ? AND (p.as_of > ? OR (p.as_of = ? AND p.seq > ?))
                ORDER BY p.as_of, p.seq LIMIT ?""", pool, asOf, asOf, after == null ? -1 : after.seq(), limit),
                JdbcView::stored);
    }

    private static StoredPool stored(Cells cells) throws SQLException {
        var totals = new StoredPool.Totals(cells.number(), cells.number(), cells.number());
        PoolRow row = PoolRow.of(cells);
        return new StoredPool(row.pool(), row.seq(), row.hash(), totals);
    }

    @Override
    public List<Line> entries(long after, int limit) {
        return list("An entry", Sql.of("SELECT e.seq, " + EntryRow.COLUMNS + """

                FROM ledger_entry e WHERE e.pool = ? AND e.seq > ? ORDER BY e.seq LIMIT ?""", pool, after, limit),
                JdbcView::line);
    }

    private static Line line(Cells cells) throws SQLException {
        long seq = cells.number();
        try {
            return Line.of(undamaged("", () -> EntryRow.of(cells)).entry());
        } catch (DamagedRowException e) {
            return new Line(seq, null, String.valueOf(e.getMessage()).strip());
        }
    }

    @Override
    public List<Hold> holds(long after, int limit) {
        return list("A hold", Sql.of("SELECT " + HoldRow.COLUMNS + """

                FROM hold h WHERE h.pool = ? AND h.number > ? AND h.status = 1
                ORDER BY h.number LIMIT ?""", pool, after, limit), cells -> HoldRow.of(cells).hold());
    }

    @Override
    public List<HeldTotal> held(String after, int limit) {
        List<HeldTotal> page = unposted().held().page(new HeldTotal(after, 0), limit,
                list("What a builder has on hold", Sql.of("""
                        SELECT builder, micros FROM builder_held WHERE pool = ? AND builder > ? AND micros <> 0
                        ORDER BY builder LIMIT ?""", pool, after, limit),
                        cells -> new HeldTotal(cells.text(), cells.number())));
        List<HeldTotal> held = page.stream().filter(total -> total.micros() != 0).toList();
        // An empty page would be the last one.
        return held.isEmpty() && !page.isEmpty() ? held(page.getLast().builder(), limit) : held;
    }

    /** Read once: all of this is one moment. */
    private UnpostedTotals unposted() {
        UnpostedTotals read = unposted;
        if (read == null) {
            read = list("What is not posted yet", Unposted.query(new PoolId(pool)),
                    cells -> new UnpostedTotals(Unposted.parse(cells.textOrNull()))).stream().findFirst()
                    .orElseGet(() -> new UnpostedTotals(Unposted.parse(null)));
            unposted = read;
        }
        return read;
    }

    @Override
    public List<Charge> charges(long after, int limit) {
        ChargesRead charges = new ChargesRead();
        read(Sql.of(ChargesRead.SELECT + """
                FROM (SELECT * FROM charge WHERE pool = ? AND number > ? ORDER BY number LIMIT ?) c
                """ + ChargesRead.WITH_REPAYMENTS + "ORDER BY c.number, r.seq", pool, after, limit),
                cells -> undamaged("A charge", () -> {
                    charges.row(cells);
                    return true;
                }));
        return charges.of(new PoolId(pool));
    }

    @Override
    public List<DayTotal> days(@Nullable DayTotal after, int limit) {
        long day = after == null ? Long.MIN_VALUE : after.day().toEpochDay();
        int account = after == null ? 0 : after.account().code();
        return unposted().days().page(after, limit, list("A total of a day", Sql.of("""
                SELECT day, account, micros, first_seq, last_seq FROM ledger_day
                WHERE pool = ? AND (day > ? OR (day = ? AND account > ?)) ORDER BY day, account LIMIT ?""", pool, day,
                day, account, limit),
                cells -> new DayTotal(LocalDate.ofEpochDay(cells.number()), Account.ofCode(cells.integer()),
                        cells.number(), cells.number(), cells.number())));
    }

    @Override
    public List<MovementTotal> movements(@Nullable MovementTotal after, int limit) {
        long day = after == null ? Long.MIN_VALUE : after.day().toEpochDay();
        MovementTotal.Way way = after == null ? FIRST : after.way();
        return unposted().movements().page(after, limit, list("A movement of a day", Sql.of("""
                SELECT day, type, operation, from_account, to_account, entries, micros FROM ledger_movement
                WHERE pool = ? AND (day > ? OR (day = ? AND (type, operation, from_account, to_account) > (?, ?, ?, ?)))
                ORDER BY day, type, operation, from_account, to_account LIMIT ?""", pool, day, day,
                way.type().code(), way.operation(), way.from().code(), way.to().code(), limit),
                cells -> new MovementTotal(LocalDate.ofEpochDay(cells.number()),
                        new MovementTotal.Way(TransferType.ofCode(cells.integer()), cells.text(),
                                Account.ofCode(cells.integer()), Account.ofCode(cells.integer())),
                        cells.number(), cells.number())));
    }

    @Override
    public List<UseTotal> useByDay(@Nullable UseTotal after, int limit) {
        return unposted().byDay().page(after, limit, byBuilder("usage_daily", "day", after, limit));
    }

    @Override
    public List<UseTotal> useByMonth(@Nullable UseTotal after, int limit) {
        return unposted().byMonth().page(after, limit, byBuilder("usage_monthly", "month", after, limit));
    }

    private List<UseTotal> byBuilder(String table, String time, @Nullable UseTotal after, int limit) {
        long group = after == null ? Long.MIN_VALUE : after.group();
        String builder = after == null ? "" : after.builder();
        String operation = after == null ? "" : after.operation();
        return list("The use of a " + time,
                Sql.of("SELECT " + time + ", builder, operation, micros, charges FROM " + table
                        + " WHERE pool = ? AND (" + time + " > ? OR (" + time + """
                                 = ? AND (builder > ? OR (builder = ? AND operation > ?))))
                                ORDER BY\s""" + time + ", builder, operation LIMIT ?", pool, group, group, builder,
                        builder,
                        operation, limit),
                cells -> new UseTotal(cells.number(), cells.text(), cells.text(), cells.number(), cells.number()));
    }

    @Override
    public List<UseTotal> useOfDays(@Nullable UseTotal after, int limit) {
        long day = after == null ? Long.MIN_VALUE : after.group();
        return unposted().ofDays().page(after, limit, list("The use of a day by all", Sql.of("""
                SELECT day, '', operation, micros, charges, first_charge, last_charge FROM usage_total
                WHERE pool = ? AND (day > ? OR (day = ? AND operation > ?))
                ORDER BY day, operation LIMIT ?""", pool, day, day, after == null ? "" : after.operation(), limit),
                cells -> new UseTotal(cells.number(), cells.text(), cells.text(), cells.number(), cells.number(),
                        cells.number(), cells.number())));
    }

    @Override
    public List<UseTotal> useByPeriod(@Nullable UseTotal after, int limit) {
        long period = after == null ? Long.MIN_VALUE : after.group();
        return unposted().byPeriod().page(after, limit, list("The use of a period", Sql.of("""
                SELECT period, builder, micros FROM usage_period
                WHERE pool = ? AND (period > ? OR (period = ? AND builder > ?))
                ORDER BY period, builder LIMIT ?""", pool, period, period, after == null ? "" : after.builder(), limit),
                cells -> new UseTotal(cells.number(), cells.text(), "", cells.number(), 0)));
    }

    @Override
    public List<Purchase> purchases(String after, int limit) {
        return list("A purchase", Sql.of("SELECT " + PurchaseRow.COLUMNS + """

                FROM purchase b FORCE INDEX (purchase_of_pool) WHERE b.pool = ? AND b.id > ?
                ORDER BY b.id LIMIT ?""", pool, after, limit), cells -> PurchaseRow.of(cells).purchase());
    }
}
