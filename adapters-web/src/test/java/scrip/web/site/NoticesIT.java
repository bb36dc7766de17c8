package scrip.web.site;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import jakarta.mail.Message;
import jakarta.mail.internet.MimeMessage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import scrip.web.notice.Receiver;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** A workspace that uses up its credits, and what its people are told of it: by e-mail, by webhook and on the pages. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = {"scrip.deployment=cloud",
    "scrip.operator-key=" + NoticesIT.OPERATOR_KEY, "scrip.operator-password=" + NoticesIT.PASSWORD,
    "scrip.public-url=http://credits.test"})
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@DisplayName("Rule 31: people are told, once each")
class NoticesIT {

    static final String OPERATOR_KEY = "the-operators-key-in-the-test-of-notices";
    static final String PASSWORD = "noticed-in-time";

    private static final GreenMail MAIL = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private static final Receiver RECEIVER = new Receiver();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final AtomicInteger KEYS = new AtomicInteger();
    private static final String SETTINGS = "/acme/settings/subscription";
    private static final int NOTICES = 4;

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void servers(DynamicPropertyRegistry properties) {
        MAIL.start();
        properties.add("spring.mail.host", () -> "127.0.0.1");
        properties.add("spring.mail.port", () -> MAIL.getSmtp().getPort());
        properties.add("scrip.notices.from", () -> "Scrip <credits@credits.test>");
        properties.add("scrip.notices.webhooks[0].url", () -> RECEIVER.url("/hook"));
        properties.add("scrip.notices.webhooks[0].secret", () -> Receiver.SECRET);
    }

    @AfterAll
    static void stop() {
        MAIL.stop();
        RECEIVER.close();
    }

    private String send(String method, String path, String key, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1" + path))
                .header("Authorization", "Bearer " + key).header("Content-Type", "application/json")
                .header("Idempotency-Key", "k" + KEYS.incrementAndGet()).method(method, BodyPublishers.ofString(body))
                .build();
        var answer = HTTP.send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
        return answer.body();
    }

    private void member(String email, String role) throws Exception {
        send("PUT", "/operator/workspaces/acme/members/" + email, OPERATOR_KEY,
                "{\"name\":\"Somebody\",\"role\":\"%s\",\"password\":\"%s\"}".formatted(role, PASSWORD));
    }

    private Surfer signedIn(String email) {
        Surfer surfer = new Surfer(port);
        assertThat(surfer.signIn(email, PASSWORD).statusCode()).isEqualTo(302);
        return surfer;
    }

    @Test
    @Order(1)
    void a_hundred_spend_at_once_and_each_notice_goes_out_once() throws Exception {
        send("PUT", "/operator/workspaces/acme", OPERATOR_KEY, "{\"name\":\"Acme ☃ & Sons\"}");
        member("ada@acme.test", "admin");
        member("grace@acme.test", "builder");
        send("PUT", "/operator/workspaces/acme/license", OPERATOR_KEY, """
                {"plan":"Team","builders":1,"creditsPerBuilder":100,"interval":"annual",
                 "startsAt":"2020-01-01T00:00:00Z","endsAt":"2090-01-01T00:00:00Z","timeZone":"UTC"}""");
        String key = send("POST", "/operator/workspaces/acme/api-keys", OPERATOR_KEY,
                "{\"name\":\"ai\",\"scopes\":[\"meter\",\"read\",\"purchase\"]}").replaceAll(".*\"key\":\"([^\"]+)\".*",
                        "$1");
        Callable<String> charge = () -> send("POST", "/charges", key,
                "{\"operation\":\"query\",\"builder\":\"grace@acme.test\",\"credits\":1}");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<String> done : threads.invokeAll(Collections.nCopies(100, charge))) {
                assertThat(done.get()).contains("\"credits\":1");
            }
        }

        assertThat(MAIL.waitForIncomingEmail(30_000, NOTICES)).isTrue();
        assertThat(MAIL.getReceivedMessages()).hasSize(NOTICES)
                .allSatisfy(mail -> assertThat(mail.getRecipients(Message.RecipientType.TO))
                        .extracting(Object::toString).containsExactly("ada@acme.test"))
                .extracting(MimeMessage::getSubject).containsExactlyInAnyOrder(
                        "Your plan has changed · Acme ☃ & Sons",
                        "20 % of this period’s credits are left · Acme ☃ & Sons",
                        "10 % of this period’s credits are left · Acme ☃ & Sons",
                        "All credits are used up · Acme ☃ & Sons");
    }

    @Test
    @Order(2)
    void an_e_mail_says_it_in_text_and_html_and_leads_to_the_settings() throws Exception {
        MimeMessage mail = List.of(MAIL.getReceivedMessages()).stream()
                .filter(message -> subject(message).startsWith("20 %")).findFirst().orElseThrow();
        String all = GreenMailUtil.getWholeMessage(mail);

        assertThat(mail.getFrom()[0]).hasToString("Scrip <credits@credits.test>");
        assertThat(mail.getHeader("Message-ID")[0]).startsWith("<notice_").endsWith("@credits.test>");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(all).contains("text/plain", "text/html");
        String text = parts(mail);
        assertThat(text).contains("20 monthly credits remain until", "http://credits.test" + SETTINGS,
                "because you are an admin of Acme ☃ & Sons", "href=\"http://credits.test" + SETTINGS + "\"",
                "Acme ☃ &amp; Sons").doesNotContain("??", " th:", "xmlns");
    }

    private static String subject(Message message) {
        try {
            return message.getSubject();
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String parts(jakarta.mail.Part part) throws Exception {
        Object content = part.getContent();
        if (!(content instanceof jakarta.mail.Multipart several)) {
            return content.toString();
        }
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < several.getCount(); i++) {
            all.append(parts(several.getBodyPart(i)));
        }
        return all.toString();
    }

    @Test
    @Order(3)
    void the_same_goes_out_as_signed_webhooks() {
        assertThat(RECEIVER.received()).hasSize(NOTICES).allMatch(Receiver.Received::genuine)
                .allSatisfy(got -> assertThat(got.body()).contains("\"workspace\":\"acme\""))
                .extracting(got -> got.body().replaceAll("\\{\"type\":\"([^\"]+)\".*", "$1"))
                .containsExactlyInAnyOrder("plan.changed", "credits.low", "credits.low", "credits.exhausted");
        assertThat(RECEIVER.received()).extracting(Receiver.Received::id).doesNotHaveDuplicates();
    }

    @Test
    @Order(4)
    void the_operator_sees_every_delivery_and_sends_one_again() {
        try (Surfer operator = signedIn("operator")) {
            String page = operator.get("/operator/webhooks").body();
            assertThat(page).contains("credits.exhausted", "ada@acme.test", RECEIVER.url("/hook"), "HTTP 204",
                    "accepted by the mail server");
            Matcher id = Pattern.compile("name=\"id\" value=\"(\\d+\\.1\\.email\\.ada@acme.test)\"").matcher(page);
            assertThat(id.find()).isTrue();

            var answer = operator.post("/operator/webhooks", "/operator/webhooks/resend", Map.of("id", id.group(1)));
            assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("told=resent");
            assertThat(operator.get("/operator/webhooks?told=resent").body()).contains("It is being sent again.");
            assertThat(MAIL.waitForIncomingEmail(30_000, NOTICES + 1)).isTrue();
            assertThat(List.of(MAIL.getReceivedMessages()).stream().map(NoticesIT::subject)
                    .filter(subject -> subject.startsWith("Your plan"))).hasSize(2);
            for (String wrong : List.of("1", "x.1.email.a@b", "1.1.pigeon.a@b", "0.1.email.a@b", "1.1.email.a@b")) {
                assertThat(operator.post("/operator/webhooks", "/operator/webhooks/resend", Map.of("id", wrong))
                        .headers().firstValue("Location").orElseThrow()).endsWith("told=gone");
            }
        }
    }

    @Test
    @Order(5)
    void without_script_a_notice_is_dismissed_for_one_person_alone() {
        try (Surfer ada = signedIn("ada@acme.test"); Surfer grace = signedIn("grace@acme.test")) {
            String page = ada.get(SETTINGS).body();
            assertThat(page).contains("All credits are used up", "Your plan has changed", "It is now Team with 100");
            assertThat(page).doesNotContain("credits are left<");
            assertThat(grace.get(SETTINGS).body()).contains("All credits are used up")
                    .doesNotContain("Your plan has changed");

            var answer = ada.post(SETTINGS, SETTINGS + "/notices/4/dismiss", Map.of());
            assertThat(answer.statusCode()).isEqualTo(303);
            assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith(SETTINGS);

            assertThat(ada.get(SETTINGS).body()).contains("Your plan has changed")
                    .doesNotContain("All credits are used up", "credits are left<");
            assertThat(grace.get(SETTINGS).body()).contains("All credits are used up");
        }
    }

    @Test
    @Order(6)
    void a_notice_cannot_be_dismissed_without_its_token_nor_by_a_stranger() {
        try (Surfer grace = signedIn("grace@acme.test"); Surfer nobody = new Surfer(port)) {
            assertThat(grace.postWith("", SETTINGS + "/notices/4/dismiss", Map.of()).statusCode()).isEqualTo(403);
            assertThat(grace.post(SETTINGS, SETTINGS + "/notices/four/dismiss", Map.of()).statusCode())
                    .isEqualTo(404);
            assertThat(nobody.post("/login", SETTINGS + "/notices/4/dismiss", Map.of()).statusCode()).isEqualTo(302);
            assertThat(grace.get(SETTINGS).body()).contains("All credits are used up");
        }
    }

    @Test
    @Order(7)
    void with_script_it_goes_at_once_and_stays_away() {
        try (Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                Browser browser = playwright.chromium().launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of(System.getenv().getOrDefault("SCRIP_BROWSER", "/usr/bin/chromium")))
                        .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-quic",
                                "--disable-background-networking", "--disable-component-update", "--disable-sync",
                                "--no-first-run")))) {
            Page page = browser.newContext(new Browser.NewContextOptions().setBaseURL("http://localhost:" + port))
                    .newPage();
            page.navigate("/login");
            page.getByLabel("E-mail address").fill("grace@acme.test");
            page.getByLabel("Password").fill(PASSWORD);
            page.locator("form button[type=submit]").click();
            page.navigate(SETTINGS);
            assertThat(page.getByText("All credits are used up")).isVisible();
            page.locator(".notice .dismiss").click();
            assertThat(page.locator(".notice")).hasCount(0);
            page.reload();
            assertThat(page.getByText("credits available now")).isVisible();
            assertThat(page.locator(".notice")).hasCount(0);
        }
    }
}
