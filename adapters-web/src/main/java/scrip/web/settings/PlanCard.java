package scrip.web.settings;

import org.jspecify.annotations.Nullable;
import scrip.web.page.Moment;

/**
 * The plan card: what was purchased.
 *
 * @param plan its name, such as "Team"
 * @param status {@code active}, {@code ended} or {@code none}
 * @param builders seats, as text
 * @param creditsPerBuilder credits per builder and month, as text
 * @param interval {@code monthly} or {@code annual}
 * @param startsAt its start, or null without a license
 * @param endsAt its end, exclusive, or null when it has none
 * @param key the license key's form, or null in the cloud
 */
public record PlanCard(
        String plan,
        String status,
        String builders,
        String creditsPerBuilder,
        String interval,
        @Nullable Moment startsAt,
        @Nullable Moment endsAt,
        @Nullable KeyForm key) {

    /**
     * The field License key with Update, which posts {@code key}.
     *
     * @param action where it is posted to
     * @param instanceId what the vendor needs to make a key for this instance
     * @param typed the refused key, to be corrected; else empty
     * @param refusal ends the message key {@code license-key.refused.…}: {@code malformed},
     *     {@code wrong_algorithm}, {@code forged}, {@code wrong_instance}, {@code ended},
     *     {@code no_vendor_key}; null when nothing was refused
     * @param updated whether a key has just been taken
     */
    public record KeyForm(
            String action, String instanceId, String typed, @Nullable String refusal, boolean updated) {}
}
