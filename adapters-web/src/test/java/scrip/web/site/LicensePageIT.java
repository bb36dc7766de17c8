package scrip.web.site;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import scrip.web.license.LicenseCommand;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** What an admin sets on the License page, in a real browser: the license key (rule 7) and limits (rule 24). */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = {"scrip.demo=true",
    "scrip.deployment=self-hosted"})
class LicensePageIT {

    private static final String SETTINGS = "/settings/license";
    private static final List<String> QUIET = List.of("--no-sandbox", "--disable-gpu", "--disable-quic",
            "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run");

    @TempDir
    private static Path folder;

    private static Playwright playwright;
    private static Browser browser;

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void trustAVendor(DynamicPropertyRegistry properties) {
        String line = license("keygen", "--out", vendor());
        properties.add("scrip.license.public-key", () -> line.replace("scrip.license.public-key=", ""));
    }

    private static String vendor() {
        return folder.resolve("vendor.pem").toString();
    }

    private static String license(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = LicenseCommand.run(List.of(args), new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        assertThat(status).as(err.toString(StandardCharsets.UTF_8)).isZero();
        return out.toString(StandardCharsets.UTF_8).strip();
    }

    @BeforeAll
    static void open() {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        String path = System.getenv().getOrDefault("SCRIP_BROWSER", "/usr/bin/chromium");
        browser = playwright.chromium()
                .launch(new BrowserType.LaunchOptions().setExecutablePath(Path.of(path)).setArgs(QUIET));
    }

    @AfterAll
    static void close() {
        browser.close();
        playwright.close();
    }

    private Page signedIn(String who, boolean script) {
        Page page = browser.newContext(new Browser.NewContextOptions().setBaseURL("http://localhost:" + port)
                .setJavaScriptEnabled(script)).newPage();
        page.navigate("/login");
        page.getByLabel("E-mail address").fill(who + "@nexuscorp.test");
        page.getByLabel("Password").fill("scrip-demo");
        page.locator("form button[type=submit]").click();
        return page;
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    @ParameterizedTest
    @DisplayName("Rule 7: a key is checked where it is entered; a refused one changes nothing")
    @ValueSource(booleans = {true, false})
    void a_license_key_is_entered_or_refused_with_its_reason(boolean script) {
        Page page = signedIn("ada", script);
        page.navigate(SETTINGS);
        String key = license("issue", "--key", vendor(), "--vendor", "Acme", "--instance",
                page.locator("#instance-id").textContent(), "--plan", "Enterprise " + script, "--builders", "7",
                "--credits-per-builder", "900", "--starts", "2020-01-31T09:00:00Z", "--ends", "2090-01-31T09:00:00Z");
        int signature = key.lastIndexOf('.') + 1;

        page.getByLabel("License key").fill(key.substring(0, signature)
                + (key.charAt(signature) == 'A' ? 'B' : 'A') + key.substring(signature + 1));
        button(page, "Update").click();

        assertThat(page.getByText("This key was not signed by the vendor, or was altered.")).isVisible();
        assertThat(page.getByLabel("License key")).hasAttribute("aria-invalid", "true");
        assertThat(page.getByText("Enterprise " + script)).hasCount(0);

        page.getByLabel("License key").fill(key);
        button(page, "Update").click();

        assertThat(page.getByText("The new license is in force.")).isVisible();
        assertThat(page.locator("#plan-title")).containsText("Enterprise " + script);
        assertThat(page.getByLabel("License key")).hasValue("");
        page.context().close();
    }

    @Test
    @DisplayName("Rule 24: an admin limits builders, and each sees his own limit")
    void limits_are_set_and_seen() {
        Page ada = signedIn("ada", true);
        ada.navigate(SETTINGS);
        ada.getByLabel("Limit what each builder may use in a period").check();
        ada.getByLabel("Limit of Grace Hopper in credits").fill("0.5");
        button(ada, "Save limits").click();
        assertThat(ada.getByText("Please enter a whole number.")).isVisible();
        assertThat(ada.getByLabel("Limit of Grace Hopper in credits")).hasValue("0.5");

        ada.getByLabel("Limit of Grace Hopper in credits").fill("1");
        button(ada, "Save limits").click();
        assertThat(ada.getByText("The limits are saved.")).isVisible();
        assertThat(ada.getByLabel("Limit of Grace Hopper in credits")).hasValue("1");

        Page grace = signedIn("grace", true);
        grace.navigate(SETTINGS);
        assertThat(grace.getByText("of 1 used")).isVisible();
        grace.navigate("/builder");
        grace.getByLabel("What should the assistant do?").fill("Write the query");
        button(grace, "Send").click();
        button(grace, "Run").click();
        assertThat(grace.getByText("Your limit for this period is reached")).isVisible();

        ada.getByLabel("Limit what each builder may use in a period").uncheck();
        ada.getByLabel("Limit of Grace Hopper in credits").fill("");
        button(ada, "Save limits").click();
        assertThat(ada.getByText("The limits are saved.")).isVisible();
        grace.navigate(SETTINGS);
        assertThat(grace.getByText("You have no limit of your own.")).isVisible();
        ada.context().close();
        grace.context().close();
    }

    @Test
    void a_builder_can_set_neither() {
        try (Surfer grace = new Surfer(port)) {
            grace.signIn("grace@nexuscorp.test", "scrip-demo");

            assertThat(grace.post(SETTINGS, SETTINGS + "/limits", Map.of("enabled", "on")).statusCode()).isEqualTo(403);
            assertThat(grace.post(SETTINGS, SETTINGS + "/key", Map.of("key", "e30.e30.e30")).statusCode())
                    .isEqualTo(403);
        }
    }
}
