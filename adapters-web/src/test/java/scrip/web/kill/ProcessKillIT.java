package scrip.web.kill;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import scrip.web.ScripApplication;
import scrip.web.api.ApiClient;
import scrip.web.api.StripeSandbox;
import scrip.web.wiring.Jobs;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Kills the real process between every two steps of a purchase. Purchases are stopped one after another, each in a pool of
 * its own and each one moment later than the one before, until one comes to its end without; then the process is killed
 * with all of them in it, another is started, and the world outside goes on. Database and gateway, which outlive it, are
 * those of another process. {@code -Dscrip.kill.at-once=1} gives each moment a kill of its own, which takes some seconds
 * for each.
 */
@DisplayName("Rules 25 and 26: whenever the process is killed, a purchase ends paid and credited once, or not charged")
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, classes = ScripApplication.class)
@TestPropertySource(properties = {"scrip.deployment=cloud", "scrip.public-url=http://localhost",
    "scrip.clock=adjustable", "scrip.reconciliation.every=36500d", "scrip.operator-key=" + ProcessKillIT.OPERATOR_KEY,
    "scrip.stripe.api-key=" + StripeSandbox.API_KEY, "scrip.stripe.sandbox.enabled=true",
    "scrip.stripe.sandbox.webhook-url=http://127.0.0.1:9/nobody-listens"})
class ProcessKillIT {

    static final String OPERATOR_KEY = "the-operators-key-in-the-tests-of-kills";

    private static final Logger LOG = LoggerFactory.getLogger(ProcessKillIT.class);
    private static final int AT_ONCE = Integer.getInteger("scrip.kill.at-once", Integer.MAX_VALUE);
    private static final Path OUTPUT = Path.of("target", "killed-processes.log");
    private static final String API = "/api/v1/operator";

    @LocalServerPort
    int port;

    @Autowired
    DataSource database;

    @Autowired
    Jobs jobs;

    private StripeSandbox bank;

    /** This process keeps the database and the sandbox; whatever is done about purchases, the other one does. */
    @BeforeEach
    void stand_aside() {
        jobs.stop();
        bank = new StripeSandbox(port);
    }

    @Test
    void between_any_two_steps() throws SQLException {
        MortalNode node = start();
        try {
            List<Life> frozen = new ArrayList<>();
            for (Life.Outside outside : Life.Outside.values()) {
                boolean lived = false;
                for (int moment = 1; !lived; moment++) {
                    Life life = new Life(outside, bank);
                    life.prepare(node.client(OPERATOR_KEY));
                    lived = life.liveUntil(node, moment);
                    frozen.add(life);
                    node = frozen.size() == AT_ONCE ? killed(node, frozen) : node;
                }
                LOG.info("{}: frozen at {}", outside, frozen);
            }
            node = killed(node, frozen);
        } finally {
            node.close();
        }
    }

    @Test
    void a_sandbox_in_the_process_has_all_it_had_when_another_is_started() throws SQLException {
        String own = "--scrip.stripe.sandbox.enabled=true";
        Life life = new Life(Life.Outside.CLIENT_GONE, bank);
        String page;
        try (MortalNode node = start(own)) {
            life.prepare(node.client(OPERATOR_KEY));
            page = life.opened(node);
        }
        try (MortalNode another = start(own)) {
            new StripeSandbox(another.port()).pay(page);

            await(() -> life.isPaid(another));
        }
    }

    private MortalNode start() throws SQLException {
        return start("--scrip.stripe.sandbox.enabled=false",
                "--scrip.stripe.api-base=http://127.0.0.1:" + port + StripeSandbox.PATH);
    }

    private MortalNode start(String... gateway) throws SQLException {
        HikariDataSource server = database.unwrap(HikariDataSource.class);
        return MortalNode.start(Stream.concat(Stream.of(gateway),
                Stream.of("--server.port=0", "--spring.datasource.url=" + server.getJdbcUrl(),
                        "--spring.datasource.username=" + server.getUsername(),
                        "--spring.datasource.password=" + server.getPassword(), "--scrip.deployment=cloud",
                        "--scrip.clock=adjustable", "--scrip.public-url=http://localhost",
                        "--scrip.operator-key=" + OPERATOR_KEY,
                        "--scrip.reconciliation.every=36500d", "--scrip.desk.writers=100",
                        "--scrip.stripe.api-key=" + StripeSandbox.API_KEY,
                        "--scrip.stripe.webhook-secrets=" + StripeSandbox.SECRET))
                .toList(), OUTPUT);
    }

    /** Kills it with all that is frozen in it, has another take over, and looks how all of them ended. */
    private MortalNode killed(MortalNode node, List<Life> lives) throws SQLException {
        LOG.info("Killed with {} purchases on their way", lives.size());
        node.close();
        MortalNode another = start();
        ApiClient operator = another.client(OPERATOR_KEY);
        lives.forEach(life -> life.goOn(another));
        Instant later = Instant.parse(operator.get(API + "/clock").at("now")).plus(Duration.ofHours(2));
        assertThat(operator.put(API + "/clock", "{\"now\":\"" + later + "\"}").status()).isEqualTo(200);
        await(() -> operator.post(API + "/reconcile", "").at("complete").equals("true"));
        await(() -> operator.get(API + "/events?status=waiting").json().get("events").isEmpty());
        lives.forEach(life -> life.assertItEndedWell(another, operator));
        lives.clear();
        assertThat(operator.post(API + "/reconcile", "").json().get("differs")).isEmpty();
        assertThat(operator.get(API + "/verify").at("ok")).isEqualTo("true");
        return another;
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("time to wait").isLessThan(end);
        }
    }
}
