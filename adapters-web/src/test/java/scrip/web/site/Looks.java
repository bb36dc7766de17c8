package scrip.web.site;

import java.util.ArrayList;
import java.util.List;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;

import static org.assertj.core.api.Assertions.assertThat;

/** What holds for every page, wide in light and narrow in dark. */
final class Looks {

    private static final long HEAVIEST = 250_000;

    /** As they came over the wire, whether now or when a page before needed them. */
    private static final String WEIGHT = "['navigation', 'resource'].flatMap(type => performance.getEntriesByType(type))"
            + ".reduce((sum, entry) => sum + entry.encodedBodySize, 0)";

    private Looks() {}

    /** @param who one of the demo's people, or nobody */
    static void at(Site site, String who, String path) {
        look(site, who, path, 1280, ColorScheme.LIGHT);
        look(site, who, path, 360, ColorScheme.DARK);
    }

    private static void look(Site site, String who, String path, int width, ColorScheme scheme) {
        List<String> complaints = new ArrayList<>();
        Page page = site.browse(new Browser.NewContextOptions().setViewportSize(width, 860).setColorScheme(scheme),
                complaints, Site.visitor(who));
        page.navigate(path);
        long weight = ((Number) page.evaluate(WEIGHT)).longValue();

        assertThat(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .as("how far the page is wider than a window of %d", width).isEqualTo(0);
        assertThat(new AxeBuilder(page).analyze().getViolations()).as("what axe finds").isEmpty();
        assertThat(weight).as("bytes, compressed, of the page with all it loads").isBetween(1L, HEAVIEST);
        assertThat(complaints).filteredOn(complaint -> !complaint.contains("status of 40")).isEmpty();
    }
}
