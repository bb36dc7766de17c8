package scrip.web.operator;

import java.util.List;

import org.jspecify.annotations.Nullable;
import scrip.web.page.Bar;
import scrip.web.page.Moment;
import scrip.web.page.Notice;

/**
 * Promo codes, template {@code operator/promo-codes}. The form posts to {@code url} the fields of
 * {@code PUT /operator/promo-codes/{code}}, but instead of one of its three kinds "kind"
 * ({@code percentOff}, {@code amountOff}, {@code bonusCredits}) and "value". Retiring posts the code to
 * {@code url + "/retire"}.
 *
 * @param url this page
 * @param notices what the last form came to
 * @param codes newest first
 */
public record PromoCodesPage(String url, List<Notice> notices, List<Code> codes) {

    /**
     * A promo code.
     *
     * @param code as typed
     * @param kind {@code percentOff}, {@code amountOff} or {@code bonusCredits}
     * @param value such as "20 %", "$5.00" or "100"
     * @param status {@code active}, {@code scheduled}, {@code ended}, {@code exhausted} or {@code retired}
     * @param redemptions how often it was used
     * @param maxRedemptions how often it may be used, or null without a limit
     * @param bar redemptions of the most, or null without a limit
     * @param conditions such as "from 500 credits, first purchase only", or empty
     * @param endsAt its end, exclusive, or null
     */
    public record Code(
            String code,
            String kind,
            String value,
            String status,
            String redemptions,
            @Nullable String maxRedemptions,
            @Nullable Bar bar,
            String conditions,
            @Nullable Moment endsAt) {}
}
