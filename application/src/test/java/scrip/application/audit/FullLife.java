package scrip.application.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

import scrip.application.pool.PoolStore.Wanted;
import scrip.application.pool.Turns;
import scrip.domain.credit.Credits;
import scrip.domain.pool.Charge;
import scrip.domain.pool.Command;
import scrip.domain.pool.Hold;
import scrip.domain.pool.PoolId;
import scrip.domain.pool.Reply;
import scrip.domain.pool.Work;
import scrip.domain.pricing.Money;
import scrip.domain.pricing.Receipt;
import scrip.domain.purchase.Order;
import scrip.domain.purchase.Purchase;

/** Some of everything that can happen to a pool, for tests of what reads it all. */
public final class FullLife {

    /** When the pool is opened, with the free plan's 100 credits a month. */
    public static final Instant START = Instant.parse("2026-01-30T23:59:58.000001Z");

    private final Turns turns;
    private final PoolId pool;

    public FullLife(Turns turns, PoolId pool) {
        this.turns = turns;
        this.pool = pool;
    }

    /** Charges, a purchase with a bonus, half of whose money goes back, a lapse, debt that is repaid, make-goods. */
    public void live() {
        Charge first = charge(START, "ada@x.example", 3);
        turns.take(pool, days(1), new Command.GrantCredits(Credits.of(20), days(3), "trial"));
        hold(days(1), "bob@x.example", 60, Duration.ofHours(24));
        Hold settled = hold(days(1), "ada@x.example", 10, Duration.ofHours(1));
        turns.take(pool, days(1), new Command.Settle(settled.number(), Credits.of(4), Receipt.REPORTED));
        turns.take(pool, days(2), new Command.MakeGood(first.number(), Credits.of(1), "it failed"));
        Charge owing = charge(days(70), "ada@x.example", 150);
        buy(days(71));
        moneyBack(days(72), 150);
        turns.take(pool, days(73), new Command.MakeGood(owing.number(), Credits.of(120), "all of it failed"));
        charge(days(73), "eve@x.example", 5);
        turns.take(pool, days(500), new Command.MakeCharge(new Work("layout", "ada@x.example", true, null),
                Credits.of(1), Receipt.REPORTED, false));
        hold(days(500), "ada@x.example", 30, Duration.ofHours(24));
    }

    private Charge charge(Instant at, String builder, long credits) {
        Reply reply = turns.take(pool, at, new Command.MakeCharge(new Work("layout", builder, false, null),
                Credits.of(credits), Receipt.REPORTED, true)).reply();
        return ((Reply.Charged) reply).charge();
    }

    private Hold hold(Instant at, String builder, long credits, Duration life) {
        Reply reply = turns.take(pool, at,
                new Command.PlaceHold(new Work("query", builder, false, null), Credits.of(credits), null, life))
                .reply();
        return ((Reply.Held) reply).hold();
    }

    private String purchaseId() {
        return "purchase-" + pool.value();
    }

    private void buy(Instant at) {
        Money price = Money.of(300, "usd");
        Purchase paid = Purchase.ordered(purchaseId(), pool,
                new Order(Credits.of(300), Credits.of(30), price, Money.of(0, "usd"), null, null, at))
                .paid(new Purchase.Payment(at, "intent-" + pool.value(), null)).orElseThrow();
        turns.keep(pool, at, Turns.NOTHING, locked -> Turns.decide(locked, turn -> {
            turn.decide(new Command.CreditPurchase(paid.id(), paid.order().credits(), paid.order().bonus(), at));
            return List.of(paid);
        }));
    }

    private void moneyBack(Instant at, long minorUnits) {
        turns.keep(pool, at, new Wanted(Set.of(), Set.of(), Set.of(), Set.of(purchaseId())),
                locked -> Turns.decide(locked,
                        turn -> List.of(locked.purchases().get(purchaseId()).refunded(minorUnits, at, turn))));
    }

    private static Instant days(long days) {
        return START.plus(Duration.ofDays(days));
    }
}
