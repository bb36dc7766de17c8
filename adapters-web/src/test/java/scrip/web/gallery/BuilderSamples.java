package scrip.web.gallery;

import java.util.List;

import org.jspecify.annotations.Nullable;
import scrip.web.builder.BuilderPage;
import scrip.web.builder.ChatEntry;
import scrip.web.builder.CreditsPopover;
import scrip.web.page.Bar;
import scrip.web.page.Notice;
import scrip.web.settings.OwnUse;
import scrip.web.usage.Receipt;

/** View models of the builder page, from the first prompt to an empty pool. */
final class BuilderSamples {

    private static final String BASE = "/nexuscorp/builder";

    private BuilderSamples() {}

    static BuilderPage fresh() {
        return page("empty", "2,139.5", "calm", List.of(), null);
    }

    static BuilderPage estimating() {
        return page(
                "ready",
                "2,139.5",
                "calm",
                List.of(
                        new ChatEntry.Prompt("Build a planner for our field technicians", "app_generation"),
                        new ChatEntry.Reply(
                                "Your planner is ready: an overview, a list of jobs and a page for people.",
                                "112.5",
                                receipt()),
                        new ChatEntry.Prompt("Add a map of today’s jobs", "new_feature"),
                        new ChatEntry.Failed("180", BASE + "/runs/r2/retry"),
                        new ChatEntry.Prompt("Add a map of today’s jobs, please", "new_feature"),
                        new ChatEntry.Estimate("100", "180", "2,139.5", BASE + "/runs/r3", BASE + "/runs/r3/cancel")),
                null);
    }

    static BuilderPage running() {
        return page(
                "building",
                "1,959.5",
                "calm",
                List.of(
                        new ChatEntry.Prompt("Build a planner for our field technicians", "app_generation"),
                        new ChatEntry.Running(60, "writing", "180")),
                BASE + "/chat");
    }

    static BuilderPage outOfCredits(boolean arrived) {
        return page(
                "ready",
                arrived ? "500" : "12",
                arrived ? "calm" : "empty",
                List.of(
                        new ChatEntry.Prompt("Build a portal for our customers", "app_generation"),
                        new ChatEntry.Cancelled(),
                        new ChatEntry.LimitReached("800", "760", "30"),
                        new ChatEntry.Prompt("Build a portal for our customers", "app_generation"),
                        new ChatEntry.OutOfCredits(
                                "100",
                                arrived ? "500" : "12",
                                arrived,
                                Samples.BASE + "/buy",
                                "9 Dec 2026",
                                BASE + "/runs/r4/retry",
                                BASE + "/entries/4")),
                null);
    }

    static Receipt receipt() {
        return new Receipt(
                "01K9ZQ4W2N",
                "112.5",
                "2026-01",
                List.of(
                        new Receipt.Line("atlas-large", "input", "18,204", "1,500", "27.306"),
                        new Receipt.Line("atlas-large", "cachedInput", "64,000", "150", "9.6"),
                        new Receipt.Line("atlas-large", "output", "12,599", "6,000", "75.594")),
                List.of(new Receipt.Taken("monthly", "62.5"), new Receipt.Taken("addOn", "50")),
                "180",
                null,
                null,
                false,
                false);
    }

    private static BuilderPage page(
            String canvas, String available, String tone, List<ChatEntry> chat, @Nullable String runningUrl) {
        return new BuilderPage(
                "Field service planner",
                credits(available, tone),
                chat,
                new BuilderPage.Composer(
                        BASE + "/prompts",
                        "",
                        List.of(
                                new BuilderPage.Choice("app_generation", "100", true),
                                new BuilderPage.Choice("new_feature", "100", false),
                                new BuilderPage.Choice("layout", "50", false)),
                        runningUrl != null,
                        null),
                new BuilderPage.Canvas(canvas, "Field service planner", List.of("Overview page", "List of jobs")),
                chat.isEmpty() ? null : BASE + "/clear",
                runningUrl);
    }

    private static CreditsPopover credits(String available, String tone) {
        return new CreditsPopover(
                available,
                available,
                tone,
                "1,539.5",
                "2,400",
                Bar.of(7605, 1000, 24_000),
                Samples.day("2026-12-09T09:00:00Z"),
                "500",
                Samples.day("2027-11-24T03:14:07Z"),
                "100",
                "100",
                null,
                tone.equals("calm") ? List.of()
                        : List.of(new Notice("low", List.of("20", "182.5", "9 Dec 2026"), "warning", null)),
                new OwnUse("412.5", "80", "800", "307.5", Bar.of(4125, 800, 8000)),
                Samples.BASE + "/buy",
                Samples.BASE,
                BASE + "/credits",
                null);
    }
}
