package scrip.web.site;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** An error page is no dead end for who is signed in. */
class ErrorPagesIT extends CloudSite {

    @ParameterizedTest
    @CsvSource(textBlock = """
            ada,      /nothing/here,                        404, /nexuscorp/settings/subscription
            ada,      /tinytools/settings/subscription,     404, /nexuscorp/builder
            ada,      /operator,                            403, /nexuscorp/builder
            grace,    /nexuscorp/settings/subscription/buy, 403, /nexuscorp/settings/subscription/usage
            operator, /operator/workspaces/nothing,         404, /operator/webhooks
            operator, /nexuscorp/builder,                   403, /operator/verify
            """)
    void it_has_the_navigation_of_who_is_signed_in(String who, String path, int status, String link) {
        HttpResponse<String> page = get(who, path);

        assertThat(page.statusCode()).isEqualTo(status);
        assertThat(page.body()).contains("class=\"oops\"", "href=\"" + link + "\"", "action=\"/logout\"")
                .doesNotContain("aria-current");
    }

    @Test
    void an_end_user_can_only_sign_out() {
        HttpResponse<String> page = get("edgar", "/nexuscorp/builder");

        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(page.body()).contains("edgar@nexuscorp.test", "action=\"/logout\"").doesNotContain("topnav");
    }

    @Test
    void a_form_of_a_session_that_is_over_leads_back_to_its_page_after_signing_in() {
        String page = "/nexuscorp/settings/subscription?purchases=all";
        try (Surfer ada = new Surfer(port)) {
            ada.signIn(ADA.name(), ADA.password());
            ada.cookies().forEach(cookie -> cookie.setValue("b3Zlcg=="));

            HttpResponse<String> sent = ada.postStale(page, "/nexuscorp/settings/subscription/limits");
            assertThat(sent.headers().firstValue("Location")).hasValueSatisfying(to -> assertThat(to)
                    .endsWith("/login?unsent"));
            assertThat(ada.get("/login?unsent").body()).contains("nothing was changed");

            assertThat(ada.signIn(ADA.name(), ADA.password()).headers().firstValue("Location"))
                    .hasValueSatisfying(to -> assertThat(to).endsWith(page));
            ada.post(page, "/logout", Map.of());
            assertThat(ada.signIn(ADA.name(), ADA.password()).headers().firstValue("Location"))
                    .as("once only").hasValueSatisfying(to -> assertThat(to).doesNotContain("subscription"));
        }
    }

    @Test
    void a_form_of_the_session_before_says_so_and_leads_back_to_its_page() {
        String page = "/nexuscorp/settings/subscription";
        try (Surfer ada = new Surfer(port)) {
            ada.signIn(ADA.name(), ADA.password());

            HttpResponse<String> sent = ada.postStale(page, page + "/limits");

            assertThat(sent.statusCode()).isEqualTo(403);
            assertThat(sent.body()).contains("This page had grown old", "href=\"" + page + "\"", "topnav")
                    .doesNotContain("your role");
            assertThat(ada.postStale("//evil.example", page + "/limits").body()).doesNotContain("evil.example");
        }
    }

    private HttpResponse<String> get(String who, String path) {
        Visitor visitor = Objects.requireNonNull(visitor(who));
        try (Surfer surfer = new Surfer(port)) {
            surfer.signIn(visitor.name(), visitor.password());
            return surfer.get(path);
        }
    }
}
