package scrip.web.operator;

import java.util.List;

import org.jspecify.annotations.Nullable;
import scrip.web.form.Form;
import scrip.web.page.Bar;
import scrip.web.page.Moment;
import scrip.web.page.Notice;

/**
 * Promo codes, template {@code operator/promo-codes}. Retiring posts the code to {@code url + "/retire"}.
 *
 * @param url this page, where the form is posted to
 * @param notices what the last form came to
 * @param codes newest first
 * @param form makes a code, see {@link PromoForm}
 */
public record PromoCodesPage(String url, List<Notice> notices, List<Code> codes, Form form) {

    /**
     * A promo code.
     *
     * @param code as it is written
     * @param kind {@code percentOff}, {@code amountOff} or {@code bonusCredits}
     * @param value such as "20 %", "$5.00" or "100"
     * @param status {@code active}, {@code scheduled}, {@code ended}, {@code used_up} or {@code retired}
     * @param use how often it was redeemed
     * @param terms when and to whom it gives
     */
    public record Code(String code, String kind, String value, String status, Use use, Terms terms) {}

    /**
     * How often a code was redeemed.
     *
     * @param redemptions so often
     * @param most how often it may be, or null without a limit
     * @param bar redemptions of the most, or null without a limit
     */
    public record Use(String redemptions, @Nullable String most, @Nullable Bar bar) {}

    /**
     * The conditions of a code.
     *
     * @param minimum fewest credits of a purchase, or null for any
     * @param perPool most redemptions of a workspace, or null without a limit
     * @param firstOnly whether only a first purchase redeems it
     * @param startsAt its start, or null
     * @param endsAt its end, exclusive, or null
     */
    public record Terms(
            @Nullable String minimum,
            @Nullable String perPool,
            boolean firstOnly,
            @Nullable Moment startsAt,
            @Nullable Moment endsAt) {}
}
