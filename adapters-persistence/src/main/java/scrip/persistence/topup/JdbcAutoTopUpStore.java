package scrip.persistence.topup;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import scrip.application.payment.PaymentMode;
import scrip.application.topup.AutoTopUpStore;
import scrip.domain.pool.PoolId;
import scrip.domain.topup.AutoTopUp;
import scrip.persistence.sql.Database;
import scrip.persistence.sql.Micros;
import scrip.persistence.sql.Sql;

/** Automatic top-ups in the database; the version of a row arbitrates. */
public final class JdbcAutoTopUpStore implements AutoTopUpStore {

    private static final String SELECT = "SELECT " + AutoTopUpRow.COLUMNS + "\nFROM auto_top_up t\n";

    private final Database database;

    public JdbcAutoTopUpStore(Database database) {
        this.database = database;
    }

    @Override
    public Optional<Versioned> find(PoolId pool) {
        return database.first(Sql.of(SELECT + "WHERE t.pool = ?", pool.value()), AutoTopUpRow::of);
    }

    @Override
    public boolean keep(AutoTopUp topUp, long readVersion) {
        AutoTopUpRow row = new AutoTopUpRow(topUp);
        return readVersion == 0 ? database.insert(row.insert()) : database.write(row.update(readVersion)) > 0;
    }

    @Override
    public List<Versioned> low(PaymentMode mode, Instant now, int limit) {
        return database.list(Sql.of(SELECT + """
                JOIN pool p ON p.id = t.pool
                WHERE t.next_at <= ? AND t.mode = ? AND p.monthly + p.promotional + p.add_on < t.threshold
                ORDER BY t.next_at LIMIT ?""", Micros.of(now), mode.name().toLowerCase(Locale.ROOT), limit),
                AutoTopUpRow::of);
    }

    @Override
    public List<Versioned> running(Instant triedBefore, int limit) {
        return database.list(Sql.of(SELECT + "WHERE t.tried_at < ? ORDER BY t.tried_at LIMIT ?",
                Micros.of(triedBefore), limit), AutoTopUpRow::of);
    }

    @Override
    public void tried(PoolId pool, Instant at) {
        database.write(Sql.of("UPDATE auto_top_up SET tried_at = ? WHERE pool = ? AND tried_at IS NOT NULL",
                Micros.of(at), pool.value()));
    }
}
