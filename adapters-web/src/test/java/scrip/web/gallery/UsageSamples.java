package scrip.web.gallery;

import java.util.List;

import org.jspecify.annotations.Nullable;
import scrip.web.usage.Explanation;
import scrip.web.usage.Receipt;
import scrip.web.usage.UsagePage;

/** View models of usage and history. */
final class UsageSamples {

    private static final String URL = Samples.BASE + "/usage";

    private UsageSamples() {}

    static UsagePage charges() {
        return new UsagePage(
                "subscription",
                Samples.BASE,
                new UsagePage.Filters(
                        URL,
                        "2026-11-01",
                        "2026-11-24",
                        "",
                        "",
                        List.of("app_generation", "new_feature", "layout"),
                        List.of(new UsagePage.Person("grace@nexuscorp.test", "Grace Hopper")),
                        true),
                "760.5",
                "63",
                List.of(
                        row("2026-11-24T09:12:00Z", "app_generation", "Grace Hopper", BuilderSamples.receipt()),
                        row("2026-11-23T15:01:00Z", "layout", "Alan Turing", receipt("48", "12", true, false)),
                        row("2026-11-23T14:58:00Z", "code_generation", "Alan Turing", receipt("0", null, false, true))),
                null,
                URL + "?after=42",
                URL + ".csv",
                explanation());
    }

    static UsagePage nothing() {
        UsagePage full = charges();
        return new UsagePage(
                "license",
                "/settings/license",
                full.filters(),
                "0",
                "0",
                List.of(),
                null,
                null,
                full.csvUrl(),
                null);
    }

    static Explanation explanation() {
        return new Explanation(
                URL,
                "2026-11-01",
                "2026-11-24",
                Samples.minute("2026-11-01T00:00:00Z"),
                new Explanation.Amounts("1,204", "100", "0"),
                List.of(
                        line("grant", null, "1", "+2,400", "–", "–"),
                        line("expiry", null, "1", "−1,104", "–", "–"),
                        line("hold", "app_generation", "12", "−1,800", "+1,800", "–"),
                        line("return", "app_generation", "11", "+690.5", "−690.5", "–"),
                        line("spend", "app_generation", "11", "–", "−1,109.5", "–"),
                        line("spend", "layout", "4", "−60", "–", "–"),
                        line("purchase", null, "1", "+500", "–", "–"),
                        line("debt", "custom_work", "1", "–", "–", "+15"),
                        line("repayment", "custom_work", "1", "−15", "–", "−15")),
                Samples.minute("2026-11-25T00:00:00Z"),
                new Explanation.Amounts("1,815.5", "100", "0"),
                true);
    }

    private static Explanation.Line line(String type, @Nullable String operation, String entries, String... change) {
        return new Explanation.Line(type, operation, entries,
                new Explanation.Amounts(change[0], change[1], change[2]));
    }

    private static UsagePage.Row row(String at, String operation, String builder, Receipt receipt) {
        return new UsagePage.Row(
                Samples.minute(at), operation, builder, builder.substring(0, 1), "conversation-7", receipt);
    }

    private static Receipt receipt(
            String credits, @Nullable String refunded, boolean late, boolean ownKey) {
        return new Receipt(
                "01K9ZQ4W2P",
                credits,
                null,
                List.of(),
                ownKey ? List.of() : List.of(new Receipt.Taken("monthly", credits)),
                null,
                null,
                refunded,
                late,
                ownKey);
    }
}
