package scrip.persistence.purchase;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import scrip.application.purchase.PurchaseStore;
import scrip.application.purchase.ReconciliationStore;
import scrip.domain.pool.PoolId;
import scrip.domain.purchase.Purchase;
import scrip.persistence.sql.Cells;
import scrip.persistence.sql.Database;
import scrip.persistence.sql.Micros;
import scrip.persistence.sql.Sql;

/** Reads purchases from the database. */
public final class JdbcPurchaseStore implements PurchaseStore {

    private static final String SELECT = "SELECT " + PurchaseRow.COLUMNS + "\nFROM purchase b\n";

    private final Database database;

    public JdbcPurchaseStore(Database database) {
        this.database = database;
    }

    @Override
    public Optional<Purchase> byId(String id) {
        return list("WHERE b.id = ?", id).stream().findFirst();
    }

    @Override
    public Optional<Purchase> bySession(String session) {
        return list("WHERE b.session = ?", session).stream().findFirst();
    }

    @Override
    public Optional<Purchase> byIntent(String intent) {
        return list("WHERE b.intent = ?", intent).stream().findFirst();
    }

    @Override
    public List<Purchase> ofPool(PoolId pool, @Nullable String before, int limit) {
        if (before == null) {
            return list("WHERE b.pool = ? ORDER BY b.created_at DESC, b.id DESC LIMIT ?", pool.value(), limit);
        }
        return byId(before).filter(end -> end.pool().equals(pool)).map(end -> {
            long at = Micros.of(end.createdAt());
            return list("""
                    WHERE b.pool = ? AND b.created_at <= ? AND (b.created_at < ? OR b.id < ?)
                    ORDER BY b.created_at DESC, b.id DESC LIMIT ?""", pool.value(), at, at, before, limit);
        }).orElse(List.of());
    }

    @Override
    public boolean hasBought(PoolId pool) {
        return database.first(Sql.of("SELECT 1 FROM purchase b WHERE b.pool = ? AND b.paid_at IS NOT NULL LIMIT 1",
                pool.value()), Cells::integer).isPresent();
    }

    @Override
    public List<Purchase> pending(ReconciliationStore.@Nullable Place after, Instant createdBefore, int limit) {
        long at = after == null ? Long.MIN_VALUE : Micros.of(after.at());
        return list("""
                WHERE b.status = ? AND b.created_at < ? AND b.created_at >= ? AND (b.created_at > ? OR b.id > ?)
                ORDER BY b.created_at, b.id LIMIT ?""", Purchase.Status.PENDING.key(), Micros.of(createdBefore), at, at,
                after == null ? "" : after.id(), limit);
    }

    @Override
    public List<Purchase> paid(ReconciliationStore.Place after, Instant paidBefore, int limit) {
        long at = Micros.of(after.at());
        return list("""
                WHERE b.paid_at < ? AND b.paid_at >= ? AND (b.paid_at > ? OR b.id > ?)
                ORDER BY b.paid_at, b.id LIMIT ?""", Micros.of(paidBefore), at, at, after.id(), limit);
    }

    @Override
    public List<Purchase> refunding(Instant askedBefore, int limit) {
        return list("WHERE b.refunding_since < ? ORDER BY b.refunding_since, b.id LIMIT ?", Micros.of(askedBefore),
                limit);
    }

    private List<Purchase> list(String where, @Nullable Object... values) {
        return database.list(Sql.of(SELECT + where, values), cells -> PurchaseRow.of(cells).purchase());
    }
}
