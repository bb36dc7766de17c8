package scrip.web.site;

import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import scrip.web.api.ApiClient;

import static org.assertj.core.api.Assertions.assertThat;

/** When sessions end beside signing out. */
class SessionsIT extends CloudSite {

    @Autowired
    DataSource database;

    @Test
    void who_has_a_session_that_cannot_be_read_signs_in_again() {
        try (Surfer emmy = new Surfer(port)) {
            emmy.signIn("emmy@tinytools.test", "scrip-demo");
            assertThat(emmy.get("/tinytools/builder").statusCode()).isEqualTo(200);
            int broken = JdbcClient.create(database).sql("""
                    UPDATE SPRING_SESSION_ATTRIBUTES SET ATTRIBUTE_BYTES = x'ACED0005'
                    WHERE SESSION_PRIMARY_ID IN
                        (SELECT PRIMARY_ID FROM SPRING_SESSION WHERE PRINCIPAL_NAME = 'emmy@tinytools.test')""")
                    .update();
            assertThat(broken).isPositive();

            assertThat(emmy.get("/tinytools/builder").headers().firstValue("Location").orElse("")).contains("/login");
            assertThat(emmy.get("/login").statusCode()).isEqualTo(200);
            emmy.signIn("emmy@tinytools.test", "scrip-demo");
            assertThat(emmy.get("/tinytools/builder").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void a_changed_password_ends_every_session_of_who_had_the_old_one() {
        try (Surfer mary = new Surfer(port); Surfer emmy = new Surfer(port); Surfer operator = new Surfer(port)) {
            mary.signIn("mary@tinytools.test", "scrip-demo");
            emmy.signIn("emmy@tinytools.test", "scrip-demo");
            operator.signIn(OPERATOR.name(), OPERATOR.password());
            Map<String,
                    String> member = Map.of("email", "mary@tinytools.test", "name", "Mary Somerville", "role", "admin");
            operator.post("/operator/workspaces/tinytools", "/operator/workspaces/tinytools/members", member);
            assertThat(mary.get("/tinytools/builder").statusCode()).isEqualTo(200);

            // The others sign in with the demo's password, so it is that again.
            Map<String, String> withPassword = new HashMap<>(member);
            withPassword.put("password", "scrip-demo");
            operator.post("/operator/workspaces/tinytools", "/operator/workspaces/tinytools/members", withPassword);

            assertThat(mary.get("/tinytools/builder").headers().firstValue("Location").orElse("")).contains("/login");
            assertThat(emmy.get("/tinytools/builder").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void so_it_does_by_the_api() {
        try (Surfer emmy = new Surfer(port)) {
            emmy.signIn("emmy@tinytools.test", "scrip-demo");
            var changed = new ApiClient(port, "operator-key-of-tests-0123456789abcdef").put(
                    "/api/v1/operator/workspaces/tinytools/members/emmy@tinytools.test",
                    "{\"name\":\"Emmy Noether\",\"role\":\"builder\",\"password\":\"scrip-demo\"}");
            assertThat(changed.status()).isEqualTo(200);

            assertThat(emmy.get("/tinytools/builder").headers().firstValue("Location").orElse("")).contains("/login");
        }
    }
}
