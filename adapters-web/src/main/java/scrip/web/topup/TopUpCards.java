package scrip.web.topup;

import java.util.Locale;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import scrip.application.purchase.Shop;
import scrip.application.topup.SavedCards;
import scrip.domain.pool.PoolId;
import scrip.domain.pricing.Money;
import scrip.domain.topup.AutoTopUp;
import scrip.web.page.AmountText;
import scrip.web.page.Moment;

/** Writes a pool's automatic top-up out as its card shows it. */
public final class TopUpCards {

    /** What the address may say was just done. */
    static final String SAVED = "top-up";
    static final String INVALID = "top-up-invalid";
    static final String NO_CONSENT = "top-up-consent";
    static final String CARD = "top-up-card";
    static final String CARD_LATER = "top-up-card-later";
    static final String NO_CARD = "top-up-no-card";
    static final String UNAVAILABLE = "top-up-unavailable";

    private static final Set<String> REFUSALS = Set.of(INVALID, NO_CONSENT, NO_CARD, UNAVAILABLE);
    private static final Set<String> DONE = Set.of(SAVED, CARD, CARD_LATER);

    private final SavedCards cards;
    private final Shop shop;
    private final boolean offered;

    /** @param offered whether anything is bought automatically here at all */
    public TopUpCards(SavedCards cards, Shop shop, boolean offered) {
        this.cards = cards;
        this.shop = shop;
        this.offered = offered;
    }

    /**
     * @param settings
     *            address of the settings page
     * @param said
     *            what the address says was just done, anything or null
     * @return null where automatic top-up is not offered
     */
    public @Nullable TopUpCard of(PoolId pool, String settings, @Nullable String said) {
        if (!offered) {
            return null;
        }
        AutoTopUp topUp = cards.of(pool);
        AutoTopUp.Settings set = topUp.settings();
        String told = said != null && (REFUSALS.contains(said) || DONE.contains(said)) ? said : null;
        return new TopUpCard(settings + "/top-up", settings + "/top-up/card",
                topUp.state().name().toLowerCase(Locale.ROOT), set.enabled(),
                AmountText.credits(set.threshold().micros()).replace(",", ""), Long.toString(set.credits()),
                Integer.toString(set.mostPerMonth()), price(set.credits()),
                topUp.card() == null ? null : topUp.card().label(), UUID.randomUUID().toString(),
                last(topUp.progress()), told, told != null && REFUSALS.contains(told));
    }

    private @Nullable String price(long credits) {
        if (shop.prices().refusalOf(credits).isPresent()) {
            return null;
        }
        Money price = shop.prices().priceOf(credits);
        return AmountText.money(price.minorUnits(), price.currency());
    }

    private static TopUpCard.@Nullable Last last(AutoTopUp.Progress progress) {
        return progress.endedAt() == null || progress.outcome() == null
                ? null
                : new TopUpCard.Last(Moment.minute(progress.endedAt()),
                        progress.outcome().name().toLowerCase(Locale.ROOT));
    }
}
