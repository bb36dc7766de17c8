package scrip.persistence.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import com.zaxxer.hikari.HikariDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import scrip.application.pool.ConflictException;
import scrip.application.pool.Turns;
import scrip.application.pool.UnavailableException;
import scrip.domain.credit.Credits;
import scrip.domain.pool.Command;
import scrip.domain.pool.CreditPool;
import scrip.domain.pool.PoolId;
import scrip.persistence.JdbcStores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What the application is told when the database fails it. */
class FailuresIT {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    @RegisterExtension
    static final JdbcStores STORES = new JdbcStores();

    private static PoolId opened() {
        PoolId id = STORES.nextId();
        STORES.create(CreditPool.open(id, NOW));
        return id;
    }

    @Test
    void waiting_too_long_for_a_row_is_a_conflict() {
        PoolId pool = opened();
        try (Transaction first = STORES.database().begin(); Transaction second = STORES.database().begin()) {
            first.run(lock(pool));
            second.run(new RoundTrip().write(Sql.of("SET SESSION innodb_lock_wait_timeout = 1")));

            assertThatThrownBy(() -> second.run(lock(pool))).isInstanceOf(ConflictException.class);

            second.run(new RoundTrip().write(Sql.of("SET SESSION innodb_lock_wait_timeout = 10")));
        }
    }

    @Test
    void the_victim_of_a_deadlock_has_a_conflict_and_the_other_comes_through() throws Exception {
        PoolId one = opened();
        PoolId two = opened();
        List<Throwable> failures = Collections.synchronizedList(new ArrayList<>());
        try (Transaction here = STORES.database().begin(); Transaction there = STORES.database().begin()) {
            here.run(lock(one));
            there.run(lock(two));
            Thread waiting = Thread.ofPlatform().start(() -> lockOr(failures, there, one));
            lockOr(failures, here, two);
            waiting.join();
        }

        assertThat(failures).hasSize(1).first().isInstanceOf(ConflictException.class);
    }

    /** The server rolls the victim back, so that the other gets its locks. */
    private static void lockOr(List<Throwable> failures, Transaction transaction, PoolId pool) {
        try {
            transaction.run(lock(pool));
        } catch (ConflictException e) {
            failures.add(e);
        }
    }

    private static RoundTrip lock(PoolId pool) {
        return new RoundTrip().read(Sql.of("SELECT id FROM pool WHERE id = ? FOR UPDATE", pool.value()), _ -> {});
    }

    @Test
    void a_connection_lost_in_a_turn_is_a_conflict_and_the_next_turn_has_another() {
        PoolId pool = opened();
        Turns turns = new Turns(STORES.pools());

        assertThatThrownBy(() -> turns.keep(pool, NOW, Turns.NOTHING, locked -> {
            killAllOthers();
            return Turns.decide(locked, new Command.GrantCredits(Credits.of(1), NOW.plusSeconds(9), "lost"));
        })).isInstanceOf(ConflictException.class);

        assertThat(turns.take(pool, NOW, new Command.Touch()).pool().available()).isEqualTo(Credits.of(100));
    }

    private static void killAllOthers() {
        try (Connection connection = STORES.connections().getConnection();
                Statement statement = connection.createStatement()) {
            List<Long> others = new ArrayList<>();
            try (var rows = statement.executeQuery("""
                    SELECT id FROM information_schema.processlist WHERE db = DATABASE() AND id <> CONNECTION_ID()""")) {
                while (rows.next()) {
                    others.add(rows.getLong(1));
                }
            }
            for (Long id : others) {
                statement.execute("KILL " + id);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_server_that_is_not_there_is_unavailable() {
        try (HikariDataSource nowhere = new HikariDataSource()) {
            nowhere.setJdbcUrl("jdbc:mysql://127.0.0.1:1/scrip");
            nowhere.setConnectionTimeout(250);
            nowhere.setInitializationFailTimeout(-1);
            Database database = new Database(nowhere);

            assertThatThrownBy(database::begin).isInstanceOf(UnavailableException.class);
            assertThatThrownBy(() -> database.read(new RoundTrip())).isInstanceOf(UnavailableException.class);
            assertThatThrownBy(() -> database.write(Sql.of("SELECT 1"))).isInstanceOf(UnavailableException.class);
        }
    }

    @Test
    void a_balance_below_zero_is_refused_by_the_database_itself() {
        PoolId pool = opened();

        assertThatThrownBy(
                () -> STORES.database().write(Sql.of("UPDATE pool SET monthly = -1 WHERE id = ?", pool.value())))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_later_statement_of_a_round_trip_that_fails_undoes_the_earlier_ones() {
        PoolId pool = opened();
        try (Transaction transaction = STORES.database().begin()) {
            RoundTrip writes = new RoundTrip()
                    .write(Sql.of("UPDATE pool SET monthly = 7 WHERE id = ?", pool.value()))
                    .write(Sql.of("UPDATE pool SET monthly = -1 WHERE id = ?", pool.value()));
            assertThatThrownBy(() -> transaction.commit(writes)).isInstanceOf(IllegalStateException.class);
        }

        assertThat(STORES.database().first(Sql.of("SELECT monthly FROM pool WHERE id = ?", pool.value()),
                Cells::number)).contains(0L);
    }

    @Test
    void more_than_a_packet_is_sent_in_several() {
        RoundTrip trip = new RoundTrip();
        List<Integer> lengths = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            trip.read(Sql.of("SELECT ?", "x".repeat(2_000_000)), cells -> lengths.add(cells.text().length()));
        }

        STORES.database().read(trip);

        assertThat(lengths).hasSize(12).containsOnly(2_000_000);
    }
}
