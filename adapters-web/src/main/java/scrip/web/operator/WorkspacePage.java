package scrip.web.operator;

import java.util.List;

import org.jspecify.annotations.Nullable;
import scrip.web.form.Form;
import scrip.web.page.Moment;
import scrip.web.page.Notice;
import scrip.web.settings.CreditsCard;
import scrip.web.settings.PurchaseRow;

/**
 * A workspace as the operator sees it, template {@code operator/workspace}. Every form posts to
 * {@code url} followed by its name: {@code /name}, {@code /license}, {@code /license/end}, {@code /members},
 * {@code /members/remove}, {@code /api-keys}, {@code /api-keys/revoke}, {@code /grants},
 * {@code /purchases/refund}.
 *
 * @param slug its address
 * @param name its name
 * @param rename the form that gives it another
 * @param url this page
 * @param listUrl all workspaces
 * @param ledgerUrl its ledger
 * @param notices what the last form came to
 * @param credits the balance in its parts
 * @param license its license
 * @param people its members
 * @param keys its API keys
 * @param grants its promotional grants
 * @param purchases purchases, newest first
 */
public record WorkspacePage(
        String slug,
        String name,
        Form rename,
        String url,
        String listUrl,
        String ledgerUrl,
        List<Notice> notices,
        CreditsCard credits,
        License license,
        People people,
        Keys keys,
        Grants grants,
        List<Purchase> purchases) {

    /**
     * The license: fields {@code plan}, {@code builders}, {@code creditsPerBuilder}, {@code interval},
     * {@code startsAt}, {@code endsAt} (local date and time as {@code 2026-01-31T09:00}) and {@code timeZone}.
     *
     * @param status {@code active}, {@code ended}, {@code none} or {@code upcoming}: what there is in force
     * @param inForce the plan in force while the form is about one to come, else null
     * @param form what it says
     * @param canEnd whether there is one to end
     */
    public record License(String status, @Nullable String inForce, Form form, boolean canEnd) {}

    /**
     * Everyone, by address.
     *
     * @param members those shown
     * @param more how many there are besides, as text, or null for none
     * @param form adds or changes one
     */
    public record People(List<Member> members, @Nullable String more, Form form) {}

    /**
     * A member; removed by posting {@code email}.
     *
     * @param role {@code admin}, {@code builder} or {@code end_user}
     */
    public record Member(String email, String name, String initials, String role) {}

    /**
     * API keys, newest first.
     *
     * @param fresh a key just made, shown this once, or null
     * @param form makes one
     */
    public record Keys(List<Key> list, @Nullable String fresh, Form form) {}

    /**
     * An API key; revoked by posting {@code id}.
     *
     * @param hint the key's first characters
     * @param scopes such as "meter, read"
     */
    public record Key(String id, String name, String hint, String scopes, Moment createdAt) {}

    /**
     * Promotional grants that still hold something, soonest end first.
     *
     * @param form gives another
     */
    public record Grants(List<Grant> list, Form form) {}

    /** What is left of a promotional grant. */
    public record Grant(String left, Moment expiresAt, String reason) {}

    /**
     * A purchase; what is unused of it is refunded by posting {@code id}, {@code key} and {@code reason}.
     *
     * @param refundable what a refund would pay back, such as "$5.00", or null when there is nothing
     * @param refund asks for the reason of a refund
     */
    public record Purchase(PurchaseRow row, @Nullable String refundable, Form refund) {}
}
