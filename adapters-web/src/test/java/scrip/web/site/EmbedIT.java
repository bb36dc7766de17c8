package scrip.web.site;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import scrip.web.browser.Axe;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** The element {@code <ai-credits>} on a page of another origin. */
class EmbedIT extends CloudSite {

    private static final String KEY = "scrip_demoNexuscorp001_knownToEverybodySoNeverUseItForRealWork0";
    private static final String NUMBER = "[0-9,.]+";

    private final List<String> complaints = new ArrayList<>();

    private Page foreignPage(Browser.NewContextOptions options) {
        Page page = tab(options, complaints);
        page.navigate("http://127.0.0.1:" + port + "/embed/demo");
        assertThat(page.locator("#plain button")).hasText(Pattern.compile(NUMBER));
        return page;
    }

    private static Locator panel(Page page) {
        return page.locator("#plain").getByRole(AriaRole.DIALOG);
    }

    @Test
    void it_shows_the_credits_there_and_follows_them() {
        Page page = foreignPage(new Browser.NewContextOptions());
        assertThat(page.evaluate("origin")).isEqualTo("http://127.0.0.1:" + port);
        assertThat(page.locator("script").first().getAttribute("src")).startsWith(origin());
        page.locator("#plain button").click();
        assertThat(panel(page)).containsText("Available AI credits");
        assertThat(panel(page)).containsText("Renews on");
        String before = page.locator("#plain .total").textContent();
        try (Surfer service = new Surfer(port)) {
            assertThat(service.postWithKey("/api/v1/charges", KEY,
                    "{\"operation\":\"query\",\"builder\":\"ada@nexuscorp.test\",\"credits\":2}").statusCode())
                    .isEqualTo(201);
        }
        assertThat(page.locator("#plain .total")).not().hasText(before);
        assertThat(complaints).isEmpty();
    }

    @Test
    void it_can_be_used_by_the_keyboard_alone() {
        Page page = foreignPage(new Browser.NewContextOptions());
        page.locator("#plain button").focus();
        page.keyboard().press("Enter");
        assertThat(panel(page)).isFocused();
        page.keyboard().press("Tab");
        assertThat(page.locator("#plain a")).isFocused();
        page.keyboard().press("Escape");
        assertThat(panel(page)).isHidden();
        assertThat(page.locator("#plain button")).isFocused();
        assertThat(page.locator("#plain button")).hasAttribute("aria-expanded", "false");
    }

    @Test
    void the_host_can_take_a_purchase_into_its_own_hands() {
        Page page = foreignPage(new Browser.NewContextOptions());
        page.evaluate(
                """
                        addEventListener('ai-credits-buy', event => { event.preventDefault(); document.title = event.detail.url; })""");
        page.locator("#plain button").click();
        page.locator("#plain a").click();

        assertThat(page).hasTitle(Pattern.compile(".*/nexuscorp/settings/subscription"));
        assertThat(page.context().pages()).hasSize(1);
    }

    @Test
    void a_token_that_has_ended_is_told_so_that_the_host_can_give_another() {
        Page page = foreignPage(new Browser.NewContextOptions());
        page.evaluate("document.querySelector('#themed').setAttribute('token', 'scrip_embed_over.over')");

        assertThat(page.locator("#heard")).hasText("A token has ended; the next one is here.");
        page.locator("#themed button").click();
        assertThat(page.locator("#themed .trouble")).containsText("This view has ended");
        page.evaluate("""
                fetch('/embed/demo/token').then(answer => answer.json())
                  .then(({token}) => document.querySelector('#themed').setAttribute('token', token))""");
        assertThat(page.locator("#themed .trouble")).hasText("");
    }

    @ParameterizedTest
    @EnumSource(value = ColorScheme.class, names = {"LIGHT", "DARK"})
    void it_is_accessible_open_and_closed(ColorScheme scheme) {
        // Without motion: axe must not measure the colours of a panel that is still fading in.
        Page page = foreignPage(new Browser.NewContextOptions().setColorScheme(scheme).setViewportSize(390, 844)
                .setReducedMotion(ReducedMotion.REDUCE));
        assertThat(Axe.faults(page)).isEmpty();
        page.locator("#plain button").click();
        assertThat(Axe.faults(page)).isEmpty();
        assertThat(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .isEqualTo(0);
    }

    @Test
    void how_to_do_it_is_written_down() {
        Page page = tab(new Browser.NewContextOptions().setViewportSize(390, 844), complaints);
        page.navigate("/docs/embed");
        assertThat(page.locator("h1")).hasText("Credits on your own pages");
        assertThat(Axe.faults(page)).isEmpty();
        assertThat(complaints).isEmpty();
    }
}
