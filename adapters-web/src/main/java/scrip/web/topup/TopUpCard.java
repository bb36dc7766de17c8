package scrip.web.topup;

import org.jspecify.annotations.Nullable;
import scrip.web.page.Moment;

/**
 * Automatic top-up on the settings page, fragment {@code fragments/topup :: card}. The form posts {@code enabled} (on or
 * absent), {@code threshold}, {@code credits} and {@code mostPerMonth} to {@code action}; the button for a card posts
 * {@code key} to {@code cardAction}.
 *
 * @param state {@code off}, {@code needs_card}, {@code active}, {@code running} or {@code suspended}
 * @param enabled whether it is on
 * @param threshold in credits, as typed
 * @param credits to buy, as typed
 * @param mostPerMonth as typed
 * @param price what one costs now, or null when it cannot be told
 * @param card the saved card, such as "Visa •••• 4242", or null
 * @param key drawn with the form, so that sending it twice opens one page
 * @param last the latest attempt, or null
 * @param told ends the message key {@code topup.told.…}: what was just done, or null
 * @param refused whether that was refused
 */
public record TopUpCard(String action, String cardAction, String state, boolean enabled, String threshold,
        String credits, String mostPerMonth, @Nullable String price, @Nullable String card, String key,
        @Nullable Last last, @Nullable String told, boolean refused) {

    /** The latest attempt; {@code outcome} ends the message key {@code topup.outcome.…}. */
    public record Last(Moment at, String outcome) {}
}
