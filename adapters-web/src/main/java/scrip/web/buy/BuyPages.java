package scrip.web.buy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;

import org.jspecify.annotations.Nullable;
import scrip.application.purchase.QuoteReply;
import scrip.application.purchase.Quotes;
import scrip.application.purchase.Refusal;
import scrip.application.purchase.Shop;
import scrip.application.reading.Balances;
import scrip.domain.pool.CreditPool;
import scrip.domain.pricing.Money;
import scrip.domain.pricing.PriceList;
import scrip.web.page.AmountText;
import scrip.web.page.Moment;
import scrip.web.place.Visit;
import scrip.web.settings.CreditsCards;

/** Fills the page Get AI credits: what was typed, what it would cost, and what is wrong with it. */
final class BuyPages {

    /** What the form begins with, and what it suggests. */
    static final long FIRST = 500;
    private static final long[] PACKS = {100, 500, 1_000, 5_000};

    private final Quotes quotes;
    private final Shop shop;
    private final Balances balances;

    BuyPages(Quotes quotes, Shop shop, Balances balances) {
        this.quotes = quotes;
        this.shop = shop;
        this.balances = balances;
    }

    /** The form as it opens. */
    BuyPage fresh(Visit visit) {
        long first = Math.clamp(FIRST, shop.prices().minimumCredits(), shop.prices().maximumCredits());
        return of(visit, new BuyForm(Long.toString(first), null, null, null), null);
    }

    /**
     * The form as it was sent.
     *
     * @param refused
     *            why the order was refused, or null to see whether it would be
     */
    BuyPage of(Visit visit, BuyForm form, @Nullable Refusal refused) {
        QuoteReply reply = form.amount().isEmpty() ? null
                : quotes.quote(visit.pool(), form.amount().getAsLong(), form.code());
        Refusal refusal = refused != null ? refused
                : reply instanceof QuoteReply.Refused why ? why.refusal() : null;
        // A code that is refused leaves the price without it.
        if (refusal instanceof Refusal.PromoCode && form.amount().isPresent()) {
            reply = quotes.quote(visit.pool(), form.amount().getAsLong(), null);
        }
        Words words = form.amount().isEmpty() ? new Words("not_a_number", null, null) : Words.of(refusal);
        String key = form.key();
        return new BuyPage(visit.place().buy(), visit.place().buy() + "/quote", visit.place().settings(),
                key != null && form.hasKey() && refused == null ? key : UUID.randomUUID().toString(), form.number(),
                shop.prices().minimumCredits(), shop.prices().maximumCredits(), packs(form.number()),
                form.code() == null ? "" : form.code(), quote(visit, form, reply), words.credits, words.promo,
                words.order);
    }

    /** Ends of message keys that tell a refusal, beside the field that it is about. */
    private record Words(@Nullable String credits, @Nullable String promo, @Nullable String order) {

        private static final Words NONE = new Words(null, null, null);

        static Words of(@Nullable Refusal refusal) {
            return switch (refusal) {
                case null -> NONE;
                case Refusal.NotForSale no -> new Words(word(no.why()), null, null);
                case Refusal.PromoCode no -> new Words(null, no.reason(), null);
                case Refusal.FreePlan _ -> new Words(null, null, "free_plan_cannot_buy");
                case Refusal.BelowMinimumCharge _ -> new Words(null, null, "below_minimum_charge");
                case Refusal.KeyReused _ -> new Words(null, null, "payment_unavailable");
                case Refusal.OrderTooOld _ -> new Words(null, null, "order_too_old");
                case Refusal.GatewayUnavailable _ -> new Words(null, null, "payment_unavailable");
                case Refusal.GatewayRefused no -> new Words(null, null, switch (no.why()) {
                    case AMOUNT_TOO_SMALL -> "below_minimum_charge";
                    case AMOUNT_TOO_LARGE -> "above_maximum_charge";
                    case EMAIL_INVALID -> "email_invalid";
                    case CUSTOMER_GONE, ALREADY_REFUNDED, DISPUTED, OTHER -> "payment_refused";
                });
            };
        }

        private static String word(PriceList.Refusal why) {
            return switch (why) {
                case NOT_A_MULTIPLE_OF_100 -> "not_hundreds";
                case TOO_FEW -> "too_few";
                case TOO_MANY -> "too_many";
            };
        }
    }

    private List<BuyPage.Pack> packs(String number) {
        PriceList prices = shop.prices();
        return LongStream.of(PACKS).filter(pack -> prices.refusalOf(pack).isEmpty())
                .mapToObj(pack -> new BuyPage.Pack(Long.toString(pack), AmountText.count(pack),
                        money(prices.priceOf(pack)), Long.toString(pack).equals(number)))
                .toList();
    }

    private @Nullable Quote quote(Visit visit, BuyForm form, @Nullable QuoteReply reply) {
        CreditPool pool = balances.now(visit.pool()).orElse(null);
        return pool != null && reply instanceof QuoteReply.Quoted quoted ? quote(quoted.quote(), pool, form) : null;
    }

    private static Quote quote(scrip.application.purchase.Quote quote, CreditPool pool, BuyForm form) {
        Money subtotal = quote.subtotal();
        long hundreds = form.amount().orElse(PriceList.PACK) / PriceList.PACK;
        boolean saves = !quote.discount().isZero();
        Instant endsNow = pool.stock().addOn().endsAt();
        boolean keeps = pool.stock().addOn().available().isPositive() && endsNow != null
                && quote.validUntilAfter().isAfter(endsNow);
        return new Quote(CreditsCards.text(quote.credits()),
                AmountText.money(subtotal.minorUnits() / hundreds, subtotal.currency()), money(subtotal),
                saves ? money(quote.discount()) : null, CreditsCards.textOrNull(quote.bonus()),
                quote.promo() == null ? null : quote.promo().code(), money(quote.total()),
                quote.total().isZero(), CreditsCards.text(pool.available()), balanceAfter(quote, pool),
                keeps ? CreditsCards.text(pool.stock().addOn().available()) : null,
                keeps ? CreditsCards.validUntil(pool) : null, Moment.day(quote.validUntilAfter()));
    }

    /** Debt is repaid first by what arrives (rule 17). */
    private static String balanceAfter(scrip.application.purchase.Quote quote, CreditPool pool) {
        return CreditsCards.text(pool.available().plus(
                quote.credits().plus(quote.bonus()).minusOrZero(pool.debt())));
    }

    private static String money(Money money) {
        return AmountText.money(money.minorUnits(), money.currency());
    }
}
