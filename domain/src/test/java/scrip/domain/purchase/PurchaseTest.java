package scrip.domain.purchase;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import scrip.domain.credit.Credits;
import scrip.domain.pool.PoolDriver;
import scrip.domain.pool.PoolId;
import scrip.domain.pricing.Money;
import scrip.domain.purchase.Purchase.Checkout;
import scrip.domain.purchase.Purchase.Payment;
import scrip.domain.purchase.Purchase.Status;

import static org.assertj.core.api.Assertions.assertThat;
import static scrip.domain.pool.PoolFixture.NEW_YEAR;
import static scrip.domain.pool.PoolFixture.aPool;

/** A purchase from its order to its payment or its end (rule 25). */
class PurchaseTest {

    private static final Payment PAYMENT = new Payment(NEW_YEAR.plusSeconds(60), "pi_1", null);
    private static final Checkout PAGE = new Checkout("cs_1", "https://pay.example/cs_1", NEW_YEAR.plusSeconds(3600));

    private final PoolDriver pool = aPool().open();
    private final Purchase ordered = Purchase.ordered("P1", new PoolId(1), order(1000, 250));

    private static Order order(long cents, long discount) {
        return new Order(Credits.of(100), Credits.ZERO, Money.of(cents, "usd"), Money.of(discount, "usd"), "SPRING",
                "ada@example.com", NEW_YEAR);
    }

    private Purchase paid() {
        return ordered.paid(PAYMENT).orElseThrow();
    }

    @Test
    @DisplayName("What is to be paid is the price less the discount")
    void total() {
        assertThat(ordered.order().total()).isEqualTo(Money.of(750, "usd"));
    }

    @Test
    @DisplayName("A purchase is pending from its order on, and its checkout closes an hour after it however late it opens")
    void ordered() {
        assertThat(ordered.status()).isEqualTo(Status.PENDING);
        assertThat(ordered.createdAt()).isEqualTo(NEW_YEAR);
        assertThat(ordered.opened(PAGE).checkoutEndsAt()).isEqualTo(NEW_YEAR.plus(Duration.ofHours(1)));
        assertThat(ordered.opened(PAGE).checkout()).isEqualTo(PAGE);
    }

    @Test
    @DisplayName("Rule 25 a payment counts once, also for a purchase that was given up")
    void paid_once() {
        Purchase givenUp = ordered.opened(PAGE).endedUnpaid(Status.EXPIRED).orElseThrow();

        assertThat(givenUp.status()).isEqualTo(Status.EXPIRED);
        assertThat(givenUp.paid(PAYMENT)).hasValueSatisfying(late -> {
            assertThat(late.status()).isEqualTo(Status.PAID);
            assertThat(late.payment()).isEqualTo(PAYMENT);
            assertThat(late.checkout()).isEqualTo(PAGE);
        });
        assertThat(paid().paid(new Payment(NEW_YEAR, "pi_2", null))).isEmpty();
    }

    @Test
    @DisplayName("Rule 25 only what is still pending can be given up")
    void given_up_once() {
        Purchase failed = ordered.endedUnpaid(Status.FAILED).orElseThrow();

        assertThat(failed.endedUnpaid(Status.EXPIRED)).isEmpty();
        assertThat(paid().endedUnpaid(Status.EXPIRED)).isEmpty();
    }

    @Test
    @DisplayName("A page that opens late makes a purchase pending again, unless it had one before or is paid")
    void opened_late() {
        Purchase failed = ordered.endedUnpaid(Status.FAILED).orElseThrow();
        Purchase expired = ordered.opened(PAGE).endedUnpaid(Status.EXPIRED).orElseThrow();

        assertThat(failed.opened(PAGE).status()).isEqualTo(Status.PENDING);
        assertThat(expired.opened(PAGE).status()).isEqualTo(Status.EXPIRED);
        assertThat(paid().opened(PAGE).status()).isEqualTo(Status.PAID);
        assertThat(paid().opened(PAGE).payment()).isEqualTo(PAYMENT);
    }

    @Test
    @DisplayName("News of money changes nothing before a purchase is paid, nor where nothing was paid for it")
    void nothing_to_take_back() {
        Purchase free = new Purchase("P2", new PoolId(1), order(1000, 1000), Status.PAID, null,
                new Payment(NEW_YEAR, null, null), Reversals.NONE);
        pool.buy(100);

        for (Purchase purchase : List.of(ordered, free)) {
            Purchase after = pool.inTurn(turn -> purchase.refunded(500, pool.now(), turn));
            assertThat(after.reversals().taken().credits().all()).isEqualTo(Credits.ZERO);
            assertThat(pool.look().available()).isEqualTo(Credits.of(100));
        }
        assertThat(pool.<Purchase>inTurn(turn -> ordered.refunded(500, pool.now(), turn)).status())
                .isEqualTo(Status.PENDING);
    }

    @Test
    @DisplayName("Rule 28 the gateway's answer to a refund that nobody asked for changes nothing")
    void unknown_refund() {
        Purchase purchase = paid();

        assertThat(pool.<Purchase>inTurn(turn -> purchase.operatorRefundMade("r9", "re_9", turn))).isEqualTo(purchase);
    }

    @Test
    @DisplayName("Rule 28 the oldest refund that waits for the gateway tells since when")
    void waiting() {
        Purchase purchase = paid().with(Reversals.NONE.withOwnRefund("r1", asked(3, "re_1"))
                .withOwnRefund("r2", asked(9, null)).withOwnRefund("r3", asked(6, null)));

        assertThat(purchase.refundPendingSince()).contains(NEW_YEAR.plusSeconds(6));
        assertThat(paid().refundPendingSince()).isEmpty();
    }

    private static OwnRefund asked(long second, @Nullable String refund) {
        Instant at = NEW_YEAR.plusSeconds(second);
        return new OwnRefund(new Refundable(Credits.of(1), 1), 0, at, "unused", refund, false);
    }

    @Test
    @DisplayName("Rule 28 what is refunded or used up cannot be paid back, and says so")
    void not_refundable() {
        Purchase refunded = paid().with(Reversals.NONE.withRefunded(750, NEW_YEAR));

        assertThat(refunded.status()).isEqualTo(Status.REFUNDED);
        assertThat(refunded.notRefundable()).isEqualTo(NotRefundable.ALREADY_REFUNDED);
        assertThat(paid().notRefundable()).isEqualTo(NotRefundable.FULLY_USED);
        assertThat(NotRefundable.FULLY_USED.key()).isEqualTo("fully_used");
    }

    @Test
    @DisplayName("Each status is found by its name in the API")
    void keys() {
        assertThat(Status.PARTIALLY_REFUNDED.key()).isEqualTo("partially_refunded");
        assertThat(Arrays.stream(Status.values()).map(Status::key).map(Status::ofKey)).containsExactly(Status.values());
    }
}
