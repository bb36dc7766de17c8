package scrip.payment;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;

import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import scrip.application.payment.PaymentNews;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** Money that goes back of payments on the same account that nobody made for a purchase of ours. */
class StripeForeignNewsTest {

    private volatile String metadata = "{}";
    private HttpServer stripe;
    private StripeNews news;

    @BeforeEach
    void start() throws IOException {
        stripe = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        stripe.createContext("/v1/payment_intents/pi_1", exchange -> {
            byte[] answer = "{\"id\": \"pi_1\", \"object\": \"payment_intent\", \"metadata\": %s}".formatted(metadata)
                    .getBytes(UTF_8);
            try (exchange) {
                exchange.sendResponseHeaders(200, answer.length);
                exchange.getResponseBody().write(answer);
            }
        });
        stripe.start();
        StripeProperties.Http http = new StripeProperties.Http(Duration.ofSeconds(5), Duration.ofSeconds(5), 0);
        StripeConnection connection = new StripeConnection(
                () -> new StripeAccess("sk_test_none", "http://127.0.0.1:" + stripe.getAddress().getPort()), http);
        news = new StripeNews(connection, new StripeCheckouts(connection, new StripeProperties(null, List.of(), null,
                "100 AI credits", false, false, http, new StripeProperties.Sandbox(null, null))));
    }

    @AfterEach
    void stop() {
        stripe.stop(0);
    }

    @ParameterizedTest
    @CsvSource({"charge.refunded,charge.json,MoneyRefunded", "refund.failed,refund.json,RefundFailed",
        "charge.dispute.created,dispute.json,DisputeOpened"})
    void what_happens_to_payments_of_others_is_no_news_and_to_ours_it_is(String type, String object, String told) {
        String event = StripeNewsTest.event(type, object, "null");

        assertThat(news.interpret(event)).isEqualTo(new PaymentNews.NotUsed(type));

        metadata = "{\"purchase\": \"purchase-1\"}";
        assertThat(news.interpret(event).getClass().getSimpleName()).isEqualTo(told);
    }
}
