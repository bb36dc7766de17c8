package scrip.web.site;

import javax.sql.DataSource;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Sessions that another version of Scrip has stored. */
class StaleSessionIT extends CloudSite {

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
}
