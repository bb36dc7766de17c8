package scrip.application.topup;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import scrip.application.payment.CardLookup;
import scrip.application.payment.ChargeReply;
import scrip.application.pool.Ask;
import scrip.application.purchase.Death;
import scrip.domain.credit.Credits;
import scrip.domain.pool.Command;
import scrip.domain.pool.CreditPool;
import scrip.domain.pool.PoolId;
import scrip.domain.pool.Work;
import scrip.domain.pricing.Money;
import scrip.domain.pricing.Receipt;
import scrip.domain.purchase.Purchase;
import scrip.domain.topup.AutoTopUp;
import scrip.domain.topup.AutoTopUp.Outcome;
import scrip.domain.topup.AutoTopUp.State;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("Automatic top-up buys with the saved card, once each time, on however many nodes")
class AutoTopUpsTest extends AutoTopUpFixture {

    private static CardLookup.Saved told(String pool, String customer, Instant savedAt) {
        return new CardLookup.Saved(pool, customer, "pm_told", "Visa •••• 1881", savedAt);
    }

    @Test
    void a_card_is_taken_from_the_gateways_news_if_its_owner_never_comes_back() {
        CardLookup.Saved card = told("1", "cus_1", NOW.plusSeconds(1));

        assertThat(cards.keep(card)).isTrue();
        AutoTopUpStore.Versioned kept = store.find(POOL).orElseThrow();
        assertThat(kept.topUp().card()).extracting(AutoTopUp.Card::method).isEqualTo("pm_told");
        assertThat(cards.keep(card)).as("told twice").isTrue();
        assertThat(cards.returned(POOL, gateway.saveCard("1"))).as("back from an older page")
                .isEqualTo(SavedCards.Return.SAVED);

        assertThat(store.find(POOL)).as("nothing more changes").contains(kept);
    }

    @Test
    void a_card_of_another_customer_or_of_no_pool_here_is_not_taken() {
        for (CardLookup.Saved card : List.of(told("1", "cus_2", NOW), told("2", "cus_1", NOW), told("x", "cus_1", NOW),
                told("", "cus_1", NOW), told("99999999999999999999", "cus_1", NOW))) {
            assertThat(cards.keep(card)).as("%s", card).isFalse();
        }
        assertThat(store.find(POOL).orElseThrow().topUp().card()).extracting(AutoTopUp.Card::method)
                .isEqualTo("pm_cs_card_1");
        assertThat(store.find(new PoolId(2))).isEmpty();
    }

    @Test
    void below_the_threshold_it_buys_once() {
        topUps.work();
        topUps.work();

        assertThat(addOn()).isEqualTo(Credits.of(500));
        assertThat(bought()).singleElement().satisfies(purchase -> {
            assertThat(purchase.status()).isEqualTo(Purchase.Status.PAID);
            assertThat(purchase.order().total()).isEqualTo(Money.of(500, "usd"));
        });
        assertThat(cards.of(POOL).progress().outcome()).isEqualTo(Outcome.PAID);
    }

    @Test
    void with_enough_available_or_turned_off_it_buys_nothing() {
        cards.set(POOL, new AutoTopUp.Settings(true, Credits.of(100), 500, 3));
        topUps.work();
        cards.set(POOL, new AutoTopUp.Settings(false, Credits.of(200), 500, 3));
        topUps.work();

        assertThat(bought()).isEmpty();
    }

    @Test
    void many_nodes_at_once_buy_once() {
        CompletableFuture.allOf(IntStream.range(0, 16)
                .mapToObj(_ -> CompletableFuture.runAsync(() -> world.start(Death.NEVER).topUps.work()))
                .toArray(CompletableFuture<?>[]::new)).join();

        assertThat(bought()).hasSize(1);
        assertThat(addOn()).isEqualTo(Credits.of(500));
        assertThat(gateway.charged()).isEqualTo(1);
    }

    @Test
    void three_declines_suspend_it_and_each_is_a_failed_purchase_that_is_told() {
        gateway.next(new ChargeReply.Declined("card_declined"));
        topUps.work();
        later(Duration.ofHours(1));
        later(Duration.ofHours(1));
        later(Duration.ofHours(9));

        assertThat(cards.of(POOL).state()).isEqualTo(State.SUSPENDED);
        assertThat(bought()).hasSize(3).allSatisfy(
                purchase -> assertThat(purchase.status()).isEqualTo(Purchase.Status.FAILED));
        assertThat(addOn()).isEqualTo(Credits.ZERO);
    }

    @Test
    void a_pool_whose_row_is_behind_the_time_is_brought_forward_and_buys_nothing() {
        node.desk.ask(Ask.of(POOL, new Command.MakeCharge(new Work("query", "ada@example.com", false, null),
                Credits.of(100), Receipt.REPORTED, false)));
        cards.set(POOL, new AutoTopUp.Settings(true, Credits.of(50), 500, 3));
        world.now = NOW.plus(Duration.ofDays(40));
        assertThat(store.low(gateway.mode(), world.now, 9)).hasSize(1);

        topUps.work();

        assertThat(bought()).isEmpty();
        assertThat(store.low(gateway.mode(), world.now, 9)).as("it stands in nobody's way").isEmpty();
    }

    @Test
    void one_that_fails_as_only_a_bug_would_let_it_does_not_keep_the_others_from_it() {
        PoolId other = new PoolId(2);
        world.pools.create(CreditPool.open(other, NOW));
        store.keep(AutoTopUp.off(other).set(ON).with(store.find(POOL).orElseThrow().topUp().card()), 0);
        gateway.breakAt(POOL);

        topUps.work();

        assertThat(store.find(other).orElseThrow().topUp().progress().outcome()).as("on the free plan")
                .isEqualTo(Outcome.REFUSED);
    }

    @Test
    void what_is_not_for_sale_to_the_pool_is_not_charged() {
        node.desk.ask(Ask.of(POOL, new Command.EndLicense()));

        topUps.work();

        assertThat(bought()).isEmpty();
        assertThat(cards.of(POOL).progress().outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(gateway.charged()).isZero();
    }

    @Test
    void a_card_of_another_pool_is_not_taken() {
        assertThat(cards.returned(POOL, gateway.saveCard("2"))).isEqualTo(SavedCards.Return.NONE);
        assertThat(cards.returned(POOL, "cs_unknown")).isEqualTo(SavedCards.Return.NONE);
    }
}
