package scrip.web.operator;

import java.util.List;

import org.jspecify.annotations.Nullable;
import scrip.web.page.Moment;
import scrip.web.page.Notice;
import scrip.web.settings.CreditsCard;
import scrip.web.settings.PurchaseRow;

/**
 * A workspace as the operator sees it, template {@code operator/workspace}. Every form posts to
 * {@code url} followed by its name: {@code /license}, {@code /license/end}, {@code /members},
 * {@code /members/remove}, {@code /api-keys}, {@code /api-keys/revoke}, {@code /grants},
 * {@code /purchases/refund}.
 *
 * @param slug its address
 * @param name its name
 * @param url this page
 * @param listUrl all workspaces
 * @param ledgerUrl its ledger
 * @param notices what the last form came to
 * @param credits the balance in its parts
 * @param license the license as the form shows it
 * @param members everyone, by name
 * @param keys API keys, newest first
 * @param newKey a key just made, shown this once, or null
 * @param grants promotional grants, newest first
 * @param purchases purchases, newest first
 */
public record WorkspacePage(
        String slug,
        String name,
        String url,
        String listUrl,
        String ledgerUrl,
        List<Notice> notices,
        CreditsCard credits,
        LicenseForm license,
        List<Member> members,
        List<Key> keys,
        @Nullable String newKey,
        List<Grant> grants,
        List<Purchase> purchases) {

    /**
     * The license: fields {@code plan}, {@code builders}, {@code creditsPerBuilder}, {@code interval},
     * {@code startsAt}, {@code endsAt} (local date and time as {@code 2026-01-31T09:00}) and {@code timeZone}.
     *
     * @param status {@code active}, {@code ended} or {@code none}
     */
    public record LicenseForm(
            String status,
            String plan,
            String builders,
            String creditsPerBuilder,
            String interval,
            String startsAt,
            String endsAt,
            String timeZone) {}

    /**
     * A member; removed by posting {@code email}.
     *
     * @param role {@code admin}, {@code builder} or {@code end_user}
     */
    public record Member(String email, String name, String initials, String role) {}

    /**
     * An API key; revoked by posting {@code id}.
     *
     * @param hint the key's first characters
     * @param scopes such as "meter, read"
     * @param lastUsedAt null for never
     */
    public record Key(
            String id, String name, String hint, String scopes, Moment createdAt, @Nullable Moment lastUsedAt) {}

    /** A promotional grant and what is left of it. */
    public record Grant(Moment at, String credits, String left, Moment expiresAt, String reason) {}

    /**
     * A purchase; refunded by posting {@code id} and {@code reason}.
     *
     * @param refundable what a refund would pay back, such as "$5.00", or null when there is nothing
     */
    public record Purchase(String id, PurchaseRow row, @Nullable String refundable) {}
}
