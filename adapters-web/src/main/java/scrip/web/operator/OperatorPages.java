package scrip.web.operator;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import scrip.application.pool.PoolStore;
import scrip.application.reading.Balances;
import scrip.application.reading.LedgerReader;
import scrip.application.workspace.Workspace;
import scrip.application.workspace.Workspaces;
import scrip.domain.credit.Credits;
import scrip.domain.ledger.Cause;
import scrip.domain.ledger.Entry;
import scrip.domain.license.License;
import scrip.domain.pool.CreditPool;
import scrip.web.form.Form;
import scrip.web.page.AmountText;
import scrip.web.page.Moment;
import scrip.web.settings.CreditsCards;
import scrip.web.usage.ExplainQuery;
import scrip.web.usage.Explanation;
import scrip.web.usage.ExplanationCards;
import scrip.web.wiring.Deployment;

/** Fills the operator's pages: every workspace with its balance, and each one's ledger. */
final class OperatorPages {

    static final String HOME = "/operator";

    private static final int ROWS = 50;
    private static final int ENTRIES = 100;
    private static final int HASH = 10;

    private final Workspaces workspaces;
    private final Balances balances;
    private final PoolStore pools;
    private final LedgerReader ledger;
    private final ExplanationCards explanations;
    private final Deployment deployment;

    OperatorPages(Workspaces workspaces, Balances balances, Books books, Deployment deployment) {
        this.workspaces = workspaces;
        this.balances = balances;
        this.pools = books.pools;
        this.ledger = books.ledger;
        this.explanations = books.explanations;
        this.deployment = deployment;
    }

    /** What was written of pools. */
    record Books(PoolStore pools, LedgerReader ledger, ExplanationCards explanations) {}

    /** @return whether there can be another workspace: self-hosted has the one, which somebody has to make first */
    boolean canCreate() {
        return deployment == Deployment.CLOUD || workspaces.find(Workspace.INSTANCE).isEmpty();
    }

    /** @return the form that makes one, as it opens */
    Form opening() {
        return WorkspaceForm.opening(deployment);
    }

    /** @return the page of the workspace that the form makes; nothing if it is refused, which is noted in it */
    Optional<String> create(Form form) {
        return WorkspaceForm.read(form, workspaces, deployment).map(wanted -> {
            workspaces.put(wanted.slug(), wanted.name());
            return HOME + "/workspaces/" + wanted.slug();
        });
    }

    /**
     * @param search
     *            part of a name or an address, or empty for all
     * @param after
     *            slug that the page before ended with, or empty
     * @param create
     *            the form that makes another
     */
    WorkspacesPage list(String search, String after, Form create) {
        List<Workspace> found = workspaces.page(search.strip(), after, ROWS + 1);
        boolean more = found.size() > ROWS;
        List<Workspace> shown = more ? found.subList(0, ROWS) : found;
        return new WorkspacesPage(search, HOME,
                shown.stream().flatMap(place -> row(place).stream()).toList(),
                more ? HOME + "?after=" + shown.getLast().slug() + query(search) : null,
                canCreate() ? new WorkspacesPage.Creating(HOME + "/workspaces", create) : null);
    }

    private static String query(String search) {
        return search.isBlank() ? "" : "&q=" + URLEncoder.encode(search, StandardCharsets.UTF_8);
    }

    private Optional<WorkspacesPage.Row> row(Workspace place) {
        return balances.now(place.pool()).map(pool -> row(place, pool));
    }

    private static WorkspacesPage.Row row(Workspace place, CreditPool pool) {
        License license = pool.licensing().at(pool.asOf()).latest();
        String status = license == null ? "none" : license.isInForceAt(pool.asOf()) ? "active" : "ended";
        return new WorkspacesPage.Row(place.slug(), place.name(), WorkspacePages.url(place),
                license == null ? null : license.plan(),
                status, CreditsCards.text(pool.available()), CreditsCards.text(pool.stock().monthly()),
                CreditsCards.text(pool.stock().addOn().available()), CreditsCards.textOrNull(pool.debt()),
                CreditsCards.bar(pool));
    }

    private static String ledgerOf(Workspace place) {
        return WorkspacePages.url(place) + "/ledger";
    }

    /**
     * @param before
     *            number of the entry that the page before ended with, or null for the newest
     * @param explain
     *            between which days the balance is explained
     * @return the ledger, newest first; nothing if there is no such workspace
     */
    Optional<LedgerPage> ledger(String slug, @Nullable Long before, ExplainQuery explain) {
        return workspaces.find(slug).map(place -> ledger(place, before, explain));
    }

    private LedgerPage ledger(Workspace place, @Nullable Long before, ExplainQuery explain) {
        long last = pools.read(place.pool(), Instant.EPOCH).map(PoolStore.Unlocked::seq).orElse(0L);
        long end = before == null ? last : Math.clamp(before - 1, 0, last);
        long begin = Math.max(0, end - ENTRIES);
        List<Entry> entries = end == begin ? List.of() : ledger.entries(place.pool(), begin, (int) (end - begin));
        Explanation explanation = balances.now(place.pool())
                .map(pool -> explanations.of(ledgerOf(place), pool, explain)).orElse(null);
        return new LedgerPage(place.name(), WorkspacePages.url(place), explanation,
                entries.reversed().stream().map(OperatorPages::entry).toList(),
                before == null ? null : ledgerOf(place),
                begin == 0 ? null : ledgerOf(place) + "?before=" + (begin + 1));
    }

    private static LedgerPage.Entry entry(Entry entry) {
        var transfer = entry.transfer();
        Credits credits = transfer.credits();
        return new LedgerPage.Entry(AmountText.count(entry.seq()), Moment.minute(transfer.dueAt()),
                Moment.minute(entry.writtenAt()), transfer.type().key(), transfer.from().key(), transfer.to().key(),
                CreditsCards.text(credits), cause(transfer.cause()), entry.hash().toString().substring(0, HASH));
    }

    private static String cause(Cause cause) {
        if (cause.purchase() != null) {
            return cause.purchase();
        }
        if (cause.charge() != null) {
            return "charge #" + cause.charge();
        }
        return cause.hold() == null ? "" : "hold #" + cause.hold();
    }
}
