package scrip.application.purchase;

import java.time.Instant;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import scrip.application.purchase.QuoteReply.Quoted;
import scrip.application.purchase.QuoteReply.Refused;
import scrip.application.reading.Balances;
import scrip.domain.credit.Credits;
import scrip.domain.pool.AddOn;
import scrip.domain.pool.CreditPool;
import scrip.domain.pool.PoolId;
import scrip.domain.pricing.Money;
import scrip.domain.pricing.PriceList;

/** Tells what add-on credits cost and bring before anybody pays (rules 6, 8 and 9). */
public final class Quotes {

    private final Balances balances;
    private final Shop shop;

    public Quotes(Balances balances, Shop shop) {
        this.balances = balances;
        this.shop = shop;
    }

    /**
     * @param credits
     *            any number; what cannot be bought is refused
     * @param promoCode
     *            as typed, or null
     */
    public QuoteReply quote(PoolId id, long credits, @Nullable String promoCode) {
        CreditPool pool = balances.now(id).orElseThrow(() -> new IllegalArgumentException("no such pool: " + id));
        return quote(pool, credits, promoCode);
    }

    /** @param pool as it stands now */
    QuoteReply quote(CreditPool pool, long credits, @Nullable String promoCode) {
        Optional<PriceList.Refusal> notForSale = shop.prices().refusalOf(credits);
        if (notForSale.isPresent()) {
            return new Refused(new Refusal.NotForSale(notForSale.get(), shop.prices()));
        }
        if (!pool.period().licensed() && !shop.freePlanBuys()) {
            return new Refused(new Refusal.FreePlan());
        }
        if (promoCode != null && !promoCode.isBlank()) {
            return new Refused(new Refusal.PromoCode("unknown"));
        }
        Money price = shop.prices().priceOf(credits);
        if (price.compareTo(shop.minimumCharge()) < 0) {
            return new Refused(new Refusal.BelowMinimumCharge(shop.minimumCharge()));
        }
        return new Quoted(new Quote(Credits.of(credits), Credits.ZERO, price, Money.zero(price.currency()),
                endAfterPaymentNow(pool)));
    }

    private static Instant endAfterPaymentNow(CreditPool pool) {
        Instant end = AddOn.oneYearFrom(pool.asOf());
        Instant present = pool.stock().addOn().endsAt();
        return present != null && present.isAfter(end) ? present : end;
    }
}
