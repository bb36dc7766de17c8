package scrip.benchmarks.design;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import scrip.domain.ledger.ChainHash;
import scrip.domain.ledger.Entry;
import scrip.domain.ledger.HashChain;
import scrip.domain.pool.PoolId;
import scrip.persistence.sql.Micros;

/** What the row lock's transactions need of a pool. */
record LockedPool(PoolId id, Instant now, long lastNumber, long seq, ChainHash hash, long period, long monthly,
        long heldMonthly) {

    static LockedPool lock(Connection connection, PoolId id) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "SELECT last_number, seq, hash, period, monthly, held_monthly FROM pool WHERE id = ? FOR UPDATE")) {
            query.setLong(1, id.value());
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return new LockedPool(id, Instant.now().truncatedTo(ChronoUnit.MICROS), row.getLong(1), row.getLong(2),
                        ChainHash.of(row.getBytes(3)), row.getLong(4), row.getLong(5), row.getLong(6));
            }
        }
    }

    HashChain chain() {
        return new HashChain(id.value(), seq, hash);
    }

    LockedPool after(Entry last) {
        return new LockedPool(id, now, lastNumber, last.seq(), last.hash(), period, monthly, heldMonthly);
    }

    LockedPool changedBy(long available, long held, long number) {
        return new LockedPool(id, now, number, seq, hash, period, monthly + available, heldMonthly + held);
    }

    void update(Connection connection) throws SQLException {
        RowLockDesign.execute(connection, """
                UPDATE pool SET as_of = ?, last_number = ?, seq = ?, hash = ?, monthly = ?, held_monthly = ?
                WHERE id = ?""", Micros.of(now), lastNumber, seq, hash.toBytes(), monthly, heldMonthly, id.value());
    }
}
