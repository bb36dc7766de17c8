package scrip.payment;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.stripe.Stripe;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import scrip.application.payment.CheckoutOrder;
import scrip.application.payment.SavedCardOrder;
import scrip.domain.pricing.Money;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("What goes to Stripe: one pinned version, no telemetry, keys that make repetition harmless, and what is configured")
class StripeRequestsTest {

    private static final CheckoutOrder ORDER = new CheckoutOrder("purchase-1", "7", 500,
            new CheckoutOrder.Price(Money.of(500, "usd"), new CheckoutOrder.Discount("SPRING", Money.of(125, "usd"))),
            new CheckoutOrder.Buyer("ada@example.com", "cus_1"),
            new CheckoutOrder.Returns("https://app.example.com/?c={CHECKOUT_SESSION_ID}",
                    URI.create("https://app.example.com/no")),
            Instant.parse("2026-03-01T13:00:00Z"));

    private final ConcurrentLinkedQueue<Sent> sent = new ConcurrentLinkedQueue<>();
    private HttpServer stripe;

    /** A request as it came. */
    private record Sent(String path, Headers headers, Map<String, String> form) {}

    @BeforeEach
    void start() throws IOException {
        stripe = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        stripe.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            sent.add(new Sent(exchange.getRequestURI().getPath(), exchange.getRequestHeaders(), form(body)));
            byte[] answer = """
                    {"id": "x_1", "object": "x", "url": "https://pay.example/1", "expires_at": 1772370000,
                     "status": "succeeded", "amount": 500, "currency": "usd", "metadata": {"purchase": "purchase-1"}}
                    """.getBytes(UTF_8);
            try (exchange) {
                exchange.sendResponseHeaders(200, answer.length);
                exchange.getResponseBody().write(answer);
            }
        });
        stripe.start();
    }

    @AfterEach
    void stop() {
        stripe.stop(0);
    }

    private static Map<String, String> form(String body) {
        return Stream.of(body.split("&")).filter(field -> field.contains("="))
                .map(field -> field.split("=", 2))
                .collect(Collectors.toMap(field -> URLDecoder.decode(field[0], UTF_8),
                        field -> URLDecoder.decode(field[1], UTF_8)));
    }

    private StripeGateway gateway(boolean invoices, boolean tax) {
        StripeProperties settings = new StripeProperties("rk_test_1", List.of(), null, "100 AI credits", invoices, tax,
                new StripeProperties.Http(Duration.ofSeconds(5), Duration.ofSeconds(5), 0),
                new StripeProperties.Sandbox(null, null));
        StripeConnection connection = new StripeConnection(
                () -> new StripeAccess("rk_test_1", "http://127.0.0.1:" + stripe.getAddress().getPort()),
                settings.http());
        return new StripeGateway(scrip.application.payment.PaymentMode.TEST, connection,
                new StripeCheckouts(connection, settings),
                new WebhookSignatures(List::of, java.time.Clock.systemUTC()));
    }

    private Sent only(String path) {
        return sent.stream().filter(one -> one.path.equals(path)).reduce((first, second) -> {
            throw new AssertionError("more than one " + path);
        }).orElseThrow();
    }

    @Test
    void a_checkout_says_all_that_the_contract_promises() {
        gateway(false, false).open(ORDER);

        Sent coupon = only("/v1/coupons");
        Sent session = only("/v1/checkout/sessions");
        assertThat(coupon.form).containsEntry("amount_off", "125").containsEntry("duration", "once")
                .containsEntry("max_redemptions", "1").containsEntry("name", "SPRING");
        assertThat(session.form).containsEntry("client_reference_id", "purchase-1").containsEntry("mode", "payment")
                .containsEntry("metadata[purchase]", "purchase-1").containsEntry("metadata[pool]", "7")
                .containsEntry("success_url", "https://app.example.com/?c={CHECKOUT_SESSION_ID}")
                .containsEntry("cancel_url", "https://app.example.com/no").containsEntry("expires_at", "1772370000")
                .containsEntry("line_items[0][quantity]", "5")
                .containsEntry("line_items[0][price_data][unit_amount]", "100").containsEntry("customer", "cus_1")
                .containsEntry("discounts[0][coupon]", "x_1")
                .doesNotContainKeys("customer_email", "invoice_creation[enabled]", "automatic_tax[enabled]");
        assertThat(session.headers.getFirst("Idempotency-Key")).isEqualTo("checkout-purchase-1-cus_1");
    }

    @Test
    void invoices_and_taxes_are_asked_for_where_configured() {
        gateway(true, true).open(ORDER);

        assertThat(only("/v1/checkout/sessions").form).containsEntry("invoice_creation[enabled]", "true")
                .containsEntry("automatic_tax[enabled]", "true").containsEntry("customer_update[address]", "auto");
    }

    @Test
    void a_saved_card_is_charged_off_session_under_the_purchases_key() {
        gateway(false, false)
                .charge(new SavedCardOrder("purchase-1", "7", Money.of(500, "usd"), "cus_1", "pm_1"));

        Sent payment = only("/v1/payment_intents");
        assertThat(payment.form).containsEntry("off_session", "true").containsEntry("confirm", "true")
                .containsEntry("amount", "500").containsEntry("currency", "usd").containsEntry("customer", "cus_1")
                .containsEntry("payment_method", "pm_1").containsEntry("metadata[purchase]", "purchase-1");
        assertThat(payment.headers.getFirst("Idempotency-Key")).isEqualTo("charge-purchase-1");
    }

    @Test
    void every_request_speaks_the_pinned_version_and_tells_nothing_of_itself() {
        StripeGateway gateway = gateway(false, false);
        gateway.open(ORDER);
        gateway.createCustomer("7", "ada@example.com", null);
        gateway.find("cs_1");

        List<Sent> all = new ArrayList<>(sent);
        assertThat(all).hasSizeGreaterThan(3).allSatisfy(request -> {
            assertThat(request.headers.getFirst("Stripe-Version")).isEqualTo(Stripe.API_VERSION);
            assertThat(request.headers.getFirst("Authorization")).isEqualTo("Bearer rk_test_1");
            assertThat(request.headers.getFirst("X-Stripe-Client-Telemetry")).isNull();
        });
    }
}
