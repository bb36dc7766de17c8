package scrip.application.purchase;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;

import org.jspecify.annotations.Nullable;
import scrip.application.payment.CheckoutState;
import scrip.application.payment.PaymentNews;
import scrip.application.pool.Answer;
import scrip.application.pool.Ask;
import scrip.application.pool.Desk;
import scrip.application.pool.PoolStore;
import scrip.application.pool.RequestKey;
import scrip.application.pool.Stores;
import scrip.application.promo.PromoStore;
import scrip.application.promo.Promos;
import scrip.application.reading.Balances;
import scrip.application.reading.LedgerReader;
import scrip.domain.credit.Credits;
import scrip.domain.license.BillingInterval;
import scrip.domain.license.License;
import scrip.domain.pool.Command;
import scrip.domain.pool.CreditPool;
import scrip.domain.pool.PoolId;
import scrip.domain.pool.Terms;
import scrip.domain.pool.Work;
import scrip.domain.pricing.Money;
import scrip.domain.pricing.PriceList;
import scrip.domain.pricing.Receipt;
import scrip.domain.purchase.Purchase;

/**
 * One node that sells credits for $1 a hundred, with a clock and a gateway of its own, on stores that other nodes may
 * share; to be closed after the test.
 */
public final class Shopping implements AutoCloseable {

    public static final Instant START = PurchaseFlowTest.NOW;

    private static final Terms TERMS = new Terms(Credits.ZERO, Duration.ofDays(30));
    static final Shop SHOP = new Shop(
            new PriceList(Money.of(100, "usd"), 100, 1_000_000, List.of()), Money.of(50, "usd"), false);

    final TellingGateway gateway = new TellingGateway();
    final Discrepancies discrepancies = new InMemoryDiscrepancies();
    final Desk desk;
    final Balances balances;
    final Promos promos;
    final Fulfilment fulfilment;
    final Orders orders;
    final Refunds refunds;
    final PurchaseStore purchases;
    private final Kept kept;
    private volatile Instant now = START;

    /** The stores that nodes share. */
    public record Kept(Stores stores, PoolStore pools, PurchaseStore purchases, LedgerReader ledger,
            PromoStore promos) {}

    public Shopping(Kept kept) {
        InstantSource clock = () -> now;
        this.kept = kept;
        purchases = kept.purchases();
        desk = new Desk(kept.pools(), clock, TERMS, Desk.Limits.DEFAULT);
        balances = new Balances(kept.pools(), kept.ledger(), clock, TERMS);
        promos = new Promos(kept.promos(), purchases, clock);
        fulfilment = new Fulfilment(desk,
                new Fulfilment.Records(purchases, promos, discrepancies), clock);
        orders = new Orders(desk, new Quotes(balances, SHOP, promos), purchases,
                new Payers(gateway, new InMemoryCustomerStore()), promos);
        refunds = new Refunds(desk, new Refunds.Records(purchases, discrepancies), gateway, clock);
    }

    /** @return a new pool with a license of no monthly credits */
    public PoolId aBuyer() {
        PoolId pool = kept.stores().nextId();
        kept.stores().create(CreditPool.open(pool, START));
        License license = new License("Team", 1, Credits.ZERO, BillingInterval.ANNUAL, START, null, ZoneOffset.UTC);
        desk.ask(Ask.of(pool, new Command.EnterLicense(license)));
        return pool;
    }

    public void pass(Duration time) {
        now = now.plus(time);
    }

    public Instant now() {
        return now;
    }

    /** @return 201 with the purchase's id, or 422 with the refusal */
    public Answer order(PoolId pool, String key, long credits) {
        return order(pool, key, credits, null);
    }

    /** As {@link #order(PoolId, String, long)}, with a promo code. */
    public Answer order(PoolId pool, String key, long credits, @Nullable String promoCode) {
        return orders.order(new OrderRequest(pool, key(key, credits + " " + promoCode), credits, promoCode,
                "ada@example.com", "https://app.test/?c={CHECKOUT_SESSION_ID}", URI.create("https://app.test/")),
                WORDS);
    }

    /** @return a request's key; what it asks for tells it from another one under the same */
    static RequestKey key(String key, String asked) {
        return new RequestKey(key, "%064x".formatted(Integer.toUnsignedLong(asked.hashCode())));
    }

    /** @return the id of a purchase that is paid for */
    public String bought(PoolId pool, String key, long credits) {
        String id = order(pool, key, credits).body();
        tell(new PaymentNews.CheckoutCompleted(paid(id)));
        return id;
    }

    /** @return its checkout, paid now */
    public CheckoutState paid(String purchase) {
        return TellingGateway.state(purchase, purchase(purchase).order().total(), CheckoutState.Status.COMPLETE,
                CheckoutState.PaymentStatus.PAID, now);
    }

    /** @return its checkout, expired */
    public CheckoutState expired(String purchase) {
        return TellingGateway.state(purchase, purchase(purchase).order().total(), CheckoutState.Status.EXPIRED,
                CheckoutState.PaymentStatus.UNPAID, null);
    }

    public Fulfilment.Outcome tell(PaymentNews news) {
        return fulfilment.apply(news, now);
    }

    public void spend(PoolId pool, long credits) {
        Work work = new Work("query", "ada@example.com", false, null);
        desk.ask(Ask.of(pool, new Command.MakeCharge(work, Credits.of(credits), Receipt.REPORTED, false)));
    }

    public Purchase purchase(String id) {
        return purchases.byId(id).orElseThrow();
    }

    public CreditPool pool(PoolId pool) {
        return balances.now(pool).orElseThrow();
    }

    public long addOn(PoolId pool) {
        return pool(pool).stock().addOn().available().micros() / Credits.MICROS_PER_CREDIT;
    }

    /** Money that went back of a purchase, as the gateway tells it. */
    public PaymentNews.MoneyRefunded refunded(String purchase, long inAll) {
        return new PaymentNews.MoneyRefunded(new PaymentNews.PaymentRef("pi_" + purchase, null),
                Money.of(inAll, "usd"), purchase(purchase).order().total(), List.of(), now);
    }

    @Override
    public void close() {
        desk.close();
    }

    /** Puts answers as a status and the purchase's id or the refusal. */
    private static final OrderWriter WORDS = new OrderWriter() {

        @Override
        public Answer write(Purchase purchase) {
            return new Answer(201, purchase.id());
        }

        @Override
        public Answer write(Refusal refusal) {
            return new Answer(422, refusal instanceof Refusal.PromoCode code ? code.reason()
                    : refusal.getClass().getSimpleName());
        }
    };
}
