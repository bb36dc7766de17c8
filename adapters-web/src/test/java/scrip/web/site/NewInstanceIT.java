package scrip.web.site;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import scrip.web.ScripApplication;

import static org.assertj.core.api.Assertions.assertThat;

/** An instance of one's own that was never started before and is no demo. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, classes = ScripApplication.class)
class NewInstanceIT {

    private static final String CONSOLE = "/operator";
    private static final String INSTANCE = CONSOLE + "/workspaces/instance";

    @LocalServerPort
    int port;

    @Test
    void the_operator_makes_its_one_workspace_and_lets_an_admin_in() {
        try (Surfer operator = new Surfer(port); Surfer admin = new Surfer(port)) {
            operator.signIn("operator", "operator-password");
            assertThat(operator.get(CONSOLE).body()).contains("Create workspace", "value=\"instance\"");
            var refused = operator.post(CONSOLE, CONSOLE + "/workspaces", Map.of("name", "Nexus", "slug", "nexus"));
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(refused.body()).contains("Self-hosted has the one workspace “instance”.");

            var made = operator.post(CONSOLE, CONSOLE + "/workspaces", Map.of("name", "Nexus", "slug", "instance"));
            assertThat(made.headers().firstValue("Location").orElse("")).endsWith(INSTANCE);
            assertThat(operator.get(CONSOLE).body()).contains("Nexus").doesNotContain("Create workspace");
            operator.post(INSTANCE, INSTANCE + "/members",
                    Map.of("email", "ada@nexus.test", "name", "Ada", "role", "admin", "password", "a password"));

            admin.signIn("ada@nexus.test", "a password");
            assertThat(admin.get("/settings/license").body()).contains("License key", "id=\"instance-id\"");
        }
    }
}
