package scrip.web.api;

import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

@TestPropertySource(properties = "scrip.deployment=self-hosted")
class SelfHostedTest extends ApiTest {

    @Test
    void without_a_vendors_public_key_no_license_key_can_be_trusted() {
        operator().put(WORKSPACES + "instance", "{\"name\":\"x\"}");

        assertThat(operator().put(WORKSPACES + "instance/license-key", "{\"key\":\"e30.e30.e30\"}").at("reason"))
                .isEqualTo("no_vendor_key");
    }

    @Test
    void self_hosted_has_the_one_workspace_and_a_clock_that_only_runs_forward() {
        assertThat(operator().put(WORKSPACES + "nexus", "{\"name\":\"x\"}").status()).isEqualTo(422);
        assertThat(operator().put(WORKSPACES + "instance", "{\"name\":\"x\"}").status()).isIn(200, 201);

        var set = operator().put(V1 + "/operator/clock", "{\"now\":\"2026-05-01T00:00:00Z\"}");
        var back = operator().put(V1 + "/operator/clock", "{\"now\":\"2026-04-30T00:00:00Z\"}");

        assertThat(set.response().body()).isEqualTo("{\"now\":\"2026-05-01T00:00:00Z\",\"adjustable\":true}");
        assertThat(back.status()).isEqualTo(422);
        assertThat(operator().get(V1 + "/operator/clock").at("now")).isEqualTo("2026-05-01T00:00:00Z");
    }
}
