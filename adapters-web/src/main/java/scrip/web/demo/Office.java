package scrip.web.demo;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;

import org.jspecify.annotations.Nullable;
import scrip.application.metering.Caller;
import scrip.application.metering.ChargeRequest;
import scrip.application.metering.HoldRequest;
import scrip.application.metering.MeterOperations;
import scrip.application.metering.Metering;
import scrip.application.metering.Used;
import scrip.application.payment.CheckoutOrder;
import scrip.application.payment.CheckoutState;
import scrip.application.payment.PastPayments;
import scrip.application.payment.PaymentNews;
import scrip.application.pool.Answer;
import scrip.application.pool.Ask;
import scrip.application.pool.Deed;
import scrip.application.pool.Desk;
import scrip.application.pool.RequestKey;
import scrip.application.pool.Wants;
import scrip.application.promo.Promos;
import scrip.application.purchase.Fulfilment;
import scrip.application.workspace.Workspaces;
import scrip.domain.credit.Credits;
import scrip.domain.pool.Command;
import scrip.domain.pool.PoolId;
import scrip.domain.pool.Work;
import scrip.domain.pricing.Money;
import scrip.domain.purchase.Order;
import scrip.domain.purchase.Purchase;

/** The real use cases on a clock of their own, with a key for each request. */
final class Office implements AutoCloseable {

    /** Nobody comes back from a page of the past. */
    private static final CheckoutOrder.Returns RETURNS = new CheckoutOrder.Returns("http://localhost/",
            URI.create("http://localhost/"));

    private final Stores stores;
    private final InstantSource clock;
    private final Desk desk;
    private final Metering metering;
    private final Workspaces workspaces;
    private final Fulfilment fulfilment;
    private long requests;

    Office(Stores stores, InstantSource clock, RandomGenerator random) {
        this.stores = stores;
        this.clock = clock;
        Desk.Limits most = Desk.Limits.DEFAULT;
        desk = new Desk(stores.pools(), clock, stores.terms(),
                new Desk.Limits(1, most.backlog(), most.batch(), most.pools(), most.attempts()));
        metering = new MeterOperations(desk, stores.workspaces(), stores.tariff(), clock);
        workspaces = new Workspaces(stores.workspaces(), desk, clock, random);
        Stores.Selling selling = stores.selling();
        fulfilment = new Fulfilment(desk, new Fulfilment.Records(selling.purchases(),
                new Promos(selling.promos(), selling.purchases(), clock), selling.discrepancies()), clock);
    }

    Workspaces workspaces() {
        return workspaces;
    }

    CompletableFuture<Answer> charge(PoolId pool, Work work, Used used) {
        return metering.charge(caller(pool), new ChargeRequest(work, used, false));
    }

    /** @return the hold's number */
    long hold(PoolId pool, Work work, Credits credits, Duration timeToLive) {
        return number(metering.hold(caller(pool), new HoldRequest(work, credits, null, timeToLive)));
    }

    /** @return the charge's number */
    long settle(PoolId pool, long hold, Used used) {
        return number(metering.settle(caller(pool), hold, used));
    }

    void release(PoolId pool, long hold) {
        number(metering.release(caller(pool), hold));
    }

    void makeGood(PoolId pool, long charge, @Nullable Credits credits, String reason) {
        number(metering.makeGood(caller(pool), charge, credits, reason));
    }

    void grant(PoolId pool, Command.GrantCredits gift) {
        number(workspaces.grant(caller(pool), gift));
    }

    /** Orders and pays at once, as the gateway would tell it. */
    void buy(PoolId pool, String id, long credits, String buyer) {
        fulfilment.apply(pay(order(pool, id, credits, buyer), true), clock.instant());
    }

    /** Orders, and the money does not come. */
    void failToBuy(PoolId pool, String id, long credits, String buyer) {
        CheckoutState unpaid = pay(order(pool, id, credits, buyer), false);
        fulfilment.apply(new PaymentNews.CheckoutFailed(unpaid), clock.instant());
    }

    private Purchase order(PoolId pool, String id, long credits, String buyer) {
        Money price = stores.shop().prices().priceOf(credits);
        return put(Purchase.ordered(id, pool, new Order(Credits.of(credits), Credits.ZERO, price,
                Money.zero(price.currency()), null, buyer, clock.instant())));
    }

    private Purchase put(Purchase purchase) {
        desk.ask(Ask.unkeyed(purchase.pool(), Wants.purchase(purchase.id()),
                (_, _) -> new Deed.Outcome(new Answer(0, ""), false, List.of(purchase))));
        return purchase;
    }

    /** The payment is on the gateway's record too, with its receipt, where there is a gateway that takes it. */
    private CheckoutState pay(Purchase ordered, boolean succeeds) {
        PastPayments payments = stores.selling().payments();
        if (payments == null) {
            return unrecorded(ordered, succeeds);
        }
        Order order = ordered.order();
        PastPayments.Made made = payments.make(new CheckoutOrder(ordered.id(), Long.toString(ordered.pool().value()),
                order.credits().micros() / Credits.MICROS_PER_CREDIT, new CheckoutOrder.Price(order.total(), null),
                new CheckoutOrder.Buyer(order.buyer(), null), RETURNS, ordered.checkoutEndsAt()), clock.instant(),
                succeeds);
        put(ordered.opened(new Purchase.Checkout(made.page().session(), made.page().url().toString(),
                made.page().expiresAt())));
        return made.end();
    }

    private CheckoutState unrecorded(Purchase ordered, boolean succeeds) {
        Money price = ordered.order().total();
        return new CheckoutState("cs_" + ordered.id(), ordered.id(), CheckoutState.Status.COMPLETE,
                succeeds ? CheckoutState.PaymentStatus.PAID : CheckoutState.PaymentStatus.UNPAID,
                new CheckoutState.Amounts(price, Money.zero(price.currency())),
                new CheckoutState.Receipt("pi_" + ordered.id(), null, clock.instant(), null, null));
    }

    /** @return what is left of the running period's grant, as it was last written */
    Credits monthlyLeft(PoolId pool) {
        return stores.pools().read(pool, clock.instant()).map(read -> read.pool().stock().monthly())
                .orElse(Credits.ZERO);
    }

    private Caller caller(PoolId pool) {
        String key = "demo-" + ++requests;
        return new Caller(pool, RequestKey.ofPage(key, "0".repeat(64)), new Numbers());
    }

    private static long number(CompletableFuture<Answer> answer) {
        return Long.parseLong(answer.join().body());
    }

    @Override
    public void close() {
        desk.close();
    }
}
