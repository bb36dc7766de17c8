package scrip.web.topup;

import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import scrip.application.purchase.Shop;
import scrip.domain.credit.Credits;
import scrip.domain.pricing.PriceList;
import scrip.domain.topup.AutoTopUp;

/**
 * What the form of automatic top-up sends, as typed.
 *
 * @param consent
 *            whether the box beside the words of consent is ticked; it has to be to turn it on
 */
record TopUpForm(@Nullable String enabled, @Nullable String threshold, @Nullable String credits,
        @Nullable String mostPerMonth, @Nullable String consent) {

    private static final Pattern WHOLE = Pattern.compile("[0-9]{1,9}");
    private static final int MOST_PER_MONTH = 100;

    boolean lacksConsent() {
        return enabled != null && consent == null;
    }

    /** @return the settings; nothing if a number is none or out of its range, or too little to be charged */
    Optional<AutoTopUp.Settings> settings(Shop shop) {
        long below = whole(threshold);
        long buy = whole(credits);
        long most = whole(mostPerMonth);
        boolean valid = below >= 1 && buy >= 0 && isSold(buy, shop) && most >= 1 && most <= MOST_PER_MONTH;
        return valid
                ? Optional.of(new AutoTopUp.Settings(enabled != null, Credits.of(below), buy, (int) most))
                : Optional.empty();
    }

    private static boolean isSold(long credits, Shop shop) {
        PriceList prices = shop.prices();
        return prices.refusalOf(credits).isEmpty() && prices.priceOf(credits).compareTo(shop.minimumCharge()) >= 0;
    }

    private static long whole(@Nullable String typed) {
        String number = typed == null ? "" : typed.strip().replace(",", "");
        return WHOLE.matcher(number).matches() ? Long.parseLong(number) : -1;
    }
}
