package scrip.web.site;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A page's stream of the balance ends with whoever listens. */
@Timeout(60)
class PageStreamIT extends CloudSite {

    private static final String SETTINGS = "/nexuscorp/settings/subscription";
    private static final String WORKSPACE = "/operator/workspaces/nexuscorp";

    @ParameterizedTest
    @ValueSource(strings = {SETTINGS + "/stream", "/nexuscorp/builder/stream"})
    void it_ends_when_the_reader_signs_out(String stream) throws IOException {
        try (Surfer grace = new Surfer(port)) {
            grace.signIn(GRACE.name(), GRACE.password());
            HttpResponse<InputStream> listening = grace.listen(stream);
            assertThat(listening.statusCode()).isEqualTo(200);
            assertThat(listening.body().read()).as("a sign of life").isPositive();

            grace.post(SETTINGS, "/logout", Map.of());

            assertThat(listening.body().readAllBytes()).as("up to its end").isNotNull();
            assertThat(grace.get(stream).statusCode()).isEqualTo(302);
        }
    }

    @Test
    void it_ends_when_the_reader_is_no_member_any_more() throws IOException {
        String email = UUID.randomUUID() + "@nexuscorp.test";
        try (Surfer operator = new Surfer(port); Surfer member = new Surfer(port)) {
            operator.signIn(OPERATOR.name(), OPERATOR.password());
            operator.post(WORKSPACE, WORKSPACE + "/members",
                    Map.of("email", email, "name", "For a while", "role", "builder", "password", "a-long-password"));
            member.signIn(email, "a-long-password");
            HttpResponse<InputStream> listening = member.listen("/nexuscorp/builder/stream");
            assertThat(listening.body().read()).as("a sign of life").isPositive();

            operator.post(WORKSPACE, WORKSPACE + "/members/remove", Map.of("email", email));

            assertThat(listening.body().readAllBytes()).as("up to its end").isNotNull();
        }
    }
}
