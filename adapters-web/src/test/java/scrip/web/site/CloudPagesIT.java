package scrip.web.site;

import java.net.InetAddress;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Who gets where in the cloud. */
class CloudPagesIT extends CloudSite {

    private static final String PASSWORD = "scrip-demo";
    private static final String SETTINGS = "/nexuscorp/settings/subscription";

    @ParameterizedTest
    @CsvSource(textBlock = """
            /nexuscorp/settings/subscription,       200, 200, 403, 403
            /nexuscorp/settings/subscription/credits, 200, 200, 403, 403
            /nexuscorp/settings/subscription/buy,   200, 403, 403, 403
            /nexuscorp/settings/subscription/usage, 200, 200, 403, 403
            /nexuscorp/settings/subscription/usage/csv, 200, 200, 403, 403
            /nexuscorp/builder,                     200, 200, 403, 403
            /tinytools/builder,                     404, 404, 404, 403
            /tinytools/settings/subscription/usage, 404, 404, 404, 403
            /nosuch/builder,                        404, 404, 404, 404
            /settings/license,                      404, 404, 404, 404
            /builder,                               404, 404, 404, 404
            /operator,                              403, 403, 403, 200
            /operator/workspaces/nexuscorp/ledger,  403, 403, 403, 200
            /operator/verify,                       403, 403, 403, 200
            /operator/workspaces/nosuch/ledger,     403, 403, 403, 404
            /operator/workspaces/tinytools,         403, 403, 403, 200
            /operator/workspaces/nosuch,            403, 403, 403, 404
            /sandbox/stripe,                        403, 403, 403, 200
            /actuator/env,                          403, 403, 403, 403
            /nothing/here,                          404, 404, 404, 404
            """)
    void everyone_gets_to_his_own_pages_only(String page, int admin, int builder, int endUser, int operator) {
        assertThat(status("ada@nexuscorp.test", PASSWORD, page)).isEqualTo(admin);
        assertThat(status("grace@nexuscorp.test", PASSWORD, page)).isEqualTo(builder);
        assertThat(status("edgar@nexuscorp.test", PASSWORD, page)).isEqualTo(endUser);
        assertThat(status("operator", "operator-password", page)).isEqualTo(operator);
        try (Surfer nobody = new Surfer(port)) {
            assertThat(nobody.get(page).headers().firstValue("Location")).hasValueSatisfying(
                    address -> assertThat(address).endsWith("/login"));
        }
    }

    private int status(String name, String password, String page) {
        try (Surfer someone = new Surfer(port)) {
            assertThat(someone.signIn(name, password).statusCode()).isEqualTo(302);
            return someone.get(page).statusCode();
        }
    }

    @Test
    void who_signs_in_comes_to_the_page_he_asked_for() {
        try (Surfer ada = new Surfer(port)) {
            ada.get(SETTINGS + "/usage?operation=query");

            assertThat(ada.signIn("Ada@NexusCorp.test ", PASSWORD).headers().firstValue("Location"))
                    .contains("http://localhost:" + port + SETTINGS + "/usage?operation=query");
        }
    }

    @Test
    void a_form_without_its_token_is_refused() {
        try (Surfer ada = new Surfer(port)) {
            ada.signIn("ada@nexuscorp.test", PASSWORD);

            assertThat(ada.postWith("", "/logout", Map.of()).statusCode()).isEqualTo(403);
            assertThat(ada.get(SETTINGS).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void signing_in_changes_the_session_and_signing_out_ends_it() {
        try (Surfer ada = new Surfer(port)) {
            ada.get("/login");
            String before = ada.cookies().getFirst().getValue();
            ada.signIn("ada@nexuscorp.test", PASSWORD);

            assertThat(ada.cookies()).singleElement().satisfies(cookie -> {
                assertThat(cookie.getValue()).isNotEqualTo(before);
                assertThat(cookie.isHttpOnly()).isTrue();
            });
            assertThat(ada.post(SETTINGS, "/logout", Map.of()).headers().firstValue("Location").orElseThrow())
                    .endsWith("/login?signed-out");
            assertThat(ada.get(SETTINGS).statusCode()).isEqualTo(302);
        }
    }

    @Test
    void too_many_wrong_passwords_close_the_door_for_a_while() throws Exception {
        try (Surfer guesser = Surfer.from(InetAddress.getByName("127.0.0.9"), port)) {
            HttpResponse<String> answer = guesser.signIn("nobody@nexuscorp.test", "0");
            assertThat(answer.statusCode()).isEqualTo(401);
            for (int i = 1; i <= 5; i++) {
                answer = guesser.signIn("ada@nexuscorp.test", "wrong " + i);
            }

            assertThat(answer.statusCode()).isEqualTo(429);
            assertThat(answer.headers().firstValueAsLong("Retry-After").orElseThrow()).isBetween(1L, 61L);
            assertThat(answer.body()).contains("Too many attempts");
        }
    }

    @Test
    void pages_load_nothing_from_elsewhere_and_are_framed_by_nobody() {
        try (Surfer nobody = new Surfer(port)) {
            var headers = nobody.get("/login").headers();

            assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
                    .contains("default-src 'self'", "frame-ancestors 'none'", "https://checkout.stripe.com")
                    .doesNotContain("unsafe");
            assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(headers.firstValue("Referrer-Policy")).contains("same-origin");
        }
    }

    @Test
    void a_builder_sees_only_his_own_charges_whatever_he_asks_for() {
        try (Surfer grace = new Surfer(port)) {
            grace.signIn("grace@nexuscorp.test", PASSWORD);
            String csv = grace.get(SETTINGS + "/usage/csv?builder=alan@nexuscorp.test").body();

            assertThat(csv).contains("grace@nexuscorp.test").doesNotContain("alan@nexuscorp.test");
        }
    }

    @Test
    void the_operator_verifies_every_ledger_by_a_button() {
        try (Surfer operator = new Surfer(port)) {
            operator.signIn("operator", "operator-password");

            assertThat(operator.get("/operator").body()).contains("href=\"/operator/verify\"");
            assertThat(operator.post("/operator/verify", "/operator/verify", Map.of()).headers()
                    .firstValue("Location")).hasValueSatisfying(to -> assertThat(to).endsWith("/operator/verify"));
            await().untilAsserted(() -> assertThat(operator.get("/operator/verify").body())
                    .contains("Every ledger is whole"));
        }
    }

    @Test
    void admins_and_the_operator_have_balances_explained_between_two_days() {
        try (Surfer ada = new Surfer(port); Surfer grace = new Surfer(port); Surfer operator = new Surfer(port)) {
            ada.signIn("ada@nexuscorp.test", PASSWORD);
            grace.signIn("grace@nexuscorp.test", PASSWORD);
            operator.signIn("operator", "operator-password");

            assertThat(ada.get(SETTINGS + "/usage?explainFrom=x&explainTo=2020-02-30").body())
                    .contains("Explain this balance", "Granted");
            assertThat(ada.get(SETTINGS + "/usage?explainFrom=2001-01-01&explainTo=2001-01-02").body())
                    .contains("Nothing moved between these days.");
            assertThat(grace.get(SETTINGS + "/usage").body()).doesNotContain("Explain this balance");
            assertThat(operator.get("/operator/workspaces/nexuscorp/ledger").body())
                    .contains("Explain this balance", "Granted");
        }
    }

    @Test
    void what_a_page_looks_like_is_loaded_once_and_again_when_it_has_changed() {
        try (Surfer nobody = new Surfer(port)) {
            Matcher sheet = Pattern.compile("href=\"(/assets/parts-[0-9a-f]{32}\\.css)\"")
                    .matcher(nobody.get("/login").body());

            assertThat(sheet.find()).isTrue();
            HttpResponse<String> loaded = nobody.get(sheet.group(1));
            assertThat(loaded.statusCode()).isEqualTo(200);
            assertThat(loaded.headers().firstValue("Cache-Control")).hasValue("max-age=3600, must-revalidate");
            assertThat(loaded.body()).containsPattern("guilloche-[0-9a-f]{32}\\.svg");
        }
    }
}
