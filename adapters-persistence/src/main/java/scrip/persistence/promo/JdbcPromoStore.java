package scrip.persistence.promo;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.BiFunction;

import scrip.application.pool.ConflictException;
import scrip.application.pool.UnavailableException;
import scrip.application.promo.Claim;
import scrip.application.promo.PromoStore;
import scrip.application.promo.Redemption;
import scrip.application.promo.Redemption.State;
import scrip.domain.pool.PoolId;
import scrip.domain.promo.PromoCode;
import scrip.domain.promo.PromoRefusal;
import scrip.domain.promo.Use;
import scrip.persistence.sql.Cells;
import scrip.persistence.sql.Database;
import scrip.persistence.sql.Micros;
import scrip.persistence.sql.Sql;

/** Promo codes in the database; the lock of a code's row decides between nodes. */
public final class JdbcPromoStore implements PromoStore {

    private static final String SELECT = "SELECT " + PromoRow.COLUMNS + " FROM promo_code ";
    private static final int ATTEMPTS = 8;

    /** Connections that may wait for a code's row at once: many who want the same code leave the others to the rest. */
    private static final int WAITING = 2;

    private final Database database;
    private final Semaphore waiting = new Semaphore(WAITING, true);

    public JdbcPromoStore(Database database) {
        this.database = database;
    }

    @Override
    public boolean put(PromoCode code) {
        PromoRow row = new PromoRow(code);
        return database.put(row.update(), row.insert());
    }

    @Override
    public boolean make(PromoCode code) {
        return database.insert(new PromoRow(code).insert());
    }

    @Override
    public boolean retire(String code, Instant at) {
        database.write(Sql.of("UPDATE promo_code SET retired_at = ? WHERE code = ? AND retired_at IS NULL",
                Micros.of(at), code));
        return find(code).isPresent();
    }

    @Override
    public Optional<Counted> find(String code) {
        return database.first(Sql.of(SELECT + "WHERE code = ?", code), PromoRow::counted);
    }

    @Override
    public List<Counted> list(int limit) {
        return database.list(Sql.of(SELECT + "ORDER BY created_at DESC, code LIMIT ?", limit), PromoRow::counted);
    }

    @Override
    public List<Redemption> redemptions(String code, int limit) {
        return database.list(Sql.of("""
                SELECT code, purchase, pool, state, taken_at FROM promo_redemption
                WHERE code = ? ORDER BY taken_at DESC, purchase LIMIT ?""", code, limit), JdbcPromoStore::redemption);
    }

    private static Redemption redemption(Cells cells) throws SQLException {
        return new Redemption(claim(cells), State.ofKey(cells.text()), cells.instant());
    }

    private static Claim claim(Cells cells) throws SQLException {
        return new Claim(cells.text(), cells.text(), new PoolId(cells.number()));
    }

    @Override
    public Optional<Use> use(String code, PoolId pool) {
        return database.first(Sql.of("SELECT redeemed, (" + LockedPromo.HERE + "), (" + LockedPromo.OTHER_FIRSTS
                + ") FROM promo_code WHERE code = ?", code, pool.value(), pool.value(), code, code),
                cells -> new Use(cells.number(), cells.number(), cells.number()));
    }

    @Override
    public Optional<PromoRefusal> take(Claim claim, Instant at,
            BiFunction<PromoCode, Use, Optional<PromoRefusal>> decide) {
        return stands(claim) ? Optional.empty()
                : locked(claim, row -> row.take(at, decide));
    }

    @Override
    public boolean stands(Claim claim) {
        return database.first(Sql.of("SELECT state FROM promo_redemption WHERE code = ? AND purchase = ?",
                claim.code(), claim.purchase()), cells -> State.ofKey(cells.text())).filter(State::counts).isPresent();
    }

    @Override
    public void keep(Claim claim, Instant at) {
        var _ = locked(claim, row -> row.keep(at));
    }

    @Override
    public void giveBack(Claim claim) {
        var _ = locked(claim, LockedPromo::giveBack);
    }

    /** What to do with a code whose row is locked. */
    @FunctionalInterface
    private interface Change {
        Optional<PromoRefusal> of(LockedPromo row);
    }

    private Optional<PromoRefusal> locked(Claim claim, Change change) {
        waiting.acquireUninterruptibly();
        try {
            for (int attempt = 1;; attempt++) {
                try (LockedPromo row = LockedPromo.lock(database.begin(), claim)) {
                    return change.of(row);
                } catch (ConflictException e) {
                    if (attempt >= ATTEMPTS) {
                        throw new UnavailableException("the promo code is wanted by too many at once", e);
                    }
                }
            }
        } finally {
            waiting.release();
        }
    }

    @Override
    public List<Claim> unsettled(Instant takenBefore, int limit) {
        return database.list(Sql.of("""
                SELECT r.code, r.purchase, r.pool
                FROM promo_redemption r LEFT JOIN purchase b ON b.id = r.purchase
                WHERE r.open_since < ? AND (b.id IS NULL OR b.status <> 'pending')
                ORDER BY r.open_since, r.code, r.purchase LIMIT ?""", Micros.of(takenBefore), limit),
                JdbcPromoStore::claim);
    }
}
