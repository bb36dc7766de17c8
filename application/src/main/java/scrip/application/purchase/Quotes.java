package scrip.application.purchase;

import java.util.Optional;

import org.jspecify.annotations.Nullable;
import scrip.application.promo.PromoCheck;
import scrip.application.promo.Promos;
import scrip.application.purchase.QuoteReply.Quoted;
import scrip.application.purchase.QuoteReply.Refused;
import scrip.application.reading.Balances;
import scrip.domain.credit.Credits;
import scrip.domain.pool.AddOn;
import scrip.domain.pool.CreditPool;
import scrip.domain.pool.PoolId;
import scrip.domain.pricing.Money;
import scrip.domain.pricing.PriceList;
import scrip.domain.promo.PromoCode;

/** Tells what add-on credits cost and bring before anybody pays (rules 6, 8, 9 and 27). */
public final class Quotes {

    private final Balances balances;
    private final Shop shop;
    private final Promos promos;

    public Quotes(Balances balances, Shop shop, Promos promos) {
        this.balances = balances;
        this.shop = shop;
        this.promos = promos;
    }

    /**
     * @param credits
     *            any number; what cannot be bought is refused
     * @param promoCode
     *            as typed, or null
     */
    public QuoteReply quote(PoolId id, long credits, @Nullable String promoCode) {
        return quote(id, credits, promoCode, null);
    }

    /** @param purchase the purchase's id: a code that it has redeemed already is good for it */
    QuoteReply quote(PoolId id, long credits, @Nullable String promoCode, @Nullable String purchase) {
        CreditPool pool = balances.now(id).orElseThrow(() -> new IllegalArgumentException("no such pool: " + id));
        Optional<Refusal> refusal = refusalOf(pool, credits);
        if (refusal.isPresent()) {
            return new Refused(refusal.get());
        }
        if (promoCode == null || promoCode.isBlank()) {
            return priced(pool, credits, null);
        }
        Promos.Basket basket = new Promos.Basket(Credits.of(credits), shop.prices().priceOf(credits));
        return switch (promos.check(id, basket, promoCode, purchase)) {
            case PromoCheck.Refused refused -> new Refused(new Refusal.PromoCode(refused.why().key()));
            case PromoCheck.Good good -> priced(pool, credits, good.code());
        };
    }

    /**
     * Quotes without I/O.
     *
     * @param pool
     *            as it stands now
     * @param promo
     *            a code that has been checked, or null
     */
    public QuoteReply quote(CreditPool pool, long credits, @Nullable PromoCode promo) {
        return refusalOf(pool, credits).<QuoteReply>map(Refused::new).orElseGet(() -> priced(pool, credits, promo));
    }

    private Optional<Refusal> refusalOf(CreditPool pool, long credits) {
        Optional<PriceList.Refusal> notForSale = shop.prices().refusalOf(credits);
        if (notForSale.isPresent()) {
            return Optional.of(new Refusal.NotForSale(notForSale.get(), shop.prices()));
        }
        return pool.period().licensed() || shop.freePlanBuys() ? Optional.empty()
                : Optional.of(new Refusal.FreePlan());
    }

    /** What the gateway charges at least counts after the discount; nothing at all needs no gateway. */
    private QuoteReply priced(CreditPool pool, long credits, @Nullable PromoCode promo) {
        Money price = shop.prices().priceOf(credits);
        Money discount = promo == null ? Money.zero(price.currency()) : promo.gives().discountOn(price);
        Money total = price.minus(discount);
        if (!total.isZero() && total.compareTo(shop.minimumCharge()) < 0) {
            return new Refused(new Refusal.BelowMinimumCharge(shop.minimumCharge()));
        }
        return new Quoted(new Quote(Credits.of(credits), promo == null ? Credits.ZERO : promo.gives().bonus(), price,
                discount, promo, AddOn.oneYearFrom(pool.asOf())));
    }
}
