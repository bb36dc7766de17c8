package scrip.payment;

import java.net.URI;
import java.time.Instant;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import scrip.application.payment.CheckoutLookup;
import scrip.application.payment.CheckoutOrder;
import scrip.application.payment.CheckoutReply;
import scrip.application.payment.CheckoutState;
import scrip.application.payment.EventsReply;
import scrip.application.payment.PastPayments;
import scrip.application.payment.PaymentGateway;
import scrip.application.payment.VerifiedEvent;
import scrip.domain.pricing.Money;
import scrip.payment.PaymentTestApplication.SettableClock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

/** A payment of the past is at the gateway as if it had been made then. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class PastPaymentsTest {

    private static final Instant THEN = Instant.parse("2026-02-10T09:30:00Z");

    @Autowired
    private PastPayments past;
    @Autowired
    private PaymentGateway gateway;
    @Autowired
    private SettableClock clock;

    private final Browser browser = new Browser();

    @BeforeEach
    void today() {
        clock.set(SettableClock.START);
    }

    @AfterEach
    void close() {
        browser.close();
    }

    private static CheckoutOrder order(String purchase, Instant expiresAt) {
        return new CheckoutOrder(purchase, "7", 500, new CheckoutOrder.Price(Money.of(500, "usd"), null),
                CheckoutOrder.Buyer.UNKNOWN,
                new CheckoutOrder.Returns("https://app.example.com/", URI.create("https://app.example.com/")),
                expiresAt);
    }

    @Test
    void it_is_found_paid_then_with_its_receipt_and_told_by_events_of_that_time() throws Exception {
        PastPayments.Made made = past.make(order("past-1", THEN.plusSeconds(3_600)), THEN, true);

        assertThat(made.end().isPaid()).isTrue();
        assertThat(made.end().receipt().paidAt()).isEqualTo(THEN);
        assertThat(made.end().amounts().due()).isEqualTo(Money.of(500, "usd"));
        assertThat(gateway.find(made.page().session())).isEqualTo(new CheckoutLookup.Found(made.end()));
        assertThat(browser.open(URI.create(made.end().receipt().url())).body()).contains("5 × $1.00",
                "2026-02-10 09:30");
        EventsReply.Page events = (EventsReply.Page) gateway.eventsSince(THEN, null);
        assertThat(events.events()).filteredOn(event -> event.json().contains("past-1"))
                .extracting(VerifiedEvent::type, VerifiedEvent::created)
                .containsExactly(tuple("checkout.session.completed", THEN));
    }

    @Test
    void the_money_of_one_that_failed_never_came() {
        CheckoutState end = past.make(order("past-2", THEN.plusSeconds(3_600)), THEN, false).end();

        assertThat(end.status()).isEqualTo(CheckoutState.Status.COMPLETE);
        assertThat(end.payment()).isEqualTo(CheckoutState.PaymentStatus.UNPAID);
    }

    @Test
    void what_would_have_been_refused_then_is_a_bug_now() {
        assertThatThrownBy(() -> past.make(order("past-3", THEN), THEN, true))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("expires_at");
        assertThat(gateway.open(order("past-4", THEN))).isInstanceOf(CheckoutReply.Refused.class);
    }
}
