package scrip.web.builder;

import java.util.List;

import org.jspecify.annotations.Nullable;
import scrip.web.page.Bar;
import scrip.web.page.Moment;
import scrip.web.page.Notice;
import scrip.web.settings.OwnUse;

/**
 * The credit icon at the chat's top right and the popover behind it. {@code refreshUrl} answers with
 * the fragment {@code builder :: credits-refresh}, which carries the icon's total with it.
 *
 * @param available all that can be spent now, monthly and add-on combined
 * @param compact the same, short enough for the icon: "12.4k"
 * @param tone {@code calm}, {@code low} or {@code empty}
 * @param monthly monthly credits left, or null when there are none
 * @param granted granted in this period, or null likewise
 * @param bar used and held of the period's grant, or null likewise
 * @param renewsAt the renewal, or null likewise
 * @param addOn add-on credits left
 * @param validUntil the end of the add-on pool, or null when it is empty
 * @param promotional promotional credits left, or null for none
 * @param held on hold, or null for nothing
 * @param debt owed, or null for nothing
 * @param notices what the viewer has to know of the credits, most urgent first
 * @param own the viewer's own use and limit
 * @param buyUrl the page Get AI credits, or null for whom may not buy
 * @param settingsUrl the settings page
 * @param refreshUrl answers with the popover's content anew
 * @param streamUrl a stream of server-sent events that says when the balance changed, or null
 */
public record CreditsPopover(
        String available,
        String compact,
        String tone,
        @Nullable String monthly,
        @Nullable String granted,
        @Nullable Bar bar,
        @Nullable Moment renewsAt,
        String addOn,
        @Nullable Moment validUntil,
        @Nullable String promotional,
        @Nullable String held,
        @Nullable String debt,
        List<Notice> notices,
        OwnUse own,
        @Nullable String buyUrl,
        String settingsUrl,
        String refreshUrl,
        @Nullable String streamUrl) {}
