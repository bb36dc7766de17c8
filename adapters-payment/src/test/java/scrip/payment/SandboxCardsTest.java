package scrip.payment;

import java.time.Instant;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import scrip.application.payment.CheckoutReply;
import scrip.application.payment.PaymentGateway;
import scrip.application.purchase.CardGatewayContract;
import scrip.payment.PaymentTestApplication.SettableClock;

/** The contract over HTTP, through Stripe's SDK to the sandbox and its pages. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class SandboxCardsTest extends CardGatewayContract {

    @Autowired
    private PaymentGateway gateway;
    @Autowired
    private SettableClock clock;

    private final Browser browser = new Browser();

    @BeforeEach
    void begin() {
        clock.set(SettableClock.START);
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Override
    protected PaymentGateway gateway() {
        return gateway;
    }

    @Override
    protected Instant now() {
        return SettableClock.START;
    }

    @Override
    protected void save(CheckoutReply.Opened page, boolean good) throws Exception {
        browser.press(page.url(), good ? "action=save" : "action=save-bad");
    }
}
