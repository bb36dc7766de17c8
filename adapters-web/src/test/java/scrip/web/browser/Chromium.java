package scrip.web.browser;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;

/** The one browser of all tests of this JVM, with which it ends; every test opens a context of its own. */
public final class Chromium {

    private static final List<String> QUIET = List.of("--no-sandbox", "--disable-gpu", "--disable-quic",
            "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run");
    private static final List<String> USUAL = List.of("/usr/bin/chromium", "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome");
    private static final Browser BROWSER = Playwright
            .create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"))).chromium()
            .launch(new BrowserType.LaunchOptions().setExecutablePath(program()).setArgs(QUIET));

    private Chromium() {}

    /** A fresh context; whoever opens it closes it. */
    public static BrowserContext context(Browser.NewContextOptions options) {
        return BROWSER.newContext(options);
    }

    /** The program that {@code SCRIP_BROWSER} names, else where it usually is. */
    private static Path program() {
        String named = System.getenv("SCRIP_BROWSER");
        return named != null && !named.isBlank() ? Path.of(named)
                : USUAL.stream().map(Path::of).filter(Files::isExecutable).findFirst().orElseThrow(
                        () -> new IllegalStateException(
                                "no browser: set SCRIP_BROWSER to Chromium's or Chrome's path"));
    }
}
