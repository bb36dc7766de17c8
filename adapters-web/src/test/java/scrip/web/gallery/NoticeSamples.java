package scrip.web.gallery;

import java.util.List;

import scrip.web.page.Notice;
import scrip.web.settings.SettingsPage;

/** The settings page with every notice that there is. */
final class NoticeSamples {

    private NoticeSamples() {}

    static SettingsPage all() {
        SettingsPage page = Samples.asBuilder();
        return new SettingsPage(page.kind(), page.buyUrl(), page.usageUrl(), null,
                List.of(new Notice("debt", List.of("15"), "danger", null),
                        notice("exhausted-all", "danger", "9 Dec 2026"), notice("exhausted", "danger", "9 Dec 2026"),
                        notice("payment-failed", "danger", "500"),
                        notice("low", "warning", "10", "182.5", "9 Dec 2026"),
                        notice("add-on-ending", "warning", "500", "1 Dec 2026", "24 Nov 2027"),
                        notice("plan-changed", "info", "Team", "4,000"), notice("plan-free", "info", "100")),
                page.credits(), page.own(), null);
    }

    private static Notice notice(String key, String tone, String... args) {
        return new Notice(key, List.of(args), tone, "/nexuscorp/settings/subscription/notices/1/dismiss");
    }
}
