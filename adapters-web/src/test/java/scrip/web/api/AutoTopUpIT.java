package scrip.web.api;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.TestPropertySource;
import scrip.application.topup.AutoTopUps;
import scrip.web.ScripApplication;
import scrip.web.site.Surfer;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("Automatic top-up from the settings page through the sandbox to the ledger, without script")
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, classes = ScripApplication.class)
@TestPropertySource(properties = {"scrip.public-url=http://localhost", "scrip.clock=adjustable"})
class AutoTopUpIT extends ApiTest {

    private static final String PASSWORD = "correct horse battery";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Autowired
    AutoTopUps topUps;

    private String slug;
    private ApiClient service;

    @BeforeEach
    void a_workspace_with_an_admin_and_a_builder() {
        slug = aWorkspace();
        operator().put(WORKSPACES + slug + "/license", license(1, 100).replace("2026-03-01", "2020-01-01")
                .replace("2027-03-01", "2090-01-01"));
        member("ada", "admin");
        member("grace", "builder");
        service = serviceOf(slug, "meter", "read", "purchase");
    }

    private void member(String name, String role) {
        operator().put(WORKSPACES + slug + "/members/" + email(name),
                "{\"name\":\"" + name + "\",\"role\":\"" + role + "\",\"password\":\"" + PASSWORD + "\"}");
    }

    private String email(String name) {
        return name + "@" + slug + ".test";
    }

    private Surfer signedIn(String name) {
        Surfer surfer = new Surfer(port);
        assertThat(surfer.signIn(email(name), PASSWORD).statusCode()).isEqualTo(302);
        return surfer;
    }

    private String settings() {
        return "/" + slug + "/settings/subscription";
    }

    private Map<String, String> form(String... more) {
        Map<String, String> form = new HashMap<>(Map.of("enabled", "on", "consent", "on", "threshold", "50", "credits",
                "500", "mostPerMonth", "3"));
        for (int i = 0; i < more.length; i += 2) {
            form.put(more[i], more[i + 1]);
        }
        form.values().removeIf(String::isEmpty);
        return form;
    }

    /** Sends a form of the settings page and gives the page that it leads back to. */
    private String save(Surfer admin, Map<String, String> form) {
        return follow(admin, admin.post(settings(), settings() + "/top-up", form));
    }

    private static String follow(Surfer surfer, HttpResponse<String> redirect) {
        assertThat(redirect.statusCode()).isEqualTo(303);
        return surfer.get(path(redirect).replaceFirst("#.*", "")).body();
    }

    private static String path(HttpResponse<String> redirect) {
        return redirect.headers().firstValue("Location").orElseThrow().replaceFirst("^https?://[^/]+", "");
    }

    private String saveCard(Surfer admin, String action) {
        return follow(admin, admin.get(path(press(admin, action))));
    }

    /** Saves a card on the gateway's page, which leads back. */
    private HttpResponse<String> press(Surfer admin, String action) {
        String key = "00000000-0000-4000-8000-" + "%012d".formatted(System.nanoTime() % 1_000_000_000_000L);
        String page = path(admin.post(settings(), settings() + "/top-up/card", Map.of("key", key)));
        return nobody().send(nobody().request(page).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("action=" + action))).response();
    }

    private void spend(int credits) {
        assertThat(service.post(V1 + "/charges", hold("\"credits\":" + credits)).status()).isEqualTo(201);
    }

    private void awaitPurchase(int count, String status) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (purchases().valueStream().filter(one -> one.get("status").asString().equals(status)).count() < count) {
            assertThat(System.nanoTime()).as("time to wait").isLessThan(end);
            topUps.work();
        }
    }

    private JsonNode purchases() {
        return service.get(V1 + "/purchases").json().get("purchases");
    }

    @Test
    void below_the_threshold_it_buys_once_with_the_saved_card_however_many_work_at_it() {
        try (Surfer ada = signedIn("ada")) {
            assertThat(ada.get(settings()).body()).contains("Automatic top-up", "None saved");
            assertThat(save(ada, form())).contains("Automatic top-up is saved.", "there is no card to pay with");
            assertThat(saveCard(ada, "save")).contains("The card is saved.", "Visa •••• 4242");

            spend(51);
            CompletableFuture.allOf(IntStream.range(0, 8)
                    .mapToObj(_ -> CompletableFuture.runAsync(topUps::work)).toArray(CompletableFuture<?>[]::new))
                    .join();
            awaitPurchase(1, "paid");

            assertThat(purchases()).hasSize(1);
            assertThat(service.get(V1 + "/balance").at("available")).isEqualTo("549");
            assertThat(ada.get(settings()).body()).contains("Last top-up", "Paid", ">Auto top-up<");
        }
    }

    @Test
    void an_admin_who_closes_the_tab_on_the_gateways_page_loses_nothing() {
        try (Surfer ada = signedIn("ada")) {
            save(ada, form());
            press(ada, "save");

            long end = System.nanoTime() + PATIENCE.toNanos();
            while (!ada.get(settings()).body().contains("Visa •••• 4242")) {
                assertThat(System.nanoTime()).as("time to wait").isLessThan(end);
                assertThat(operator().post(V1 + "/operator/reconcile", "").status()).isEqualTo(200);
            }
        }
    }

    @Test
    void three_declines_suspend_it_with_a_notice_and_nothing_is_charged() {
        try (Surfer ada = signedIn("ada")) {
            save(ada, form());
            saveCard(ada, "save-bad");
            spend(60);
            for (int i = 1; i <= 3; i++) {
                awaitPurchase(i, "failed");
                operator().put(V1 + "/operator/clock", "{\"now\":\""
                        + java.time.Instant.parse(operator().get(V1 + "/operator/clock").at("now")).plusSeconds(3_700)
                        + "\"}");
            }
            topUps.work();

            assertThat(purchases()).hasSize(3);
            assertThat(service.get(V1 + "/balance").at("addOn.available")).isEqualTo("0");
            assertThat(ada.get(settings()).body()).contains("Suspended", "declined three times in a row");
        }
    }

    @ParameterizedTest
    @CsvSource({"threshold,0", "threshold,-1", "threshold,x", "threshold,1.5", "credits,150", "credits,0",
        "credits,99999999999", "mostPerMonth,0", "mostPerMonth,101", "mostPerMonth,''"})
    void a_number_that_is_none_saves_nothing_and_is_told(String field, String value) {
        try (Surfer ada = signedIn("ada")) {
            assertThat(save(ada, form(field, value))).contains("Nothing was saved");
            assertThat(ada.get(settings()).body()).doesNotContain("there is no card to pay with");
        }
    }

    @Test
    void without_consent_it_is_not_turned_on() {
        try (Surfer ada = signedIn("ada")) {
            assertThat(save(ada, form("consent", ""))).contains("agree that the saved card is charged");
        }
    }

    @Test
    void a_builder_neither_sees_nor_sets_it() {
        try (Surfer grace = signedIn("grace")) {
            assertThat(grace.get(settings()).body()).doesNotContain("Automatic top-up");
            assertThat(grace.post(settings(), settings() + "/top-up", form()).statusCode()).isEqualTo(403);
            assertThat(grace.post(settings(), settings() + "/top-up/card", Map.of("key", "x")).statusCode())
                    .isEqualTo(403);
            assertThat(grace.get(settings() + "/top-up/card?session=cs_1").statusCode()).isEqualTo(403);
        }
    }
}
