package scrip.web.gallery;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import scrip.web.browser.Axe;
import scrip.web.browser.Chromium;

import static org.assertj.core.api.Assertions.assertThat;

/** Looks at every page in a real browser, one after another in the same tab, and leaves the pictures in {@code target/gallery}. */
class GalleryIT {

    private static final List<String> COMPLAINTS = new ArrayList<>();

    private static GalleryServer server;
    private static Page tab;

    @BeforeAll
    static void open() {
        server = new GalleryServer();
        tab = Chromium.context(new Browser.NewContextOptions().setTimezoneId("UTC")).newPage();
        tab.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                COMPLAINTS.add(message.text());
            }
        });
    }

    @AfterAll
    static void close() {
        tab.context().close();
        server.close();
    }

    static Stream<String> pages() {
        return new Gallery().exhibits().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void wide_in_the_light(String name) {
        look(name, 1280, ColorScheme.LIGHT);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void narrow_in_the_dark(String name) {
        look(name, 360, ColorScheme.DARK);
    }

    /** On paper there is what the page says, and nothing to click. */
    @ParameterizedTest
    @ValueSource(strings = {"settings", "settings-license", "usage", "operator-ledger", "buy"})
    void on_paper(String name) {
        try (BrowserContext context = Chromium.context(new Browser.NewContextOptions().setViewportSize(794, 1123)
                .setColorScheme(ColorScheme.DARK))) {
            Page page = context.newPage();
            page.navigate(server.address(name).toString());
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            page.screenshot(new Page.ScreenshotOptions().setFullPage(true)
                    .setPath(Path.of("target", "gallery", name + "-print.png")));
            assertThat(page.locator("h1, h2").first().isVisible()).isTrue();
            assertThat(page.locator(".topbar:visible, .button:visible, .testmode:visible").count()).isZero();
            assertThat(page.evaluate("getComputedStyle(document.body).backgroundColor"))
                    .isEqualTo("rgb(255, 255, 255)");
            assertThat(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                    .isEqualTo(0);
        }
    }

    private static void look(String name, int width, ColorScheme scheme) {
        tab.setViewportSize(width, 860);
        tab.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        COMPLAINTS.clear();
        tab.navigate(server.address(name).toString());
        tab.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target", "gallery", name + "-" + width + "-" + scheme + ".png")));
        assertThat(COMPLAINTS).as("what the browser complains of").isEmpty();
        assertThat(tab.evaluate(
                "document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .as("how far the page is wider than the window")
                .isEqualTo(0);
        assertThat(Axe.faults(tab)).as("what axe finds").isEmpty();
    }
}
