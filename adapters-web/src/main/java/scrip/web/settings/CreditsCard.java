package scrip.web.settings;

import java.util.List;

import org.jspecify.annotations.Nullable;
import scrip.web.page.Bar;
import scrip.web.page.Moment;

/**
 * The AI credits card: everything the pool has. Amounts are credits as text, such as "1,639.94".
 *
 * @param available all that can be spent now: monthly, promotional and add-on together
 * @param monthly the credits of the license's running period, or null when there are none
 * @param addOn what was purchased on top
 * @param promotional grants that still hold something, soonest end first
 * @param held what is on hold, or null for nothing
 * @param debt what the pool owes, or null for nothing
 * @param forecast what the pace of late leads to, or null when too little is known
 * @param refreshUrl answers with this card anew (fragment {@code fragments/credits :: card}, model attribute
 *     {@code credits}), or null when it never changes by itself
 * @param streamUrl a stream of server-sent events that says when the balance changed, or null
 */
public record CreditsCard(
        String available,
        @Nullable Monthly monthly,
        AddOn addOn,
        List<Promotional> promotional,
        @Nullable String held,
        @Nullable String debt,
        @Nullable Forecast forecast,
        @Nullable String refreshUrl,
        @Nullable String streamUrl) {

    /**
     * Monthly credits.
     *
     * @param available left to spend
     * @param used spent in this period
     * @param granted granted in this period
     * @param bar used and held of granted
     * @param renewsAt when what is left expires and the next are granted
     * @param builders the license's builders, as text; empty on the free plan
     * @param perBuilder credits per builder and month, as text; empty on the free plan
     */
    public record Monthly(
            String available,
            String used,
            String granted,
            Bar bar,
            Moment renewsAt,
            String builders,
            String perBuilder) {}

    /**
     * Add-on credits.
     *
     * @param available left to spend; "0" when there are none
     * @param validUntil the end of the whole add-on pool, or null when there is none
     */
    public record AddOn(String available, @Nullable Moment validUntil) {}

    /**
     * A promotional grant.
     *
     * @param credits left of it
     * @param expiresAt its end
     * @param reason why it was given, in the operator's words
     */
    public record Promotional(String credits, Moment expiresAt, String reason) {}

    /**
     * Where the pace of late leads.
     *
     * @param perDay credits spent a day of late
     * @param runsOutAt when everything is spent at this pace, or null when it lasts beyond the renewal
     * @param expiringUnused credits that will expire unused at this pace, or null for none
     */
    public record Forecast(String perDay, @Nullable Moment runsOutAt, @Nullable String expiringUnused) {}
}
