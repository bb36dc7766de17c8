package scrip.web.site;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.icegreen.greenmail.util.GreenMailUtil;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import scrip.web.notice.Receiver;

import static org.assertj.core.api.Assertions.assertThat;

/** Workspaces that use up their credits, and what leaves the house of it: e-mails, webhooks and the log of both. */
@DisplayName("Rule 31: people are told, once each")
class NoticesIT extends NoticedSite {

    @Test
    void a_hundred_spend_at_once_and_each_notice_goes_out_once() throws Exception {
        Told acme = new Told();
        Callable<String> charge = () -> acme.charge(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<String> done : threads.invokeAll(Collections.nCopies(100, charge))) {
                assertThat(done.get()).contains("\"credits\":1");
            }
        }

        assertThat(acme.mails(Told.NOTICES)).extracting(MimeMessage::getSubject).containsExactlyInAnyOrder(
                "Your plan has changed · " + acme.name,
                "20 % of this period’s credits are left · " + acme.name,
                "10 % of this period’s credits are left · " + acme.name,
                "All credits are used up · " + acme.name);
        assertThat(acme.webhooks(Told.NOTICES)).hasSize(Told.NOTICES);
    }

    @Test
    void an_e_mail_says_it_in_text_and_html_and_leads_to_the_settings() throws Exception {
        Told acme = new Told().usedUp();
        MimeMessage mail = acme.mails(Told.NOTICES).stream().filter(message -> subject(message).startsWith("20 %"))
                .findFirst().orElseThrow();
        String all = GreenMailUtil.getWholeMessage(mail);

        assertThat(mail.getFrom()[0]).hasToString("Scrip <credits@credits.test>");
        assertThat(mail.getHeader("Message-ID")[0]).startsWith("<notice_").endsWith("@credits.test>");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(all).contains("text/plain", "text/html");
        String text = parts(mail);
        assertThat(text).contains("20 monthly credits remain until", "http://credits.test" + acme.settings,
                "because you are an admin of Acme ☃ & Sons", "href=\"http://credits.test" + acme.settings + "\"",
                "Acme ☃ &amp; Sons").doesNotContain("??", " th:", "xmlns");
    }

    private static String subject(Message message) {
        try {
            return message.getSubject();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String parts(Part part) throws Exception {
        Object content = part.getContent();
        if (!(content instanceof Multipart several)) {
            return content.toString();
        }
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < several.getCount(); i++) {
            all.append(parts(several.getBodyPart(i)));
        }
        return all.toString();
    }

    @Test
    void the_same_goes_out_as_signed_webhooks() {
        List<Receiver.Received> got = new Told().usedUp().webhooks(Told.NOTICES);

        assertThat(got).hasSize(Told.NOTICES).allMatch(Receiver.Received::genuine)
                .extracting(hook -> hook.body().replaceAll("\\{\"type\":\"([^\"]+)\".*", "$1"))
                .containsExactlyInAnyOrder("plan.changed", "credits.low", "credits.low", "credits.exhausted");
        assertThat(got).extracting(Receiver.Received::id).doesNotHaveDuplicates();
    }

    @Test
    void the_operator_sees_every_try_of_a_delivery_and_sends_one_again() {
        Told acme = new Told().usedUp();
        Pattern plan = Pattern
                .compile("name=\"id\" value=\"(\\d+\\.1\\.email\\." + Pattern.quote(acme.ada) + ")\"");
        try (Surfer operator = signedIn("operator")) {
            String page = shown(operator, body -> tries(body, acme.ada, "accepted by the mail server") == Told.NOTICES
                    && body.contains("HTTP 204"));
            assertThat(page).contains("credits.exhausted", RECEIVER.url("/hook"));
            Matcher id = plan.matcher(page);
            assertThat(id.find()).isTrue();

            var answer = operator.post("/operator/webhooks", "/operator/webhooks/resend", Map.of("id", id.group(1)));
            assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("told=resent");
            assertThat(operator.get("/operator/webhooks?told=resent").body()).contains("It is being sent again.");
            assertThat(acme.mails(Told.NOTICES + 1)).extracting(NoticesIT::subject)
                    .filteredOn(subject -> subject.startsWith("Your plan")).hasSize(2);
            shown(operator, body -> tries(body, acme.ada, "accepted by the mail server") == Told.NOTICES + 1);
        }
    }

    /** The log is written once the other side has answered, so it may come a moment later. */
    private static String shown(Surfer operator, Predicate<String> complete) {
        Instant end = Instant.now().plus(Duration.ofSeconds(30));
        String page = operator.get("/operator/webhooks").body();
        while (!complete.test(page)) {
            assertThat(Instant.now()).as(page).isBefore(end);
            page = operator.get("/operator/webhooks").body();
        }
        return page;
    }

    /** @return how many tries with that outcome the page lists in the rows of an address */
    private static int tries(String page, String address, String outcome) {
        int tries = 0;
        for (String row : page.split("<tr", -1)) {
            if (row.contains("<code>" + address + "</code>")) {
                tries += row.split("<li>.*?" + Pattern.quote(outcome), -1).length - 1;
            }
        }
        return tries;
    }

    @Test
    void a_delivery_that_there_is_not_cannot_be_sent_again() {
        try (Surfer operator = signedIn("operator")) {
            for (String wrong : List.of("1", "x.1.email.a@b", "1.1.pigeon.a@b", "0.1.email.a@b", "1.1.email.a@b")) {
                assertThat(operator.post("/operator/webhooks", "/operator/webhooks/resend", Map.of("id", wrong))
                        .headers().firstValue("Location").orElseThrow()).endsWith("told=gone");
            }
        }
    }
}
