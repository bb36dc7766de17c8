package scrip.web.wiring;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import scrip.domain.pricing.Money;
import scrip.domain.pricing.PriceList;

/**
 * The settings {@code scrip.*} of this module; each can also be given as an environment variable.
 *
 * @param operatorKey
 *            opens the operator's API; required unless this is the demo
 * @param operatorPassword
 *            signs the operator in on the pages; null leaves the operator's pages closed
 * @param demo
 *            whether demo data is made at the first start
 * @param rateCards
 *            files with rate cards; none means the card that ships with Scrip
 */
@ConfigurationProperties("scrip")
public record ScripProperties(@DefaultValue("self-hosted") Deployment deployment, @Nullable String operatorKey,
        @Nullable String operatorPassword,
        @DefaultValue("system") ClockKind clock, @DefaultValue("false") boolean demo,
        @DefaultValue({
        }) List<String> rateCards, @DefaultValue Pricing pricing, @DefaultValue FreePlan freePlan,
        @DefaultValue Desk desk) {

    /**
     * What add-on credits cost (rule 8).
     *
     * @param perHundred
     *            minor units of the currency
     * @param minimumCharge
     *            what the gateway charges at least, in minor units
     */
    public record Pricing(@DefaultValue("usd") String currency, @DefaultValue("100") long perHundred,
            @DefaultValue("100") long minimumCredits, @DefaultValue("1000000") long maximumCredits,
            @DefaultValue("50") long minimumCharge, @DefaultValue({
            }) List<Tier> tiers) {

        /** From that many credits on, a hundred cost so much, in minor units. */
        public record Tier(long from, long perHundred) {}

        PriceList priceList() {
            return new PriceList(money(perHundred), minimumCredits, maximumCredits,
                    tiers.stream().map(tier -> new PriceList.Tier(tier.from, money(tier.perHundred))).toList());
        }

        /**
         * @throws IllegalArgumentException
         *             if there is no such currency, whose amounts could then be shown nowhere
         */
        Money money(long minorUnits) {
            if (Currency.getAvailableCurrencies().stream()
                    .noneMatch(one -> one.getCurrencyCode().equalsIgnoreCase(currency))) {
                throw new IllegalArgumentException("there is no currency " + currency);
            }
            return Money.of(minorUnits, currency);
        }
    }

    /**
     * What a pool without a license gets (rule 6).
     *
     * @param credits
     *            each month; 0 turns the free plan off
     * @param canBuy
     *            whether it can buy add-on credits
     */
    public record FreePlan(@DefaultValue("100") BigDecimal credits, @DefaultValue("false") boolean canBuy) {}

    /** Limits of the desk, see {@link scrip.application.pool.Desk.Limits}. */
    public record Desk(@DefaultValue("2") int writers, @DefaultValue("20000") int backlog,
            @DefaultValue("1024") int batch, @DefaultValue("256") int pools) {}
}
