package scrip.web.payments;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import scrip.application.purchase.Discrepancy;
import scrip.application.purchase.Inbox;
import scrip.application.purchase.Reconciliation;
import scrip.application.purchase.ReconciliationStore.Report;
import scrip.web.notice.DeliveryRows;
import scrip.web.operator.WebhooksPage;
import scrip.web.page.AmountText;
import scrip.web.page.Moment;

/** Fills the operator's page Webhooks with the inbox, the latest reconciliation and the deliveries of notices. */
final class WebhooksPages {

    static final String URL = "/operator/webhooks";

    private static final int EVENTS = 50;
    private static final int DIFFERENCES = 50;

    private final Reconciliation.Records records;
    private final DeliveryRows deliveries;

    WebhooksPages(Reconciliation.Records records, DeliveryRows deliveries) {
        this.records = records;
        this.deliveries = deliveries;
    }

    /**
     * @param dead
     *            whether to list the dead letters alone
     * @param before
     *            id of the event that the page before ended with, or null
     * @param told
     *            ends the message key {@code operator.webhooks.told.…}, or null for nothing to tell
     */
    WebhooksPage page(boolean dead, @Nullable String before, @Nullable String told) {
        List<Inbox.Letter> found = records.inbox().newest(dead ? Inbox.Standing.DEAD : null, before, EVENTS + 1);
        boolean more = found.size() > EVENTS;
        List<WebhooksPage.Event> shown = found.stream().limit(EVENTS).map(WebhooksPages::event).toList();
        String older = more ? URL + (dead ? "?dead&before=" : "?before=") + shown.getLast().id() : null;
        int letters = records.inbox().dead();
        return new WebhooksPage(URL, told,
                new WebhooksPage.Received(dead, letters == 0 ? null : AmountText.count(letters), shown, older),
                deliveries.latest(), null, reconciled());
    }

    private static WebhooksPage.Event event(Inbox.Letter letter) {
        return new WebhooksPage.Event(Moment.minute(letter.receivedAt()), letter.id(), letter.type(),
                letter.standing().name().toLowerCase(Locale.ROOT), AmountText.count(letter.attempts()),
                letter.detail() == null ? "" : letter.detail(), seen(letter.seen()));
    }

    private static WebhooksPage.@Nullable Seen seen(Inbox.@Nullable Seen seen) {
        return seen == null ? null : new WebhooksPage.Seen(seen.by(), Moment.minute(seen.at()));
    }

    private WebhooksPage.Reconciled reconciled() {
        List<WebhooksPage.Difference> differs = records.discrepancies().since(Instant.EPOCH, DIFFERENCES).stream()
                .map(WebhooksPages::difference).toList();
        Optional<Report> latest = records.progress().latest();
        return new WebhooksPage.Reconciled(latest.map(WebhooksPages::pass).orElse(null), differs);
    }

    private static WebhooksPage.Pass pass(Report report) {
        return new WebhooksPage.Pass(Moment.minute(report.at()), AmountText.count(report.checked()),
                AmountText.count(report.fulfilled()), AmountText.count(report.ended()),
                AmountText.count(report.audited()), AmountText.count(report.events()),
                AmountText.count(report.missed()), report.complete(), report.reached());
    }

    private static WebhooksPage.Difference difference(Discrepancy one) {
        return new WebhooksPage.Difference(one.kind().key(), one.subject(), one.detail(),
                Moment.minute(one.firstSeen()), Moment.minute(one.lastSeen()));
    }
}
