package scrip.web.verify;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.UUID;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import scrip.application.workspace.Workspaces;
import scrip.web.ScripApplication;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("Rule 30: the command verify")
class VerifyCommandIT {

    private final String data = "--scrip.data=" + Path.of("target", "scrip", UUID.randomUUID().toString());
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    private int verify() {
        said.reset();
        return VerifyCommand.run(new PrintStream(said, true, StandardCharsets.UTF_8), data);
    }

    private ConfigurableApplicationContext start() {
        return SpringApplication.run(ScripApplication.class, data, "--server.port=0", "--scrip.deployment=cloud");
    }

    @Test
    void its_exit_status_tells_whether_every_ledger_is_whole() {
        assertThat(verify()).as("no database").isEqualTo(VerifyCommand.NOT_VERIFIED);
        try (ConfigurableApplicationContext running = start()) {
            running.getBean(Workspaces.class).put("nexus", "Nexus");
            assertThat(verify()).as("a folder in use").isEqualTo(VerifyCommand.NOT_VERIFIED);
            assertThat(said.toString(StandardCharsets.UTF_8)).startsWith("Not verified: ");
        }
        assertThat(verify()).isEqualTo(VerifyCommand.WHOLE);
        assertThat(said).hasToString("1 ledgers with 1 entries: every ledger is whole\n");

        try (ConfigurableApplicationContext running = start()) {
            running.getBean(JdbcClient.class).sql("UPDATE pool SET monthly = monthly - 1").update();
        }
        assertThat(verify()).isEqualTo(VerifyCommand.FLAWED);
        assertThat(said.toString(StandardCharsets.UTF_8).lines()).contains(
                "nexus: The monthly balance is kept as 99.999999 credits; the ledger says 100.",
                "1 ledgers with 1 entries: 2 findings");
    }
}
