package scrip.web.payments;

import java.time.Instant;
import java.util.List;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import scrip.application.purchase.Discrepancies;
import scrip.application.purchase.Discrepancy;
import scrip.application.purchase.Inbox;
import scrip.application.purchase.Reconciliation;
import scrip.application.purchase.ReconciliationStore.Report;
import scrip.web.api.request.Answers;
import scrip.web.api.request.ApiRequest;

/** Reconciliation on demand (rule 26). Doing it twice is harmless, so it needs no key. */
@RestController
final class ReconcileController {

    private static final int MOST = 1_000;

    private final Reconciliation reconciliation;
    private final Discrepancies discrepancies;
    private final Inbox inbox;

    ReconcileController(Reconciliation reconciliation, Discrepancies discrepancies, Inbox inbox) {
        this.reconciliation = reconciliation;
        this.discrepancies = discrepancies;
        this.inbox = inbox;
    }

    record ReportJson(int checked, int fulfilled, int ended, int audited, int events, int missed, boolean complete,
            boolean gatewayReached, int deadLetters, List<DifferenceJson> differs) {}

    record DifferenceJson(String kind, String subject, String detail, Instant firstSeen, Instant lastSeen) {

        static DifferenceJson of(Discrepancy one) {
            return new DifferenceJson(one.kind().key(), one.subject(), one.detail(), one.firstSeen(), one.lastSeen());
        }
    }

    @PostMapping("/api/v1/operator/reconcile")
    public ResponseEntity<byte[]> reconcile(ApiRequest request) {
        Report report = reconciliation.run();
        return Answers.ok(new ReportJson(report.checked(), report.fulfilled(), report.ended(), report.audited(),
                report.events(), report.missed(), report.complete(), report.reached(), inbox.dead(),
                discrepancies.since(Instant.EPOCH, MOST).stream().map(DifferenceJson::of).toList()));
    }
}
