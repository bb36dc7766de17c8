package scrip.web.api.buying;

import scrip.domain.pricing.Money;

/**
 * Money as it goes out.
 *
 * @param value
 *            in the currency's minor unit
 */
record MoneyJson(long value, String currency) {

    static MoneyJson of(Money money) {
        return new MoneyJson(money.minorUnits(), money.currency());
    }
}
