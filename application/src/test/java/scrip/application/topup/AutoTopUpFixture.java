package scrip.application.topup;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import scrip.application.purchase.CardGateway;
import scrip.application.purchase.Death;
import scrip.application.purchase.Fulfilment;
import scrip.domain.credit.Credits;
import scrip.domain.pool.PoolId;
import scrip.domain.purchase.Purchase;
import scrip.domain.topup.AutoTopUp;

/** A pool below its threshold with a saved card that works, and a node that tops it up. */
abstract class AutoTopUpFixture {

    static final Instant NOW = TopUpWorld.NOW;
    static final PoolId POOL = new PoolId(1);
    static final AutoTopUp.Settings ON = TopUpWorld.ON;
    static final AutoTopUp.Settings OFF = new AutoTopUp.Settings(false, Credits.of(200), 500, 3);

    final TopUpWorld world = new TopUpWorld();
    final TopUpWorld.Node node = world.start(Death.NEVER);
    final CardGateway gateway = world.gateway;
    final AutoTopUpStore store = world.store;
    final Fulfilment fulfilment = node.fulfilment;
    final AutoTopUps topUps = node.topUps;
    final SavedCards cards = node.cards;

    @BeforeEach
    void a_pool_below_the_threshold_with_a_saved_card() {
        world.fill(POOL, node);
    }

    @AfterEach
    void closeDesk() {
        node.desk.close();
    }

    Credits addOn() {
        return node.balances.now(POOL).orElseThrow().stock().addOn().available();
    }

    void later(Duration time) {
        world.now = world.now.plus(time);
        topUps.work();
    }

    List<Purchase> bought() {
        return world.purchases.ofPool(POOL, 10);
    }
}
