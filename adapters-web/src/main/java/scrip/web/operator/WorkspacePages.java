package scrip.web.operator;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import scrip.application.purchase.PurchaseStore;
import scrip.application.reading.Balances;
import scrip.application.workspace.ApiKey;
import scrip.application.workspace.Member;
import scrip.application.workspace.Scope;
import scrip.application.workspace.Workspace;
import scrip.application.workspace.Workspaces;
import scrip.domain.license.License;
import scrip.domain.license.Licensing;
import scrip.domain.pool.CreditPool;
import scrip.domain.purchase.Purchase;
import scrip.web.form.Form;
import scrip.web.page.AmountText;
import scrip.web.page.Initials;
import scrip.web.page.Moment;
import scrip.web.page.Notice;
import scrip.web.settings.CreditsCards;
import scrip.web.settings.PurchaseRows;

/** Fills the page of one workspace. */
final class WorkspacePages {

    private static final int MOST_MEMBERS = 200;
    private static final int MOST_PURCHASES = 50;

    private final Workspaces workspaces;
    private final Balances balances;
    private final PurchaseStore purchases;

    WorkspacePages(Workspaces workspaces, Balances balances, PurchaseStore purchases) {
        this.workspaces = workspaces;
        this.balances = balances;
        this.purchases = purchases;
    }

    /**
     * What the page tells of the last form.
     *
     * @param refused
     *            the form that was refused, or null
     * @param done
     *            ends the message key {@code operator.done.…}, or null
     * @param freshKey
     *            an API key just made, or null
     */
    record Last(@Nullable Form refused, @Nullable String done, @Nullable String freshKey) {

        static Last refused(Form form) {
            return new Last(form, null, null);
        }

        /** @return the refused form if it is this one, else as it opens */
        Form or(Form opening) {
            return refused != null && refused.name().equals(opening.name()) ? refused : opening;
        }

        List<Notice> notices() {
            if (refused != null) {
                return List.of(new Notice("check-fields", List.of(), "danger", null));
            }
            return done == null ? List.of() : List.of(new Notice("done-" + done, List.of(), tone(done), null));
        }

        private static String tone(String done) {
            return done.startsWith("refund-not") ? "danger" : done.equals("refund-pending") ? "warning" : "success";
        }
    }

    /** @return where the workspace's page is */
    static String url(Workspace place) {
        return OperatorPages.HOME + "/workspaces/" + place.slug();
    }

    /** @return whether the purchase with this id is one of the workspace's */
    boolean has(Workspace place, String purchase) {
        return purchases.byId(purchase).filter(found -> found.pool().equals(place.pool())).isPresent();
    }

    WorkspacePage of(Workspace place, Last last) {
        CreditPool pool = balances.now(place.pool())
                .orElseThrow(() -> new IllegalStateException("a workspace without a pool: " + place.slug()));
        List<Member> members = workspaces.members(place.pool());
        return new WorkspacePage(place.slug(), place.name(), last.or(NameForm.opening(place.name())), url(place),
                OperatorPages.HOME, url(place) + "/ledger",
                last.notices(), CreditsCards.of(pool, balances.forecast(pool), null), license(pool, last),
                people(members, last), keys(place, last), grants(pool, last), purchases(members, pool, last));
    }

    private static WorkspacePage.License license(CreditPool pool, Last last) {
        Licensing licensing = pool.licensing().at(pool.asOf());
        License inForce = licensing.inForceAt(pool.asOf()).orElse(null);
        boolean upcoming = licensing.upcoming() != null;
        String status = upcoming ? "upcoming"
                : inForce != null ? "active" : licensing.latest() == null ? "none" : "ended";
        return new WorkspacePage.License(status, upcoming && inForce != null ? inForce.plan() : null,
                last.or(LicenseForm.opening(licensing, pool.asOf())), upcoming || inForce != null);
    }

    private static WorkspacePage.People people(List<Member> members, Last last) {
        int more = Math.max(0, members.size() - MOST_MEMBERS);
        return new WorkspacePage.People(
                members.stream().limit(MOST_MEMBERS)
                        .map(member -> new WorkspacePage.Member(member.email(), member.name(),
                                Initials.of(member.name()), member.role().key()))
                        .toList(),
                more == 0 ? null : AmountText.count(more), last.or(MemberForm.opening()));
    }

    private WorkspacePage.Keys keys(Workspace place, Last last) {
        return new WorkspacePage.Keys(
                workspaces.apiKeys(place.pool()).stream().sorted(Comparator.comparing(ApiKey::createdAt).reversed())
                        .map(key -> new WorkspacePage.Key(key.id(), key.name(), "scrip_" + key.id() + "_",
                                key.scopes().stream().sorted().map(Scope::key).collect(Collectors.joining(", ")),
                                Moment.day(key.createdAt())))
                        .toList(),
                last.freshKey(), last.or(KeyForm.opening()));
    }

    private static WorkspacePage.Grants grants(CreditPool pool, Last last) {
        return new WorkspacePage.Grants(pool.stock().grants().stream()
                .map(grant -> new WorkspacePage.Grant(CreditsCards.text(grant.available()),
                        Moment.minute(grant.expiresAt()), grant.reason()))
                .toList(), last.or(GrantForm.opening()));
    }

    private List<WorkspacePage.Purchase> purchases(List<Member> members, CreditPool pool, Last last) {
        PurchaseRows rows = new PurchaseRows(members, pool.asOf());
        return purchases.ofPool(pool.id(), MOST_PURCHASES).stream()
                .map(purchase -> new WorkspacePage.Purchase(rows.row(purchase), refundable(purchase, pool),
                        last.or(RefundForm.opening(purchase.id()))))
                .toList();
    }

    private static @Nullable String refundable(Purchase purchase, CreditPool pool) {
        String currency = purchase.order().total().currency();
        return purchase.refundable(pool).map(what -> AmountText.money(what.amount(), currency)).orElse(null);
    }
}
