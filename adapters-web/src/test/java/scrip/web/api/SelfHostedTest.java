package scrip.web.api;

import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

@TestPropertySource(properties = "scrip.deployment=self-hosted")
class SelfHostedTest extends ApiTest {

    @Test
    void self_hosted_has_the_one_workspace_and_a_clock_that_only_runs_forward() {
        assertThat(operator().put(WORKSPACES + "nexus", "{\"name\":\"x\"}").status()).isEqualTo(422);
        assertThat(operator().put(WORKSPACES + "instance", "{\"name\":\"x\"}").status()).isEqualTo(201);

        var set = operator().put(V1 + "/operator/clock", "{\"now\":\"2026-05-01T00:00:00Z\"}");
        var back = operator().put(V1 + "/operator/clock", "{\"now\":\"2026-04-30T00:00:00Z\"}");

        assertThat(set.response().body()).isEqualTo("{\"now\":\"2026-05-01T00:00:00Z\",\"adjustable\":true}");
        assertThat(back.status()).isEqualTo(422);
        assertThat(operator().get(V1 + "/operator/clock").at("now")).isEqualTo("2026-05-01T00:00:00Z");
    }
}
