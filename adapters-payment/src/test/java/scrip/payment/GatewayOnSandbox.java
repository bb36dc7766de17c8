package scrip.payment;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import scrip.application.payment.CheckoutLookup;
import scrip.application.payment.CheckoutOrder;
import scrip.application.payment.CheckoutOrder.Buyer;
import scrip.application.payment.CheckoutOrder.Discount;
import scrip.application.payment.CheckoutOrder.Price;
import scrip.application.payment.CheckoutOrder.Returns;
import scrip.application.payment.CheckoutReply;
import scrip.application.payment.CheckoutState;
import scrip.application.payment.PaymentGateway;
import scrip.domain.pricing.Money;
import scrip.payment.PaymentTestApplication.SettableClock;

import static org.assertj.core.api.Assertions.assertThat;

/** The port on Stripe's SDK over HTTP to the sandbox and its pages, and a buyer with a browser. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
abstract class GatewayOnSandbox {

    static final AtomicInteger PURCHASES = new AtomicInteger();
    static final Instant NOW = SettableClock.START;
    static final Instant IN_AN_HOUR = NOW.plus(Duration.ofHours(1));

    @Autowired
    PaymentGateway gateway;

    @Autowired
    WebhookReceiver webhook;

    @Autowired
    SettableClock clock;

    @LocalServerPort
    int port;
    final Browser browser = new Browser();

    @BeforeEach
    void begin() {
        clock.set(NOW);
        webhook.forget();
    }

    @AfterEach
    void close() {
        browser.close();
    }

    String paid(long credits) throws Exception {
        return receipt(credits).paymentIntent();
    }

    CheckoutState.Receipt receipt(long credits) throws Exception {
        CheckoutReply.Opened opened = open(order(credits, null));
        browser.press(opened.url(), "action=pay");
        webhook.await("checkout.session.completed");
        return found(opened.session()).receipt();
    }

    CheckoutReply.Opened open(CheckoutOrder order) {
        CheckoutReply reply = gateway.open(order);
        assertThat(reply).isInstanceOf(CheckoutReply.Opened.class);
        return (CheckoutReply.Opened) reply;
    }

    CheckoutState found(String session) {
        CheckoutLookup lookup = gateway.find(session);
        assertThat(lookup).isInstanceOf(CheckoutLookup.Found.class);
        return ((CheckoutLookup.Found) lookup).state();
    }

    static CheckoutOrder order(long credits, Discount discount) {
        return new CheckoutOrder("purchase-" + PURCHASES.incrementAndGet(), "7", credits,
                new Price(Money.of(credits, "usd"), discount), new Buyer("admin@example.com", null),
                new Returns("https://app.example.com/settings/license?session=" + Returns.SESSION,
                        URI.create("https://app.example.com/settings/license?cancelled")),
                IN_AN_HOUR);
    }
}
