package scrip.web.site;

import java.util.ArrayList;
import java.util.List;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import scrip.web.browser.Axe;

import static org.assertj.core.api.Assertions.assertThat;

/** What holds for every page: wide in light, narrow in dark, and without a script. */
final class Looks {

    private static final long HEAVIEST = 250_000;

    /** As they came over the wire, whether now or when a page before needed them. */
    private static final String WEIGHT = "['navigation', 'resource'].flatMap(type => performance.getEntriesByType(type))"
            + ".reduce((sum, entry) => sum + entry.encodedBodySize, 0)";

    private Looks() {}

    /** @param who one of the demo's people, or nobody */
    static void at(Site site, String who, String path) {
        look(site, who, path, new Browser.NewContextOptions().setViewportSize(1280, 860)
                .setColorScheme(ColorScheme.LIGHT));
        look(site, who, path, new Browser.NewContextOptions().setViewportSize(360, 860)
                .setColorScheme(ColorScheme.DARK));
        lookWithoutScript(site, who, path);
    }

    private static void look(Site site, String who, String path, Browser.NewContextOptions window) {
        List<String> complaints = new ArrayList<>();
        Page page = site.again(window.setReducedMotion(ReducedMotion.REDUCE), complaints, Site.visitor(who));
        page.navigate(path);
        long weight = ((Number) page.evaluate(WEIGHT)).longValue();

        assertThat(overflow(page)).as("how far the page is wider than a window").isEqualTo(0);
        assertThat(Axe.faults(page)).as("what axe finds").isEmpty();
        assertThat(weight).as("bytes, compressed, of the page with all it loads").isBetween(1L, HEAVIEST);
        assertThat(complaints).filteredOn(complaint -> !complaint.contains("status of 40")).isEmpty();
        page.context().close();
    }

    /** Axe is a script itself: it has looked at the same page with one. */
    private static void lookWithoutScript(Site site, String who, String path) {
        List<String> complaints = new ArrayList<>();
        Page page = site.again(new Browser.NewContextOptions().setViewportSize(390, 844).setJavaScriptEnabled(false),
                complaints, Site.visitor(who));
        page.navigate(path);

        assertThat(page.locator("h1, h2").first().isVisible()).as("whether it shows anything").isTrue();
        assertThat(overflow(page)).as("how far the page is wider than a window").isEqualTo(0);
        assertThat(complaints).filteredOn(complaint -> !complaint.contains("status of 40")).isEmpty();
        page.context().close();
    }

    private static Object overflow(Page page) {
        return page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
    }
}
