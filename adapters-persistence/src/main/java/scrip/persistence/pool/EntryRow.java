package scrip.persistence.pool;

import java.sql.SQLException;
import java.time.Instant;

import org.jspecify.annotations.Nullable;
import scrip.domain.credit.Credits;
import scrip.domain.ledger.Account;
import scrip.domain.ledger.Cause;
import scrip.domain.ledger.ChainHash;
import scrip.domain.ledger.Entry;
import scrip.domain.ledger.Source;
import scrip.domain.ledger.Transfer;
import scrip.domain.ledger.TransferType;
import scrip.persistence.sql.Cells;
import scrip.persistence.sql.Insert;

/** An entry of the ledger as a row. */
public record EntryRow(long pool, Entry entry) {

    /** The columns that {@link #of(Cells)} reads, of a table named e. */
    public static final String COLUMNS = """
            e.pool, e.seq, e.due_at, e.written_at, e.type, e.from_account, e.to_account, e.micros, e.source,
            e.operation, e.builder, e.hold, e.charge, e.purchase, e.hash""";

    private static final String INSERT = """
            INSERT INTO ledger_entry (pool, seq, due_at, written_at, type, from_account, to_account, micros, source,
                operation, builder, hold, charge, hash%s)
            VALUES""";
    /** Columns that are left out cost nothing, and hardly any entry has to do with a purchase. */
    static final String INSERT_USE = INSERT.formatted("");
    static final String INSERT_PURCHASE = INSERT.formatted(", purchase");

    public static EntryRow of(Cells cells) throws SQLException {
        long pool = cells.number();
        long seq = cells.number();
        Instant dueAt = cells.instant();
        Instant writtenAt = cells.instant();
        TransferType type = TransferType.ofCode(cells.integer());
        Account from = Account.ofCode(cells.integer());
        Account to = Account.ofCode(cells.integer());
        Credits credits = cells.credits();
        String source = cells.textOrNull();
        Cause cause = new Cause(cells.textOrNull(), cells.textOrNull(), cells.numberOrNull(), cells.numberOrNull(),
                cells.textOrNull());
        Transfer transfer = new Transfer(dueAt, type, from, to, credits, sourceOrNull(source), cause);
        return new EntryRow(pool, new Entry(seq, writtenAt, transfer, ChainHash.of(cells.bytes())));
    }

    private static @Nullable Source sourceOrNull(@Nullable String code) {
        return code == null ? null : Source.parse(code);
    }

    boolean isOfPurchase() {
        return entry.transfer().cause().purchase() != null;
    }

    /** @param rows of {@link #INSERT_USE}, or of {@link #INSERT_PURCHASE} if it is of a purchase */
    void insert(Insert rows) {
        Transfer t = entry.transfer();
        Cause cause = t.cause();
        Source source = t.source();
        rows.row().put(pool).put(entry.seq()).put(t.dueAt()).put(entry.writtenAt()).put(t.type().code())
                .put(t.from().code()).put(t.to().code()).put(t.credits())
                .put(source == null ? null : source.code()).put(cause.operation()).put(cause.builder())
                .put(cause.hold()).put(cause.charge()).put(entry.hash().toBytes());
        if (isOfPurchase()) {
            rows.put(cause.purchase());
        }
    }
}
