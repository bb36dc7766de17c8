package scrip.web.site;

import java.net.http.HttpResponse;
import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import scrip.web.ScripApplication;

import static org.assertj.core.api.Assertions.assertThat;

/** The pages while the database is away: sessions are in it too. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, classes = ScripApplication.class,
        properties = {"scrip.operator-key=the-operators-key-in-the-test-of-outages",
            "scrip.operator-password=operator-password"})
@DirtiesContext
@TestInstance(Lifecycle.PER_CLASS)
@ExtendWith(OutputCaptureExtension.class)
class OutageIT {

    @LocalServerPort
    int port;
    @Autowired
    DataSource database;

    private Surfer surfer;

    @BeforeAll
    void the_operator_is_signed_in_and_the_database_goes_away() {
        surfer = new Surfer(port);
        surfer.signIn("operator", "operator-password");
        assertThat(surfer.get("/operator").statusCode()).isEqualTo(200);
        ((HikariDataSource) database).close();
    }

    @Test
    void every_page_says_so_with_503_and_without_a_stack_trace(CapturedOutput log) {
        for (String path : new String[]{"/operator", "/login", "/", "/operator/webhooks"}) {
            HttpResponse<String> page = surfer.get(path);

            assertThat(page.statusCode()).as(path).isEqualTo(503);
            assertThat(page.headers().firstValue("Retry-After")).as(path).contains("5");
            assertThat(page.body()).as(path).contains("class=\"oops\"", "/assets/scrip");
        }
        assertThat(log.getAll()).contains("A page could not be shown").doesNotContain("\tat org.springframework");
    }

    @Test
    void so_does_the_sign_in_to_who_comes_without_a_cookie() {
        try (Surfer stranger = new Surfer(port)) {
            HttpResponse<String> page = stranger.get("/login");

            assertThat(page.statusCode()).isEqualTo(503);
            assertThat(page.body()).contains("class=\"oops\"");
        }
    }

    @Test
    void files_need_no_session_and_so_no_database() {
        assertThat(surfer.get("/assets/base.css").statusCode()).isEqualTo(200);
        assertThat(surfer.get("/webjars/htmx.org/dist/htmx.min.js").statusCode()).isEqualTo(200);
        assertThat(surfer.get("/embed/credits.js").statusCode()).isEqualTo(200);
    }
}
