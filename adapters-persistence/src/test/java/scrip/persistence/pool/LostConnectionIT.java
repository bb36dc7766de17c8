package scrip.persistence.pool;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import scrip.application.audit.Verifier;
import scrip.application.pool.Answer;
import scrip.application.pool.Ask;
import scrip.application.pool.Deed;
import scrip.application.pool.Desk;
import scrip.application.pool.RequestKey;
import scrip.application.pool.Wants;
import scrip.domain.credit.Credits;
import scrip.domain.pool.Command;
import scrip.domain.pool.CreditPool;
import scrip.domain.pool.Loaded;
import scrip.domain.pool.PoolId;
import scrip.domain.pool.Reply;
import scrip.domain.pool.Terms;
import scrip.domain.pool.Work;
import scrip.domain.pricing.Receipt;
import scrip.persistence.JdbcStores;
import scrip.persistence.audit.JdbcArchive;
import scrip.persistence.pool.LosingConnections.Moment;
import scrip.persistence.sql.Cells;
import scrip.persistence.sql.Database;
import scrip.persistence.sql.Sql;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("Rule 20: wherever the connection is lost, credits move once and every caller gets his answer")
class LostConnectionIT {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final Terms TERMS = new Terms(Credits.of(1_000), Duration.ofDays(30));

    private static JdbcStores stores;

    private PoolId pool;

    @BeforeAll
    static void connect() {
        stores = new JdbcStores();
    }

    @AfterAll
    static void disconnect() {
        stores.close();
    }

    @BeforeEach
    void openPool() {
        pool = stores.nextId();
        stores.create(CreditPool.open(pool, NOW));
    }

    private Desk desk(Supplier<Moment> losing) {
        Database database = new Database(LosingConnections.of(stores.connections(), losing));
        return new Desk(new JdbcPoolStore(database), () -> NOW, TERMS, Desk.Limits.DEFAULT);
    }

    private static Supplier<Moment> once(Moment moment) {
        AtomicReference<Moment> next = new AtomicReference<>(moment);
        return () -> next.getAndSet(Moment.NEVER);
    }

    private Ask charging(String key) {
        Command command = new Command.MakeCharge(new Work("query", "ada@example.com", false, null), Credits.of(1),
                Receipt.REPORTED, false);
        return new Ask(pool, RequestKey.ofService(key, "ab".repeat(32)), Wants.NOTHING,
                (turn, _) -> Deed.Outcome
                        .kept(new Answer(turn.decide(command) instanceof Reply.Charged ? 201 : 402, key)),
                new Answer(422, "reused"));
    }

    private Credits available() {
        return stores.pools().read(pool, NOW).orElseThrow().pool().at(NOW, TERMS, Loaded.NOTHING).available();
    }

    private long rows(String table) {
        return stores.database().first(Sql.of("SELECT COUNT(*) FROM " + table + " WHERE pool = ?", pool.value()),
                Cells::number).orElseThrow();
    }

    @Test
    void an_answer_lost_after_the_commit_is_found_under_its_key() {
        try (Desk desk = desk(once(Moment.AFTER_THE_COMMIT))) {
            Answer answer = desk.ask(charging("k"));

            assertThat(answer).isEqualTo(new Answer(201, "k", true));
        }
        assertThat(available()).isEqualTo(Credits.of(999));
        assertThat(rows("charge")).isEqualTo(1);
    }

    @Test
    void what_was_lost_before_the_commit_is_done_again() {
        try (Desk desk = desk(once(Moment.BEFORE_THE_COMMIT))) {
            Answer answer = desk.ask(charging("k"));

            assertThat(answer).isEqualTo(new Answer(201, "k"));
        }
        assertThat(available()).isEqualTo(Credits.of(999));
        assertThat(rows("charge")).isEqualTo(1);
    }

    @Test
    void under_load_with_every_third_connection_lost_nothing_is_lost_or_doubled() {
        AtomicInteger commits = new AtomicInteger();
        Supplier<Moment> losing = () -> switch (commits.incrementAndGet() % 6) {
            case 2 -> Moment.AFTER_THE_COMMIT;
            case 5 -> Moment.BEFORE_THE_COMMIT;
            default -> Moment.NEVER;
        };
        try (Desk desk = desk(losing); Desk another = desk(losing)) {
            List<CompletableFuture<Answer>> answers = IntStream.range(0, 400)
                    .mapToObj(i -> (i % 2 == 0 ? desk : another).submit(charging("k" + i))).toList();

            assertThat(answers).allSatisfy(answer -> assertThat(answer.join().status()).isEqualTo(201));
        }
        assertThat(commits.get()).as("some were lost").isGreaterThan(2);
        assertThat(available()).isEqualTo(Credits.of(600));
        assertThat(rows("charge")).isEqualTo(400);
        assertThat(rows("request_key")).isEqualTo(400);
        assertThat(new Verifier(new JdbcArchive(stores.database()), () -> NOW).verify().findings())
                .as("totals, some of which are posted each time").isEmpty();
    }
}
