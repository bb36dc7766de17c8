package scrip.web.site;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import scrip.web.browser.Axe;
import scrip.web.browser.Chromium;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What holds for every page: wide in light, narrow in dark, and without a script. Whoever looks does so in the same two tabs,
 * at one page after another as people do: a browser takes longer to open a tab of its own than to show a page.
 */
final class Looks implements AutoCloseable {

    private static final long HEAVIEST = 250_000;

    /** As they came over the wire, whether now or when a page before needed them. */
    private static final String WEIGHT = "['navigation', 'resource'].flatMap(type => performance.getEntriesByType(type))"
            + ".reduce((sum, entry) => sum + entry.encodedBodySize, 0)";

    private record Tab(Page page, List<String> complaints) {

        Page open(String path) {
            complaints.clear();
            page.navigate(path);
            return page;
        }

        void assertNoComplaint() {
            assertThat(complaints).filteredOn(complaint -> !complaint.contains("status of 40")).isEmpty();
        }
    }

    private final Map<String, Tab> tabs = new HashMap<>();

    /** @param who one of the demo's people, or nobody */
    void at(Site site, String who, String path) {
        look(tabs.computeIfAbsent(who, _ -> tab(site, who, true)), path);
        lookWithoutScript(tabs.computeIfAbsent(who + " without script", _ -> tab(site, who, false)), path);
    }

    private static Tab tab(Site site, String who, boolean script) {
        List<String> complaints = new ArrayList<>();
        Page page = Site.listened(Chromium.context(new Browser.NewContextOptions().setBaseURL(site.origin())
                .setReducedMotion(ReducedMotion.REDUCE).setJavaScriptEnabled(script)), complaints);
        Site.enter(page, Site.visitor(who));
        return new Tab(page, complaints);
    }

    private static void look(Tab tab, String path) {
        resize(tab.page, 1280, ColorScheme.LIGHT);
        Page page = tab.open(path);
        long weight = ((Number) page.evaluate(WEIGHT)).longValue();

        assertFitsAndIsAccessible(page);
        assertThat(weight).as("bytes, compressed, of the page with all it loads").isBetween(1L, HEAVIEST);
        resize(page, 360, ColorScheme.DARK);
        assertFitsAndIsAccessible(page);
        tab.assertNoComplaint();
    }

    private static void resize(Page page, int width, ColorScheme scheme) {
        page.setViewportSize(width, 860);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
    }

    private static void assertFitsAndIsAccessible(Page page) {
        assertThat(overflow(page)).as("how far the page is wider than a window").isEqualTo(0);
        assertThat(Axe.faults(page)).as("what axe finds").isEmpty();
    }

    /** Axe is a script itself: it has looked at the same page with one. */
    private static void lookWithoutScript(Tab tab, String path) {
        tab.page.setViewportSize(390, 844);
        Page page = tab.open(path);

        assertThat(page.locator("h1, h2").first().isVisible()).as("whether it shows anything").isTrue();
        assertThat(overflow(page)).as("how far the page is wider than a window").isEqualTo(0);
        tab.assertNoComplaint();
    }

    private static Object overflow(Page page) {
        return page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
    }

    @Override
    public void close() {
        tabs.values().forEach(tab -> tab.page.context().close());
    }
}
