package scrip.application.purchase;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import scrip.application.promo.Redemption;
import scrip.application.promo.Redemption.State;
import scrip.domain.credit.Credits;
import scrip.domain.pool.PoolId;
import scrip.domain.promo.Benefit;
import scrip.domain.promo.Conditions;
import scrip.domain.promo.PromoCode;
import scrip.domain.purchase.Purchase;

/** A promo code, a pool, and nodes that sell to it on any stores. */
public abstract class PromoOrdering {

    static final Conditions ONCE = new Conditions(null, null, 1L, null, Credits.ZERO, false);
    final String name = "P" + UUID.randomUUID().toString().substring(0, 13).toUpperCase(Locale.ROOT);
    final List<Shopping> nodes = new ArrayList<>();
    Shopping.Kept kept;
    Shopping shop;
    PoolId pool;

    /** What the nodes share. */
    protected abstract Shopping.Kept kept();

    @BeforeEach
    void open() {
        kept = kept();
        shop = node();
        pool = shop.aBuyer();
    }

    @AfterEach
    void close() {
        nodes.forEach(Shopping::close);
    }

    Shopping node() {
        Shopping node = new Shopping(kept);
        nodes.add(node);
        return node;
    }

    void code(Benefit gives, Conditions conditions) {
        kept.promos().put(new PromoCode(name, gives, conditions, Shopping.START, null));
    }

    void code(long most) {
        code(new Benefit.PercentOff(20), new Conditions(null, null, most, null, Credits.ZERO, false));
    }

    long redemptions() {
        return kept.promos().find(name).orElseThrow().redemptions();
    }

    State state(String purchase) {
        return kept.promos().redemptions(name, 1_000).stream()
                .filter(redemption -> redemption.claim().purchase().equals(purchase)).map(Redemption::state).findFirst()
                .orElseThrow();
    }

    Purchase.Status status(String purchase) {
        return shop.purchase(purchase).status();
    }
}
