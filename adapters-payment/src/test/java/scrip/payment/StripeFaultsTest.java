package scrip.payment;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import scrip.application.payment.CardLookup;
import scrip.application.payment.ChargeReply;
import scrip.application.payment.CheckoutLookup;
import scrip.application.payment.CheckoutOrder;
import scrip.application.payment.CheckoutReply;
import scrip.application.payment.CustomerReply;
import scrip.application.payment.EventsReply;
import scrip.application.payment.PaymentMode;
import scrip.application.payment.PaymentRefusal;
import scrip.application.payment.RefundOrder;
import scrip.application.payment.RefundReply;
import scrip.application.payment.SavedCardOrder;
import scrip.domain.pricing.Money;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** Every call to Stripe made to fail in every way: each is a reply, and a repetition carries the same key. */
class StripeFaultsTest {

    private static final CheckoutOrder ORDER = new CheckoutOrder("purchase-1", "7", 500,
            new CheckoutOrder.Price(Money.of(500, "usd"), null), CheckoutOrder.Buyer.UNKNOWN,
            new CheckoutOrder.Returns("https://app.example.com/", URI.create("https://app.example.com/")),
            Instant.parse("2026-03-01T13:00:00Z"));
    private static final RefundOrder REFUND = new RefundOrder("pi_1", Money.of(100, "usd"), "refund-1", "unused");

    private final Queue<String> keys = new ConcurrentLinkedQueue<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer stripe;
    private volatile Fault fault = Fault.ERROR_500;

    /** What Stripe, or the way to it, does wrong. */
    enum Fault {
        ERROR_500(500, error("api_error", "boom")), ERROR_503_NO_JSON(503, "<html>busy</html>"), CONFLICT(409,
                error("invalid_request_error", "locked")),
        RATE_LIMITED(429,
                error("invalid_request_error", "slow down")),
        WRONG_KEY(401,
                error("invalid_request_error", "Invalid API Key")),
        NOT_ALLOWED(403,
                error("invalid_request_error",
                        "not permitted")),
        EMPTY(200, ""), EMPTY_ERROR(500, ""), NO_JSON(200,
                "<html>hello</html>"),
        OTHER_JSON(200, "{}"), A_LIST(200,
                "[1]"),
        CUT(200,
                "{\"id\": \"cs_1\", "),
        SILENT(0,
                ""),
        HUNG_UP(-1, "");

        private final int status;
        private final String body;

        Fault(int status, String body) {
            this.status = status;
            this.body = body;
        }

        static String error(String type, String message) {
            return "{\"error\": {\"type\": \"" + type + "\", \"message\": \"" + message + "\"}}";
        }
    }

    @BeforeEach
    void start() throws IOException {
        stripe = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        stripe.setExecutor(threads);
        stripe.createContext("/", this::answer);
        stripe.start();
    }

    @AfterEach
    void stop() {
        end.countDown();
        stripe.stop(0);
        threads.shutdownNow();
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    @Execution(ExecutionMode.CONCURRENT)
    void whatever_goes_wrong_is_told_as_unavailable_and_may_be_tried_again(Fault fault) {
        this.fault = fault;
        StripeGateway gateway = gateway();

        assertThat(gateway.open(ORDER)).isInstanceOf(CheckoutReply.Unavailable.class);
        assertThat(gateway.find("cs_1")).isInstanceOf(CheckoutLookup.Unavailable.class);
        assertThat(gateway.expire("cs_1")).isInstanceOf(CheckoutLookup.Unavailable.class);
        assertThat(gateway.createCustomer("7", null, null)).isInstanceOf(CustomerReply.Unavailable.class);
        assertThat(gateway.refund(REFUND)).isInstanceOf(RefundReply.Unavailable.class);
        assertThat(gateway.charge(new SavedCardOrder("purchase-2", "7", Money.of(500, "usd"), "cus_1", "pm_1")))
                .isInstanceOf(ChargeReply.Unavailable.class);
        assertThat(gateway.findCard("cs_1")).isInstanceOf(CardLookup.Unavailable.class);
        assertThat(gateway.eventsSince(Instant.EPOCH, null)).isInstanceOf(EventsReply.Unavailable.class);
        assertThat(keys).isSubsetOf("checkout-purchase-1", "customer-7", "refund-1");
    }

    @Test
    void a_call_is_tried_once_more_under_the_same_key_and_then_given_up() {
        fault = Fault.CONFLICT;

        gateway().open(ORDER);

        assertThat(keys).containsExactly("checkout-purchase-1", "checkout-purchase-1");
    }

    @Test
    void nobody_listening_is_unavailable() {
        stripe.stop(0);

        assertThat(gateway().open(ORDER)).isInstanceOf(CheckoutReply.Unavailable.class);
    }

    @ParameterizedTest
    @CsvSource({"amount_too_small,AMOUNT_TOO_SMALL", "amount_too_large,AMOUNT_TOO_LARGE", "email_invalid,EMAIL_INVALID",
        "parameter_unknown,OTHER"})
    void a_refusal_is_told_in_terms_of_what_the_buyer_can_do(String code, PaymentRefusal reason) {
        StripeProperties settings = settings();
        StripeConnection refusing = new StripeConnection(this::access, settings.http());
        refuse(code);

        assertThat(new StripeCheckouts(refusing, settings).open(ORDER)).isInstanceOfSatisfying(
                CheckoutReply.Refused.class, refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    private void refuse(String code) {
        stripe.removeContext("/");
        stripe.createContext("/", exchange -> send(exchange, 400,
                "{\"error\": {\"type\": \"invalid_request_error\", \"code\": \"" + code + "\", \"message\": \"no\"}}"));
    }

    private void answer(HttpExchange exchange) throws IOException {
        String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
        if (key != null && exchange.getRequestURI().getPath().matches("/v1/(checkout/sessions|customers|refunds)")) {
            keys.add(key);
        }
        exchange.getRequestBody().readAllBytes();
        if (fault == Fault.SILENT) {
            await();
        }
        if (fault == Fault.SILENT || fault == Fault.HUNG_UP) {
            exchange.close();
            return;
        }
        send(exchange, fault.status, fault.body);
    }

    private void await() {
        try {
            end.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        try (exchange) {
            byte[] bytes = body.getBytes(UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private StripeGateway gateway() {
        StripeProperties settings = settings();
        StripeConnection connection = new StripeConnection(this::access, settings.http());
        StripeCheckouts checkouts = new StripeCheckouts(connection, settings);
        return new StripeGateway(PaymentMode.TEST, connection, checkouts,
                new WebhookSignatures(List::of, java.time.Clock.systemUTC()));
    }

    private StripeAccess access() {
        return new StripeAccess("sk_test_1", "http://127.0.0.1:" + stripe.getAddress().getPort());
    }

    /** Waits for an answer only where none comes: whatever else goes wrong is not to be taken for a machine that is busy. */
    private StripeProperties settings() {
        Duration patience = fault == Fault.SILENT ? Duration.ofMillis(300) : Duration.ofSeconds(30);
        return new StripeProperties("sk_test_1", List.of(), null, "100 AI credits", false, false,
                new StripeProperties.Http(patience, patience, 1),
                new StripeProperties.Sandbox(null, null));
    }
}
