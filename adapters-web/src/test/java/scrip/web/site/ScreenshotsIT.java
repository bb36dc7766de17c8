package scrip.web.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Clip;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** Takes the pictures of {@code docs/screenshots}: the command {@code ./screenshots} runs it, the test suite does not. */
@EnabledIfSystemProperty(named = "screenshots", matches = ".+")
class ScreenshotsIT extends CloudSite {

    private static final int TALLEST = 1_500;

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            sign-in,     nobody,   /login,                                   -
            settings,    ada,      /nexuscorp/settings/subscription,         -
            buy,         ada,      /nexuscorp/settings/subscription,         buy
            usage,       ada,      /nexuscorp/settings/subscription/usage,   receipt
            builder,     ada,      /nexuscorp/builder,                       chat
            credits,     ada,      /nexuscorp/builder,                       popover
            own-use,     grace,    /nexuscorp/settings/subscription,         -
            workspaces,  operator, /operator,                                -
            workspace,   operator, /operator/workspaces/nexuscorp,           -
            ledger,      operator, /operator/workspaces/nexuscorp/ledger,    -
            promo-codes, operator, /operator/promo-codes,                    -
            webhooks,    operator, /operator/webhooks,                       -
            verify,      operator, /operator/verify,                         verify
            payments,    operator, /sandbox/stripe,                          -
            embedded,    nobody,   /embed/demo,                              embedded
            not-found,   ada,      /nothing/here,                            -
            forbidden,   edgar,    /nexuscorp/builder,                       -
            """)
    void a_page(String name, String who, String path, @Nullable String scene) throws IOException {
        for (int width : new int[]{1280, 390}) {
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                Page page = browse(new Browser.NewContextOptions().setViewportSize(width, width > 600 ? 860 : 844)
                        .setColorScheme(scheme).setReducedMotion(ReducedMotion.REDUCE)
                        .setTimezoneId("Europe/Berlin"), new ArrayList<>(), visitor(who));
                page.navigate(path.equals("/embed/demo") ? "http://127.0.0.1:" + port + path : path);
                play(page, scene);
                take(page, name + "-" + width + "-" + scheme.name().toLowerCase(Locale.ROOT) + ".png");
                page.context().clearCookies();
            }
        }
    }

    /** Brings the page to the moment that the picture is of. */
    private static void play(Page page, @Nullable String scene) {
        switch (scene) {
            case null -> page.locator("main").waitFor();
            case "buy" -> {
                button(page, "Get AI credits").first().click();
                assertThat(page.locator("#buy-summary")).isVisible();
            }
            case "receipt" -> page.locator(".receipt-box summary").nth(1).click();
            case "chat" -> {
                if (page.getByText("What shall we build?").isVisible()) {
                    say(page, "Build a planner for our field technicians", "app_generation");
                    button(page, "Run").click();
                    page.locator(".reply-cost").waitFor();
                    say(page, "Add a map of today’s jobs", "new_feature");
                }
                page.locator(".reply-cost summary").first().click();
            }
            case "verify" -> {
                button(page, "Verify now").click();
                assertThat(page.getByText("Every ledger is whole")).isVisible();
            }
            case "popover" -> page.locator(".credit-icon").click();
            default -> {
                assertThat(page.locator("#plain button")).not().hasText("…");
                page.locator("#plain button").click();
            }
        }
    }

    private static void say(Page page, String prompt, String operation) {
        page.getByLabel("What should the assistant do?").fill(prompt);
        page.getByLabel("Kind of work").selectOption(operation);
        button(page, "Send").click();
        button(page, "Run").waitFor();
    }

    private static void take(Page page, String file) throws IOException {
        int width = page.viewportSize().width;
        page.evaluate("window.scrollTo(0, 0)");
        boolean covered = page.locator("dialog[open], [popover]:popover-open").count() > 0;
        int height = covered ? page.viewportSize().height
                : Math.min(TALLEST, ((Number) page.evaluate("document.documentElement.scrollHeight")).intValue());
        byte[] picture = page.screenshot(new Page.ScreenshotOptions().setFullPage(true)
                .setClip(new Clip(0, 0, width, height)));
        Path folder = Path.of(System.getProperty("screenshots"));
        Files.createDirectories(folder);
        Files.write(folder.resolve(file), SmallPicture.of(picture));
    }
}
