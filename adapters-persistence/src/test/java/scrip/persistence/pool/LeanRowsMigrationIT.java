package scrip.persistence.pool;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

import com.zaxxer.hikari.HikariDataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import scrip.application.pool.Answer;
import scrip.application.pool.KeptAnswer;
import scrip.application.pool.PoolStore.Wanted;
import scrip.application.pool.RequestKey;
import scrip.application.pool.Turns;
import scrip.domain.credit.Credits;
import scrip.domain.pool.BuilderUse;
import scrip.domain.pool.CreditPool;
import scrip.domain.pool.Hold;
import scrip.domain.pool.PoolId;
import scrip.persistence.TestDatabase;
import scrip.persistence.reading.JdbcLedgerReader;
import scrip.persistence.sql.Database;
import scrip.persistence.sql.Micros;
import scrip.persistence.sql.Sql;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** An upgrade keeps what was kept before rows became lean: answers to the letter, open holds and what they hold. */
class LeanRowsMigrationIT {

    private static final PoolId POOL = new PoolId(7);
    private static final Instant KEPT = Instant.parse("2026-11-24T12:00:00.000001Z");
    private static final String FINGERPRINT = "0fab".repeat(16);
    private static final String BODY = "{\"reference\":\"Größe 🪙\",\"credits\":0.5}";

    private static HikariDataSource connections;
    private static Database database;

    @BeforeAll
    static void upgrade() {
        connections = TestDatabase.emptySchema();
        database = new Database(connections);
        Flyway.configure().dataSource(connections).target("12").load().migrate();
        database.insert(PoolRow.ofNew(CreditPool.open(POOL, KEPT)).insert());
        answer("s:one é", 201, BODY);
        answer("s:two", 402, "");
        hold(1, 1, "ada@x.example");
        hold(2, 1, "ada@x.example");
        hold(3, 2, "ada@x.example");
        hold(4, 1, "bob@x.example");
        Flyway.configure().dataSource(connections).load().migrate();
    }

    @AfterAll
    static void close() {
        connections.close();
    }

    private static void answer(String key, int status, String body) {
        database.insert(Sql.of("""
                INSERT INTO request_key (pool, request_key, fingerprint, status, body, kept_at)
                VALUES (?, ?, UNHEX(?), ?, ?, ?)""", POOL.value(), key.getBytes(UTF_8), FINGERPRINT, status, body,
                Micros.of(KEPT)));
    }

    private static void hold(long number, int status, String builder) {
        Long lapsesAt = status == 1 ? Micros.of(KEPT.plusSeconds(60)) : null;
        database.insert(Sql.of("""
                INSERT INTO hold (pool, number, status, operation, builder, own_key, micros, slices, created_at,
                    expires_at, lapses_at) VALUES (?, ?, ?, 'query', ?, 0, 1000000, 'm:0=1000000', ?, ?, ?)""",
                POOL.value(), number, status, builder, Micros.of(KEPT), Micros.of(KEPT.plusSeconds(60)), lapsesAt));
    }

    @Test
    void answers_are_given_again_to_the_letter() {
        Wanted wanted = new Wanted(Set.of("s:one é", "s:two", "s:three"), Set.of(), Set.of(), Set.of());

        assertThat(new Turns(new JdbcPoolStore(database)).look(POOL, KEPT, wanted).answers()).containsOnly(
                Map.entry("s:one é",
                        new KeptAnswer(new RequestKey("s:one é", FINGERPRINT), new Answer(201, BODY), KEPT)),
                Map.entry("s:two", new KeptAnswer(new RequestKey("s:two", FINGERPRINT), new Answer(402, ""), KEPT)));
    }

    @Test
    void open_holds_are_still_found_when_they_are_due() {
        assertThat(new JdbcPoolStore(database).read(POOL, KEPT.plus(Duration.ofMinutes(2))).orElseThrow().due().holds())
                .extracting(Hold::number).containsExactlyInAnyOrder(1L, 2L, 4L);
    }

    @Test
    void what_builders_have_on_hold_is_added_up() {
        assertThat(new JdbcLedgerReader(database).buildersUse(POOL, 0, KEPT, null)).containsOnly(
                Map.entry("ada@x.example", new BuilderUse(Credits.ZERO, Credits.of(2))),
                Map.entry("bob@x.example", new BuilderUse(Credits.ZERO, Credits.of(1))));
    }
}
