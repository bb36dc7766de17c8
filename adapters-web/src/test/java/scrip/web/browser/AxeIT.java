package scrip.web.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Whoever finds no fault in our pages finds those of other pages. */
class AxeIT {

    private static final String GOOD = """
            <!doctype html><html lang="en"><head><title>A page</title></head>
            <body><main><h1>A page</h1><p>%s</p></main></body></html>""";

    @Test
    void it_finds_nothing_in_a_page_without_a_fault_and_each_fault_in_another() {
        try (BrowserContext context = Chromium.context(new Browser.NewContextOptions())) {
            Page page = context.newPage();
            page.setContent(GOOD.formatted("All is well."));
            assertThat(Axe.faults(page)).isEmpty();

            page.locator("p")
                    .evaluate("it => it.innerHTML = '<input><span style=\"color:#ccc\">Hardly to be read</span>'");
            assertThat(Axe.faults(page)).hasSize(2).anyMatch(fault -> fault.startsWith("label [\"input\"]"))
                    .anyMatch(fault -> fault.startsWith("color-contrast [\"span\"]"));
        }
    }

    @Test
    void it_finds_the_fault_in_a_frame_of_another_origin() {
        try (BrowserContext context = Chromium.context(new Browser.NewContextOptions())) {
            Page page = context.newPage();
            page.route("http://one.test/",
                    route -> answer(route, "<iframe title=\"Two\" src=\"http://two.test/\"></iframe>"));
            page.route("http://two.test/", route -> answer(route, "<button></button>"));
            page.navigate("http://one.test/");

            assertThat(Axe.faults(page)).anyMatch(fault -> fault.startsWith("button-name [\"iframe\",\"button\"]"));
        }
    }

    private static void answer(Route route, String text) {
        route.fulfill(new Route.FulfillOptions().setContentType("text/html").setBody(GOOD.formatted(text)));
    }
}
