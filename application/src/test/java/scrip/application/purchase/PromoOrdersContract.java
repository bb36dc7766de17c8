package scrip.application.purchase;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import scrip.application.payment.PaymentNews;
import scrip.application.payment.PaymentRefusal;
import scrip.application.pool.Answer;
import scrip.application.promo.Claim;
import scrip.application.promo.Promos;
import scrip.application.promo.Redemption.State;
import scrip.domain.credit.Credits;
import scrip.domain.pool.PoolId;
import scrip.domain.pricing.Money;
import scrip.domain.promo.Benefit;
import scrip.domain.promo.Conditions;
import scrip.domain.promo.PromoCode;
import scrip.domain.purchase.Purchase;

import static org.assertj.core.api.Assertions.assertThat;

/** Rule 27 from the order to the payment, on any stores. */
public abstract class PromoOrdersContract extends PromoOrdering {

    @Test
    @DisplayName("Rule 27 a redemption is taken when the checkout opens and kept on payment")
    void taken_and_kept() {
        code(100);

        String id = shop.order(pool, "k", 500, " " + name.toLowerCase(Locale.ROOT) + " ").body();
        assertThat(state(id)).isEqualTo(State.TAKEN);
        assertThat(shop.purchase(id).order().total()).isEqualTo(Money.of(400, "usd"));
        assertThat(shop.gateway.opened.getLast().price().due()).isEqualTo(Money.of(400, "usd"));
        shop.tell(new PaymentNews.CheckoutCompleted(shop.paid(id)));
        shop.tell(new PaymentNews.CheckoutCompleted(shop.paid(id)));

        assertThat(state(id)).isEqualTo(State.KEPT);
        assertThat(redemptions()).isEqualTo(1);
        assertThat(shop.addOn(pool)).isEqualTo(500);
    }

    @Test
    @DisplayName("Rules 25 and 27: paid, then told that the checkout has expired: the redemption stays kept")
    void kept_though_it_is_said_to_have_expired() {
        code(1);
        String id = shop.order(pool, "k", 500, name).body();
        shop.tell(new PaymentNews.CheckoutCompleted(shop.paid(id)));

        shop.tell(new PaymentNews.CheckoutExpired(shop.expired(id)));

        assertThat(state(id)).isEqualTo(State.KEPT);
        assertThat(status(id)).isEqualTo(Purchase.Status.PAID);
        assertThat(redemptions()).isEqualTo(1);
        assertThat(shop.addOn(pool)).isEqualTo(500);
    }

    @Test
    @DisplayName("Rule 27 a redemption is given back when the checkout ends unpaid, and the next buyer gets it")
    void given_back() {
        code(1);
        String expired = shop.order(pool, "k1", 500, name).body();
        assertThat(shop.order(pool, "k2", 500, name).body()).isEqualTo("used_up");

        shop.tell(new PaymentNews.CheckoutExpired(shop.expired(expired)));
        shop.tell(new PaymentNews.CheckoutExpired(shop.expired(expired)));
        assertThat(state(expired)).isEqualTo(State.RETURNED);
        String failed = shop.order(pool, "k2", 500, name).body();
        shop.tell(new PaymentNews.CheckoutFailed(shop.expired(failed)));

        assertThat(status(failed)).isEqualTo(Purchase.Status.FAILED);
        assertThat(redemptions()).isZero();
    }

    @Test
    @DisplayName("A payment that comes after its redemption was given back is honoured, beyond the limit")
    void late_payment() {
        code(1);
        String late = shop.order(pool, "k1", 500, name).body();
        shop.tell(new PaymentNews.CheckoutExpired(shop.expired(late)));
        String other = shop.order(shop.aBuyer(), "k2", 500, name).body();

        shop.tell(new PaymentNews.CheckoutCompleted(shop.paid(late)));
        shop.tell(new PaymentNews.CheckoutCompleted(shop.paid(other)));

        assertThat(shop.addOn(pool)).isEqualTo(500);
        assertThat(List.of(state(late), state(other))).containsOnly(State.KEPT);
        assertThat(redemptions()).isEqualTo(2);
    }

    @Test
    @DisplayName("Rule 27 a code that takes the price to 0 is credited at once, once, without a payment page")
    void free_of_charge() {
        code(new Benefit.PercentOff(100), ONCE);

        Answer first = shop.order(pool, "k", 500, name);
        Answer again = shop.order(pool, "k", 500, name);

        assertThat(first.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.replayed()).isTrue();
        assertThat(shop.gateway.opened).isEmpty();
        assertThat(shop.addOn(pool)).isEqualTo(500);
        assertThat(status(first.body())).isEqualTo(Purchase.Status.PAID);
        assertThat(shop.purchase(first.body()).checkout()).isNull();
        assertThat(state(first.body())).isEqualTo(State.KEPT);
        assertThat(shop.order(pool, "k2", 500, name).body()).isEqualTo("used_up");
    }

    @Test
    @DisplayName("What the gateway charges at least counts after the discount")
    void minimum_charge() {
        code(new Benefit.AmountOff(Money.of(60, "usd")), Conditions.NONE);

        assertThat(shop.order(pool, "k", 100, name).body()).isEqualTo("BelowMinimumCharge");
        assertThat(kept.promos().redemptions(name, 10)).isEmpty();
        assertThat(shop.order(pool, "k", 200, name).status()).isEqualTo(201);
    }

    @Test
    @DisplayName("Rule 27 bonus credits are promotional, end with the purchase's year, and go back in proportion")
    void bonus() {
        code(new Benefit.BonusCredits(Credits.of(100)), Conditions.NONE);

        String id = shop.order(pool, "k", 500, name).body();
        shop.tell(new PaymentNews.CheckoutCompleted(shop.paid(id)));

        assertThat(shop.pool(pool).stock().grants()).singleElement().satisfies(grant -> {
            assertThat(grant.available()).isEqualTo(Credits.of(100));
            assertThat(grant.expiresAt()).isEqualTo(Instant.parse("2027-11-24T12:00:00Z"));
        });
        shop.tell(shop.refunded(id, 250));
        assertThat(shop.addOn(pool)).isEqualTo(250);
        assertThat(shop.pool(pool).stock().promotional()).isEqualTo(Credits.of(50));
        shop.tell(shop.refunded(id, 500));
        assertThat(shop.pool(pool).available()).isEqualTo(Credits.ZERO);
    }

    @Test
    @DisplayName("Rule 27 first purchase only, most per pool, least credits, days, retired, unknown")
    void conditions() {
        code(new Benefit.PercentOff(20), new Conditions(Shopping.START, Shopping.START.plusSeconds(60), null, null,
                Credits.of(500), true));
        assertThat(shop.order(pool, "a", 400, name).body()).isEqualTo("below_minimum");
        assertThat(shop.order(pool, "b", 500, "NO" + name).body()).isEqualTo("unknown");
        assertThat(shop.order(pool, "c", 500, "no code!").body()).isEqualTo("unknown");
        assertThat(shop.order(pool, "d", 500, name).status()).isEqualTo(201);
        assertThat(shop.order(pool, "e", 500, name).body()).isEqualTo("used_up_here");
        PoolId regular = shop.aBuyer();
        shop.bought(regular, "f", 100);
        assertThat(shop.order(regular, "g", 500, name).body()).isEqualTo("not_first_purchase");
        shop.pass(Duration.ofMinutes(1));
        assertThat(shop.order(shop.aBuyer(), "h", 500, name).body()).isEqualTo("ended");
        kept.promos().retire(name, shop.now());
        assertThat(shop.order(shop.aBuyer(), "i", 500, name).body()).isEqualTo("retired");
    }

    @Test
    @DisplayName("A code that is refused leaves the key free, also for an order without it")
    void refusals_are_not_kept() {
        code(1);
        shop.order(shop.aBuyer(), "x", 500, name);

        assertThat(shop.order(pool, "k", 500, name).body()).isEqualTo("used_up");
        assertThat(shop.purchases.ofPool(pool, 10)).isEmpty();
        assertThat(shop.order(pool, "k", 500).status()).isEqualTo(201);
        assertThat(shop.order(pool, "k", 500, name).body()).as("another order under its key").isEqualTo("KeyReused");
    }

    @Test
    @DisplayName("Rule 27 a page that does not open gives the redemption back, and the same request takes it again")
    void no_page() {
        code(1);
        shop.gateway.down = true;
        assertThat(shop.order(pool, "k", 500, name).body()).isEqualTo("GatewayUnavailable");
        assertThat(redemptions()).isZero();

        shop.gateway.down = false;
        String id = shop.order(pool, "k", 500, name).body();

        assertThat(state(id)).isEqualTo(State.TAKEN);
        assertThat(status(id)).isEqualTo(Purchase.Status.PENDING);
        assertThat(shop.gateway.opened.getLast().price().discount()).isNotNull();
    }

    @Test
    @DisplayName("Rule 27 a page that opened keeps its redemption, though another try of the same request got none")
    void page_after_all() {
        code(1);
        String id = shop.order(pool, "k", 500, name).body();

        shop.promos.pageFailed(shop.purchase(id));

        assertThat(state(id)).isEqualTo(State.TAKEN);
    }

    @Test
    @DisplayName("Rule 27 two codes for a first purchase do not go through in two open checkouts of one pool")
    void one_first_purchase() {
        Conditions first = new Conditions(null, null, null, null, Credits.ZERO, true);
        code(new Benefit.PercentOff(20), first);
        kept.promos().put(new PromoCode(name + "-2", new Benefit.PercentOff(50), first, Shopping.START, null));
        String open = shop.order(pool, "a", 500, name).body();

        assertThat(shop.order(pool, "b", 500, name + "-2").body()).isEqualTo("not_first_purchase");
        shop.tell(new PaymentNews.CheckoutExpired(shop.expired(open)));

        assertThat(shop.order(pool, "b", 500, name + "-2").status()).isEqualTo(201);
    }

    @Test
    @DisplayName("Where the last redemption is gone meanwhile, the same request is refused and its order given up")
    void no_page_and_no_redemption_left() {
        code(1);
        shop.gateway.down = true;
        shop.order(pool, "k", 500, name);
        shop.gateway.down = false;
        shop.order(shop.aBuyer(), "x", 500, name);

        assertThat(shop.order(pool, "k", 500, name).body()).isEqualTo("used_up");

        assertThat(shop.purchases.ofPool(pool, 1).getFirst().status()).isEqualTo(Purchase.Status.FAILED);
        assertThat(shop.gateway.opened).hasSize(1);
    }

    @Test
    @DisplayName("An order that is refused after all gives its redemption back")
    void refused_order() {
        code(1);
        Claim claim = new Claim(name, "pur_never", pool);
        assertThat(shop.promos.take(claim, new Promos.Basket(Credits.of(500), Money.of(500, "usd")))).isEmpty();

        shop.promos.orderFailed(claim);

        assertThat(redemptions()).isZero();
    }

    @Test
    @DisplayName("A gateway that refuses leaves the redemption to others")
    void refused_by_the_gateway() {
        code(1);
        shop.gateway.refusing = PaymentRefusal.OTHER;

        assertThat(shop.order(pool, "k", 500, name).body()).isEqualTo("GatewayRefused");
        assertThat(redemptions()).isZero();
    }
}
