package scrip.benchmarks.design;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import scrip.domain.credit.Credits;
import scrip.domain.ledger.Account;
import scrip.domain.ledger.Cause;
import scrip.domain.ledger.Entry;
import scrip.domain.ledger.Source;
import scrip.domain.ledger.Transfer;
import scrip.domain.ledger.TransferType;
import scrip.domain.pool.PoolId;
import scrip.persistence.sql.Micros;

/**
 * The usual design: a transaction for each request, which locks the pool's row, looks, writes and commits. It writes
 * pool, ledger with its hashes, hold, charge and key as the desk does, but none of the desk's daily totals, and finds a
 * key that was used before by the key's own uniqueness instead of by a query: the fewest round trips that do the work.
 */
public final class RowLockDesign implements Design {

    private static final String FINGERPRINT = "x".repeat(32);
    private static final Duration LIFE = Duration.ofMinutes(15);

    private final DataSource connections;

    /** @param connections which do not commit by themselves, of pools whose first period has begun */
    public RowLockDesign(DataSource connections) {
        this.connections = connections;
    }

    /** What a transaction does between the lock and the commit. */
    private interface Work {
        long run(Connection connection, LockedPool pool) throws SQLException;
    }

    @Override
    public long hold(PoolId id, String key) {
        return transact(id, (connection, pool) -> {
            if (pool.monthly() < HELD.micros()) {
                throw new IllegalStateException("the load is not refused anything");
            }
            long number = pool.lastNumber() + 1;
            insertHold(connection, pool, number);
            Cause cause = new Cause(WORK.operation(), WORK.builder(), number, null, null);
            LockedPool after = append(connection, pool,
                    List.of(transfer(pool, TransferType.HOLD, Account.MONTHLY, Account.HELD, HELD, cause)));
            insertKey(connection, pool, key, 201, Design.answer(id, "hold", number));
            after.changedBy(-HELD.micros(), HELD.micros(), number).update(connection);
            return number;
        });
    }

    @Override
    public void settle(PoolId id, long hold, String key) {
        transact(id, (connection, pool) -> {
            long held = held(connection, id, hold);
            long number = pool.lastNumber() + 1;
            Credits rest = Credits.ofMicros(held - USED.micros());
            endHold(connection, id, hold);
            insertCharge(connection, pool, number, hold);
            Cause cause = new Cause(WORK.operation(), WORK.builder(), hold, number, null);
            LockedPool after = append(connection, pool,
                    List.of(transfer(pool, TransferType.SPEND, Account.HELD, Account.SPENT, USED, cause),
                            transfer(pool, TransferType.RETURN, Account.HELD, Account.MONTHLY, rest, cause)));
            insertKey(connection, pool, key, 200, Design.answer(id, "charge", number));
            after.changedBy(rest.micros(), -held, number).update(connection);
            return number;
        });
    }

    private long transact(PoolId id, Work work) {
        try (Connection connection = connections.getConnection()) {
            try {
                long result = work.run(connection, LockedPool.lock(connection, id));
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Transfer transfer(LockedPool pool, TransferType type, Account from, Account to, Credits credits,
            Cause cause) {
        return new Transfer(pool.now(), type, from, to, credits, new Source.Monthly(pool.period()), cause);
    }

    private static long held(Connection connection, PoolId id, long hold) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                """
                        SELECT micros, status, ceiling, slices, operation, builder FROM hold WHERE pool = ? AND number = ?""")) {
            bind(query, id.value(), hold);
            try (ResultSet row = query.executeQuery()) {
                if (!row.next() || row.getInt("status") != 1) {
                    throw new IllegalStateException("the load settles open holds only");
                }
                return row.getLong("micros");
            }
        }
    }

    private static void insertHold(Connection connection, LockedPool pool, long number) throws SQLException {
        Instant end = pool.now().plus(LIFE);
        execute(connection, """
                INSERT INTO hold (pool, number, status, operation, builder, own_key, reference, micros, ceiling, slices,
                    created_at, expires_at) VALUES (?,?,1,?,?,0,?,?,NULL,?,?,?)""",
                pool.id().value(), number, WORK.operation(), WORK.builder(), WORK.reference(), HELD.micros(),
                slices(pool, HELD), Micros.of(pool.now()), Micros.of(end));
    }

    private static void endHold(Connection connection, PoolId id, long hold) throws SQLException {
        execute(connection, "UPDATE hold SET status = 2 WHERE pool = ? AND number = ?", id.value(),
                hold);
    }

    private static void insertCharge(Connection connection, LockedPool pool, long number, long hold)
            throws SQLException {
        execute(connection, """
                INSERT INTO charge (pool, number, hold, operation, builder, own_key, reference, micros, slices,
                    charged_at, period) VALUES (?,?,?,?,?,0,?,?,?,?,?)""",
                pool.id().value(), number, hold, WORK.operation(), WORK.builder(), WORK.reference(), USED.micros(),
                slices(pool, USED), Micros.of(pool.now()), pool.period());
    }

    private static String slices(LockedPool pool, Credits credits) {
        return "m:" + pool.period() + "=" + credits.micros();
    }

    private static LockedPool append(Connection connection, LockedPool pool, List<Transfer> transfers)
            throws SQLException {
        List<Entry> entries = pool.chain().seal(transfers, pool.now());
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO ledger_entry (pool, seq, due_at, written_at, type, from_account, to_account, micros, "
                        + "source, operation, builder, hold, charge, hash) VALUES "
                        + String.join(",",
                                transfers.stream().map(_ -> "(?,?,?,?,?,?,?,?,?,?,?,?,?,?)").toList()))) {
            int place = 0;
            for (Entry entry : entries) {
                Transfer t = entry.transfer();
                for (Object value : new Object[]{pool.id().value(), entry.seq(), Micros.of(t.dueAt()),
                    Micros.of(entry.writtenAt()), t.type().code(), t.from().code(), t.to().code(),
                    t.credits().micros(), "m:" + pool.period(), t.cause().operation(), t.cause().builder()}) {
                    insert.setObject(++place, value);
                }
                insert.setObject(++place, t.cause().hold());
                insert.setObject(++place, t.cause().charge());
                insert.setBytes(++place, entry.hash().toBytes());
            }
            insert.executeUpdate();
        }
        return pool.after(entries.getLast());
    }

    /** Where nobody shares a turn, key and answer are one row. */
    private static void insertKey(Connection connection, LockedPool pool, String key, int status, String body)
            throws SQLException {
        byte[] content = (FINGERPRINT + " " + status + " " + body).getBytes(StandardCharsets.UTF_8);
        execute(connection, "INSERT INTO kept_answers (pool, batch, kept_at, answers, content) VALUES (?,?,?,1,?)",
                pool.id().value(), id(key), Micros.of(pool.now()), content);
    }

    private static byte[] id(String key) {
        try {
            return Arrays.copyOf(MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8)), 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static void execute(Connection connection, String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            statement.executeUpdate();
        }
    }

    private static void bind(PreparedStatement statement, @Nullable Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }

    /** The connections are their maker's to close. */
    @Override
    public void close() {}
}
