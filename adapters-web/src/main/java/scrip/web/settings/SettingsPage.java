package scrip.web.settings;

import java.util.List;

import org.jspecify.annotations.Nullable;
import scrip.web.buy.PaymentReturn;
import scrip.web.page.Notice;
import scrip.web.page.Pager;
import scrip.web.topup.TopUpCard;

/**
 * Settings &gt; License (self-hosted) or Settings &gt; Subscription (cloud), template {@code settings}.
 * The parts that only admins see are null for builders.
 *
 * @param kind {@code license} or {@code subscription}: the heading and the words for the place
 * @param buyUrl the page Get AI credits, or null for whom may not buy
 * @param usageUrl the page Usage and history
 * @param paymentReturn how a payment ended that the reader has just come back from, or null
 * @param notices messages above the cards, most urgent first
 * @param credits the AI credits card
 * @param own the reader's own use, or null when the reader is no builder
 * @param admin what only admins see, or null
 */
public record SettingsPage(
        String kind,
        @Nullable String buyUrl,
        String usageUrl,
        @Nullable PaymentReturn paymentReturn,
        List<Notice> notices,
        CreditsCard credits,
        @Nullable OwnUse own,
        @Nullable Admin admin) {

    /**
     * What only admins see.
     *
     * @param plan the plan card
     * @param chart use of the last 30 days
     * @param topBuilders who used most in this period, most first
     * @param purchases the latest purchases, newest first
     * @param allPurchasesUrl all of them, or null when these are all
     * @param purchasesPager the way on where they are all looked at
     * @param limits the limits per builder, or null to leave them out
     * @param topUp automatic top-up, or null to leave it out
     */
    public record Admin(
            PlanCard plan,
            UsageChart chart,
            List<TopBuilder> topBuilders,
            List<PurchaseRow> purchases,
            @Nullable String allPurchasesUrl,
            Pager purchasesPager,
            @Nullable LimitsCard limits,
            @Nullable TopUpCard topUp) {}
}
