package scrip.web.gallery;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.jspecify.annotations.Nullable;
import scrip.web.buy.PaymentReturn;
import scrip.web.page.Bar;
import scrip.web.page.Frame;
import scrip.web.page.Moment;
import scrip.web.page.Notice;
import scrip.web.page.Pager;
import scrip.web.settings.CreditsCard;
import scrip.web.settings.LimitsCard;
import scrip.web.settings.OwnUse;
import scrip.web.settings.PlanCard;
import scrip.web.settings.PurchaseRow;
import scrip.web.settings.SettingsPage;
import scrip.web.settings.TopBuilder;
import scrip.web.settings.UsageChart;
import scrip.web.settings.UsageChartDrawing;
import scrip.web.signin.SignInPage;
import scrip.web.topup.TopUpCard;

/** View models of a workspace that has been used for some weeks, and of one that has not. */
final class Samples {

    static final String BASE = "/nexuscorp/settings/subscription";
    private static final long CREDIT = 1_000_000L;
    private static final LocalDate TODAY = LocalDate.parse("2026-11-24");
    private static final List<String> OPERATIONS = List.of(
            "app_generation",
            "new_feature",
            "layout",
            "query",
            "debug_autofix",
            "docs_assistant",
            "sql_generation",
            "code_generation");

    private Samples() {}

    static Moment day(String iso) {
        return Moment.day(Instant.parse(iso));
    }

    static Moment minute(String iso) {
        return Moment.minute(Instant.parse(iso));
    }

    static Frame frame(String current) {
        return new Frame(
                "nexuscorp",
                "/nexuscorp/builder",
                List.of(
                        link("builder", "/nexuscorp/builder", current),
                        link("subscription", BASE, current),
                        link("usage", BASE + "/usage", current)),
                new Frame.Viewer("Ada Lovelace", "ada@nexuscorp.test", "admin"),
                true);
    }

    private static Frame.Link link(String key, String url, String current) {
        return new Frame.Link(key, url, key.equals(current));
    }

    static SignInPage signIn() {
        return signIn("refused");
    }

    static SignInPage signIn(String state) {
        return new SignInPage(
                state,
                "ada@nexuscorp.test",
                List.of(
                        new SignInPage.DemoAccount("ada@nexuscorp.test", "demo-admin", "admin", "nexuscorp"),
                        new SignInPage.DemoAccount("grace@nexuscorp.test", "demo-builder", "builder", "nexuscorp"),
                        new SignInPage.DemoAccount("operator", "demo-operator", "operator", "")));
    }

    static SettingsPage subscription() {
        return settings(
                "subscription", new PaymentReturn("received", "500", null, BASE), List.of(endingSoon()), credits(),
                true);
    }

    static SettingsPage license() {
        return new SettingsPage(
                "license",
                "/settings/license/buy",
                "/settings/license/usage",
                new PaymentReturn("confirming", "500", "/settings/license/payment/p1", "/settings/license?payment=p1"),
                List.of(new Notice("low", List.of("20", "480", "9 Dec 2026"), "warning", "/notices/1/dismiss")),
                creditsInTrouble(),
                null,
                new SettingsPage.Admin(
                        plan(new PlanCard.KeyForm("/settings/license/key", "inst_7f3k2q", "eyJhbGciOi", "forged",
                                false)),
                        chart(),
                        top(),
                        purchases(),
                        null,
                        new Pager(null, null),
                        limits(true), topUp("suspended", "Visa •••• 4242")));
    }

    static SettingsPage asBuilder() {
        return new SettingsPage(
                "subscription",
                null,
                BASE + "/usage",
                null,
                List.of(),
                credits(),
                new OwnUse("412.5", "80", "800", "307.5", Bar.of(4125, 800, 8000)),
                null);
    }

    static SettingsPage unused() {
        return new SettingsPage(
                "subscription",
                BASE + "/buy",
                BASE + "/usage",
                new PaymentReturn("cancelled", "500", null, BASE),
                List.of(),
                new CreditsCard(
                        "2,400",
                        new CreditsCard.Monthly(
                                "2,400", "0", "2,400", Bar.of(0, 0, 1), day("2026-12-24T09:00:00Z"), "3", "800"),
                        new CreditsCard.AddOn("0", null),
                        List.of(),
                        null,
                        null,
                        null,
                        null,
                        null),
                null,
                new SettingsPage.Admin(
                        plan(null), UsageChartDrawing.of(List.of()), List.of(), List.of(), null,
                        new Pager(null, null), limits(false),
                        topUp("off", null)));
    }

    private static SettingsPage settings(
            String kind, PaymentReturn payment, List<Notice> notices, CreditsCard credits, boolean limited) {
        return new SettingsPage(
                kind,
                BASE + "/buy",
                BASE + "/usage",
                payment,
                notices,
                credits,
                null,
                new SettingsPage.Admin(
                        plan(null), chart(), top(), purchases(), BASE + "/purchases", new Pager(null, null),
                        limits(limited),
                        topUp("active", "Visa •••• 4242")));
    }

    private static TopUpCard topUp(String state, String card) {
        return new TopUpCard(BASE + "/top-up", BASE + "/top-up/card", state, card != null, "200", "500", "3", "$5.00",
                card, "k", card == null ? null
                        : new TopUpCard.Last(minute("2026-11-20T10:00:00Z"),
                                state.equals("suspended") ? "declined" : "paid"),
                state.equals("suspended") ? "top-up-unavailable" : null, state.equals("suspended"));
    }

    private static Notice endingSoon() {
        return new Notice(
                "add-on-ending",
                List.of("500", "1 Dec 2026", "24 Nov 2027"),
                "warning",
                BASE + "/notices/add-on-ending/dismiss");
    }

    static CreditsCard credits() {
        return new CreditsCard(
                "2,139.5",
                new CreditsCard.Monthly(
                        "1,539.5",
                        "760.5",
                        "2,400",
                        Bar.of(7605, 1000, 24_000),
                        day("2026-12-09T09:00:00Z"),
                        "3",
                        "800"),
                new CreditsCard.AddOn("500", day("2027-11-24T03:14:07Z")),
                List.of(new CreditsCard.Promotional("100", day("2026-12-31T00:00:00Z"), "Welcome to the team plan")),
                "100",
                null,
                new CreditsCard.Forecast("61.2", day("2026-12-29T00:00:00Z"), "340"),
                BASE + "/credits",
                null);
    }

    static CreditsCard creditsInTrouble() {
        return new CreditsCard(
                "0",
                new CreditsCard.Monthly(
                        "0", "2,400", "2,400", Bar.of(24, 0, 24), day("2026-12-09T09:00:00Z"), "3", "800"),
                new CreditsCard.AddOn("0", null),
                List.of(),
                null,
                "15",
                new CreditsCard.Forecast("92", null, null),
                null,
                null);
    }

    static PlanCard plan(PlanCard.@Nullable KeyForm key) {
        return new PlanCard(
                "Team",
                "active",
                "3",
                "800",
                "annual",
                day("2026-02-09T09:00:00Z"),
                day("2027-02-09T09:00:00Z"),
                key);
    }

    static UsageChart chart() {
        Random random = new Random(7);
        List<UsageChartDrawing.DayUse> days = new ArrayList<>();
        for (int i = 29; i >= 0; i--) {
            LocalDate day = TODAY.minusDays(i);
            boolean weekend = day.getDayOfWeek().getValue() > 5;
            Map<String, Long> use = new LinkedHashMap<>();
            for (int op = 0; op < OPERATIONS.size() && !(weekend && random.nextInt(3) > 0); op++) {
                int most = new int[]{90, 70, 50, 35, 20, 14, 10, 8}[op];
                use.put(OPERATIONS.get(op), random.nextInt(2) * random.nextLong(most) * CREDIT);
            }
            days.add(new UsageChartDrawing.DayUse(day, use));
        }
        return UsageChartDrawing.of(days);
    }

    static List<TopBuilder> top() {
        return List.of(
                new TopBuilder("Grace Hopper", "GH", "412.5", Bar.of(1, 0, 1), BASE + "/usage?builder=grace"),
                new TopBuilder("Alan Turing", "AT", "251", Bar.of(60, 0, 100), BASE + "/usage?builder=alan"),
                new TopBuilder("Ada Lovelace", "AL", "97", Bar.of(23, 0, 100), BASE + "/usage?builder=ada"));
    }

    static List<PurchaseRow> purchases() {
        return List.of(
                purchase("2026-11-24T03:14:07Z", "500", "$4.00", "paid", "WELCOME20"),
                purchase("2026-11-23T16:40:00Z", "1,000", "$10.00", "pending", null),
                purchase("2026-10-02T11:05:00Z", "300", "$3.00", "partially_refunded", null),
                purchase("2026-08-19T08:00:00Z", "100", "$1.00", "expired", null));
    }

    private static PurchaseRow purchase(
            String at, String credits, String amount, String status, @Nullable String code) {
        return new PurchaseRow(
                day(at),
                credits,
                code == null ? null : "100",
                amount,
                code,
                "Ada Lovelace",
                status,
                status.startsWith("pa") ? "https://example.com/receipt" : null,
                status.equals("pending") ? "/sandbox/pay" : null);
    }

    static LimitsCard limits(boolean enabled) {
        return new LimitsCard(
                BASE + "/limits",
                enabled,
                "",
                null,
                "700",
                "0",
                false,
                List.of(
                        limit("grace@nexuscorp.test", "Grace Hopper", "1000", "412.5", "80", "507.5"),
                        limit("alan@nexuscorp.test", "Alan Turing", "", "651", null, "49"),
                        limit("ada@nexuscorp.test", "Ada Lovelace", "", "97", null, "603")),
                false,
                new LimitsCard.Shown(1, "1", "3", "3", new Pager(null, null)));
    }

    private static LimitsCard.Row limit(
            String email, String name, String custom, String used, @Nullable String held, String left) {
        return new LimitsCard.Row(
                email,
                name,
                name.substring(0, 1),
                custom,
                custom.isEmpty() ? "700" : custom,
                used,
                held,
                left,
                Bar.of(new BigDecimal(used).longValue(), held == null ? 0 : 80, custom.isEmpty() ? 700 : 1000),
                null);
    }
}
