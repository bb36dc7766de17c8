package scrip.web.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import scrip.web.notice.Receiver;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An application that tells people of their credits by e-mail and by webhook, one for all tests of it; its mail server and its
 * receiver live as long. Each test has a workspace of its own.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = {"scrip.deployment=cloud",
    "scrip.operator-key=" + NoticedSite.OPERATOR_KEY, "scrip.operator-password=" + NoticedSite.PASSWORD,
    "scrip.public-url=http://credits.test"})
abstract class NoticedSite {

    static final String OPERATOR_KEY = "the-operators-key-in-the-test-of-notices";
    static final String PASSWORD = "noticed-in-time";
    static final Receiver RECEIVER = new Receiver();

    private static final GreenMail MAIL = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final AtomicInteger KEYS = new AtomicInteger();
    private static final AtomicInteger WORKSPACES = new AtomicInteger();
    private static final int PATIENCE = 30_000;

    static {
        MAIL.start();
    }

    @LocalServerPort
    int port;

    @DynamicPropertySource
    static void servers(DynamicPropertyRegistry properties) {
        properties.add("spring.mail.host", () -> "127.0.0.1");
        properties.add("spring.mail.port", () -> MAIL.getSmtp().getPort());
        properties.add("scrip.notices.from", () -> "Scrip <credits@credits.test>");
        properties.add("scrip.notices.webhooks[0].url", () -> RECEIVER.url("/hook"));
        properties.add("scrip.notices.webhooks[0].secret", () -> Receiver.SECRET);
    }

    /** A workspace of an admin, ada, and a builder, grace, with 100 credits a month. */
    final class Told {

        /** How often Ada is told once all credits are used up: of the plan, of 20 % and of 10 %, and that nothing is left. */
        static final int NOTICES = 4;

        final String slug = "acme-" + WORKSPACES.incrementAndGet();
        final String name = "Acme ☃ & Sons " + slug;
        final String settings = "/" + slug + "/settings/subscription";
        final String ada = "ada@" + slug + ".test";
        final String grace = "grace@" + slug + ".test";
        private final String key;

        Told() {
            String workspace = "/operator/workspaces/" + slug;
            send("PUT", workspace, OPERATOR_KEY, "{\"name\":\"%s\"}".formatted(name));
            member(ada, "admin");
            member(grace, "builder");
            send("PUT", workspace + "/license", OPERATOR_KEY, """
                    {"plan":"Team","builders":1,"creditsPerBuilder":100,"interval":"annual",
                     "startsAt":"2020-01-01T00:00:00Z","endsAt":"2090-01-01T00:00:00Z","timeZone":"UTC"}""");
            key = send("POST", workspace + "/api-keys", OPERATOR_KEY,
                    "{\"name\":\"ai\",\"scopes\":[\"meter\",\"read\",\"purchase\"]}")
                    .replaceAll(".*\"key\":\"([^\"]+)\".*", "$1");
        }

        private void member(String email, String role) {
            send("PUT", "/operator/workspaces/" + slug + "/members/" + email, OPERATOR_KEY,
                    "{\"name\":\"Somebody\",\"role\":\"%s\",\"password\":\"%s\"}".formatted(role, PASSWORD));
        }

        String charge(int credits) {
            return send("POST", "/charges", key, "{\"operation\":\"query\",\"builder\":\"%s\",\"credits\":%d}"
                    .formatted(grace, credits));
        }

        /** Uses all credits up, in steps that are told of, and waits until all is told. */
        Told usedUp() {
            charge(80);
            charge(10);
            charge(10);
            mails(NOTICES);
            webhooks(NOTICES);
            return this;
        }

        /** @return Ada's e-mails, once there are so many */
        List<MimeMessage> mails(int count) {
            while (true) {
                int all = MAIL.getReceivedMessages().length;
                List<MimeMessage> mine = Stream.of(MAIL.getReceivedMessages()).filter(this::isTo).toList();
                if (mine.size() >= count) {
                    return mine;
                }
                assertThat(MAIL.waitForIncomingEmail(PATIENCE, all + 1)).as("e-mails to %s", ada).isTrue();
            }
        }

        private boolean isTo(MimeMessage mail) {
            try {
                return List.of(mail.getRecipients(Message.RecipientType.TO)).stream()
                        .anyMatch(to -> to.toString().equals(ada));
            } catch (MessagingException e) {
                throw new IllegalStateException(e);
            }
        }

        /** @return the webhooks about this workspace, once there are so many */
        List<Receiver.Received> webhooks(int count) {
            return RECEIVER.await(got -> got.body().contains("\"workspace\":\"" + slug + "\""), count);
        }
    }

    Surfer signedIn(String email) {
        Surfer surfer = new Surfer(port);
        assertThat(surfer.signIn(email, PASSWORD).statusCode()).isEqualTo(302);
        return surfer;
    }

    private String send(String method, String path, String key, String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1" + path))
                .header("Authorization", "Bearer " + key).header("Content-Type", "application/json")
                .header("Idempotency-Key", "k" + KEYS.incrementAndGet()).method(method, BodyPublishers.ofString(body))
                .build();
        try {
            var answer = HTTP.send(request, BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
