package scrip.web.site;

import java.util.ArrayList;
import java.util.List;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Every page of the running application: light enough, wide enough, for everybody, and without a complaint. */
class EveryPageIT extends CloudSite {

    private static final long HEAVIEST = 250_000;

    /** As they came over the wire, whether now or when a page before needed them. */
    private static final String WEIGHT = "['navigation', 'resource'].flatMap(type => performance.getEntriesByType(type))"
            + ".reduce((sum, entry) => sum + entry.encodedBodySize, 0)";

    @ParameterizedTest
    @CsvSource(textBlock = """
            nobody,   /login
            nobody,   /docs/embed
            ada,      /nexuscorp/settings/subscription
            ada,      /nexuscorp/settings/subscription/buy
            ada,      /nexuscorp/settings/subscription/usage
            ada,      /nexuscorp/settings/subscription/usage?operation=layout&from=2020-01-01
            ada,      /nexuscorp/settings/subscription/usage?from=2020-01-01&to=2020-01-02
            ada,      /nexuscorp/settings/subscription?payment=cancelled
            ada,      /nexuscorp/builder
            ada,      /nothing/here
            ada,      /operator
            grace,    /nexuscorp/settings/subscription
            grace,    /nexuscorp/settings/subscription/usage
            grace,    /nexuscorp/builder
            edgar,    /nexuscorp/builder
            operator, /operator
            operator, /operator/workspaces/nexuscorp
            operator, /operator/workspaces/nexuscorp/ledger
            operator, /sandbox/stripe
            """)
    void a_page_weighs_little_and_is_for_everybody(String who, String path) {
        looks(who, path, 1280, ColorScheme.LIGHT);
        looks(who, path, 360, ColorScheme.DARK);
    }

    private void looks(String who, String path, int width, ColorScheme scheme) {
        List<String> complaints = new ArrayList<>();
        Page page = browse(new Browser.NewContextOptions().setViewportSize(width, 860).setColorScheme(scheme),
                complaints, visitor(who));
        page.navigate(path);
        long weight = ((Number) page.evaluate(WEIGHT)).longValue();

        assertThat(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .as("how far the page is wider than a window of %d", width).isEqualTo(0);
        assertThat(new AxeBuilder(page).analyze().getViolations()).as("what axe finds").isEmpty();
        assertThat(weight).as("bytes, compressed, of the page with all it loads").isBetween(1L, HEAVIEST);
        assertThat(complaints).filteredOn(complaint -> !complaint.contains("status of 40")).isEmpty();
    }
}
