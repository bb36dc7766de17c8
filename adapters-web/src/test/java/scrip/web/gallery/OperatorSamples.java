package scrip.web.gallery;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import scrip.web.form.Form;
import scrip.web.operator.LedgerPage;
import scrip.web.operator.PromoCodesPage;
import scrip.web.operator.VerifyPage;
import scrip.web.operator.WebhooksPage;
import scrip.web.operator.WorkspacePage;
import scrip.web.operator.WorkspacesPage;
import scrip.web.page.Bar;
import scrip.web.page.Frame;
import scrip.web.page.Notice;

/** View models of the operator console. */
final class OperatorSamples {

    private static final String URL = "/operator/workspaces/nexuscorp";

    private OperatorSamples() {}

    static Frame frame(String current) {
        return new Frame(
                null,
                "/operator",
                List.of("workspaces", "promo-codes", "webhooks", "verify").stream()
                        .map(key -> new Frame.Link(key, "/operator/" + key, key.equals(current)))
                        .toList(),
                new Frame.Viewer("operator", "operator", "operator"),
                true);
    }

    static WorkspacesPage workspaces() {
        return new WorkspacesPage(
                "",
                "/operator",
                List.of(
                        new WorkspacesPage.Row(
                                "nexuscorp", "Nexus Corp", URL, "Team", "active", "2,139.5", "1,539.5", "500", null,
                                Bar.of(7605, 1000, 24_000)),
                        new WorkspacesPage.Row(
                                "acme", "Acme", "/operator/workspaces/acme", null, "none", "0", "0", "0", "15",
                                Bar.of(1, 0, 1))),
                "/operator?after=acme",
                new WorkspacesPage.Creating("/operator/workspaces", Form.opening("workspace", Map.of())));
    }

    static WorkspacePage workspace() {
        return workspace(
                List.of(new Notice("done-license", List.of(), "success", null)),
                new WorkspacePage.License("active", null, license(), true),
                "scrip_7f3kq0v2m8c1x5n9z4b6");
    }

    static WorkspacePage refused() {
        Form form = new Form(
                "license",
                Map.of("plan", List.of(""), "builders", List.of("many"), "endsAt", List.of("2026-02-08T09:00")));
        form.refuse("plan", "missing");
        form.refuse("builders", "not_a_number");
        form.refuse("endsAt", "not_after_start");
        return workspace(
                List.of(new Notice("check-fields", List.of(), "danger", null)),
                new WorkspacePage.License("upcoming", "Team", form, true),
                null);
    }

    private static WorkspacePage workspace(
            List<Notice> notices, WorkspacePage.License license, @Nullable String freshKey) {
        return new WorkspacePage(
                "nexuscorp",
                "Nexus Corp",
                Form.opening("rename", Map.of("name", "Nexus Corp")),
                URL,
                "/operator",
                URL + "/ledger",
                notices,
                Samples.credits(),
                license,
                new WorkspacePage.People(
                        List.of(
                                new WorkspacePage.Member("ada@nexuscorp.test", "Ada Lovelace", "AL", "admin"),
                                new WorkspacePage.Member("grace@nexuscorp.test", "Grace Hopper", "GH", "builder")),
                        "12",
                        Form.opening("member", Map.of("role", "builder"))),
                new WorkspacePage.Keys(
                        List.of(new WorkspacePage.Key(
                                "k1", "Builder service", "scrip_7f3k_", "meter, read",
                                Samples.day("2026-02-09T09:00:00Z"))),
                        freshKey,
                        new Form("key", Map.of("scopes", List.of("meter", "read")))),
                new WorkspacePage.Grants(
                        List.of(new WorkspacePage.Grant(
                                "100", Samples.minute("2026-12-31T00:00:00Z"), "Welcome to the team plan")),
                        Form.opening("grant", Map.of("key", "k"))),
                Samples.purchases().stream()
                        .map(row -> new WorkspacePage.Purchase(row,
                                row.receiptUrl() == null ? null : row.amount(),
                                Form.opening("refund-p" + row.amount().length() + row.credits(),
                                        Map.of("id", "p", "key", "k"))))
                        .toList());
    }

    private static Form license() {
        return Form.opening(
                "license",
                Map.of("plan", "Team", "builders", "3", "creditsPerBuilder", "800", "interval", "annual", "startsAt",
                        "2026-02-09T09:00", "endsAt", "2027-02-09T09:00", "timeZone", "UTC"));
    }

    static LedgerPage ledger() {
        return new LedgerPage(
                "Nexus Corp",
                URL,
                UsageSamples.explanation(),
                List.of(
                        entry("1042", "spend", "held", "spent", "112.5"),
                        entry("1041", "return", "held", "monthly", "67.5"),
                        entry("1040", "hold", "monthly", "held", "180")),
                null,
                URL + "/ledger?after=1040");
    }

    private static LedgerPage.Entry entry(String seq, String type, String from, String to, String credits) {
        return new LedgerPage.Entry(
                seq,
                Samples.minute("2026-11-24T09:12:00Z"),
                Samples.minute("2026-11-24T09:12:00Z"),
                type,
                from,
                to,
                credits,
                "01K9ZQ4W2N",
                "9f2c41ab");
    }

    static PromoCodesPage promoCodes() {
        Form form = new Form("promo", Map.of("code", List.of("SPRING 27"), "kind", List.of("amountOff"), "value",
                List.of("5.00")));
        form.refuse("code", "not_a_code");
        return new PromoCodesPage(
                "/operator/promo-codes",
                List.of(new Notice("check-fields", List.of(), "danger", null)),
                List.of(
                        new PromoCodesPage.Code("WELCOME20", "percentOff", "20 %", "active",
                                new PromoCodesPage.Use("37", "100", Bar.of(37, 0, 100)),
                                new PromoCodesPage.Terms(null, null, true, null,
                                        Samples.minute("2026-12-31T00:00:00Z"))),
                        new PromoCodesPage.Code("SUMMER-27", "amountOff", "$5.00", "scheduled",
                                new PromoCodesPage.Use("0", null, null),
                                new PromoCodesPage.Terms("1,000", "2", false, Samples.minute("2027-06-01T00:00:00Z"),
                                        Samples.minute("2027-09-01T00:00:00Z"))),
                        new PromoCodesPage.Code("TEAM100", "bonusCredits", "100", "retired",
                                new PromoCodesPage.Use("4", null, null),
                                new PromoCodesPage.Terms("500", null, false, null, null))),
                form);
    }

    static WebhooksPage webhooks() {
        return new WebhooksPage("/operator/webhooks", "replayed",
                new WebhooksPage.Received(false, "1", List.of(
                        event("evt_1Q2w3E4r5T", "checkout.session.completed", "done", ""),
                        event("evt_1Q2w3E4r5S", "checkout.session.completed", "dead",
                                "the amount or currency is not the purchase's: nothing was added"),
                        event("evt_1Q2w3E4r5R", "charge.refunded", "waiting", "cannot be applied yet"),
                        event("evt_1Q2w3E4r5Q", "charge.succeeded", "ignored", "not about a purchase")),
                        "/operator/webhooks?before=evt_1Q2w3E4r5Q"),
                List.of(new WebhooksPage.Delivery(
                        Samples.minute("2026-11-24T03:14:09Z"),
                        "d1",
                        "credits.low",
                        "https://hooks.nexuscorp.test/scrip",
                        "waiting",
                        "3",
                        "HTTP 503",
                        Samples.minute("2026-11-24T03:15:39Z"),
                        List.of(new WebhooksPage.Try(Samples.minute("2026-11-24T03:14:49Z"), "failed", "204",
                                "HTTP 503"),
                                new WebhooksPage.Try(Samples.minute("2026-11-24T03:14:19Z"), "failed", "15,002",
                                        "java.net.http.HttpTimeoutException: request timed out")))),
                "/operator/webhooks?after=1",
                new WebhooksPage.Reconciled(
                        new WebhooksPage.Pass(Samples.minute("2026-11-24T04:00:00Z"), "12", "1", "2", "50", "240", "1",
                                true, true),
                        List.of(new WebhooksPage.Difference("amount", "cs_test_a1B2c3D4e5F6g7H8i9J0",
                                "paid with 600 usd in minor units, but purchase pur_5f2c9a costs 500 usd in minor"
                                        + " units",
                                Samples.minute("2026-11-24T03:14:09Z"), Samples.minute("2026-11-24T04:00:00Z")))));
    }

    private static WebhooksPage.Event event(String id, String type, String status, String detail) {
        return new WebhooksPage.Event(Samples.minute("2026-11-24T03:14:08Z"), id, type, status, "1", detail,
                null);
    }

    static VerifyPage notVerified() {
        return new VerifyPage("/operator/verify", "none", null, "", "", List.of());
    }

    static VerifyPage verifying() {
        return new VerifyPage("/operator/verify", "running", Samples.minute("2026-11-24T04:00:00Z"), "2", "1,204,000",
                List.of());
    }

    static VerifyPage verified() {
        return new VerifyPage(
                "/operator/verify",
                "flawed",
                Samples.minute("2026-11-24T04:00:00Z"),
                "3",
                "12,408",
                List.of(
                        new VerifyPage.Finding("acme", "88",
                                "The hash of entry 88 does not follow from the entry and the one before it."),
                        new VerifyPage.Finding("acme", null,
                                "The monthly balance is kept as 71 credits; the ledger says 70.")));
    }
}
