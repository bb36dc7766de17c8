package scrip.web.buy;

import java.util.OptionalLong;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * What the form Get AI credits sends, as typed.
 *
 * @param credits
 *            the number of credits
 * @param pack
 *            the pack that was clicked, which goes before the number, or null
 * @param promoCode
 *            the promo code, or null
 * @param key
 *            drawn with the form, so that sending it twice buys once
 */
record BuyForm(@Nullable String credits, @Nullable String pack, @Nullable String promoCode, @Nullable String key) {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,12}");
    private static final Pattern KEY = Pattern.compile("[0-9a-f-]{36}");
    private static final int LONGEST_CODE = 64;

    /** @return the number of credits as typed, spaces and groups of thousands aside */
    String number() {
        String typed = pack != null ? pack : credits;
        return typed == null ? "" : typed.strip().replace(",", "");
    }

    /** @return the number of credits, or nothing if it is none */
    OptionalLong amount() {
        return NUMBER.matcher(number()).matches()
                ? OptionalLong.of(Long.parseLong(number()))
                : OptionalLong.empty();
    }

    /** @return the promo code without the space around it, or null for none */
    @Nullable
    String code() {
        return promoCode == null || promoCode.isBlank() ? null
                : promoCode.strip().substring(0, Math.min(promoCode.strip().length(), LONGEST_CODE));
    }

    boolean hasKey() {
        return key != null && KEY.matcher(key).matches();
    }
}
