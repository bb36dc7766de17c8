package scrip.web.site;

import java.util.Map;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import scrip.web.browser.Chromium;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** Workspaces that use up their credits, and what their people see of it. */
@DisplayName("Rule 31: people are told on the pages")
class NoticesOnPagesIT extends NoticedSite {

    private static final String ALL_USED = "All credits are used up";

    @Test
    void without_script_a_notice_is_dismissed_for_one_person_alone() {
        Told acme = new Told().usedUp();
        try (Surfer ada = signedIn(acme.ada); Surfer grace = signedIn(acme.grace)) {
            String page = ada.get(acme.settings).body();
            assertThat(page).contains(ALL_USED, "Your plan has changed", "It is now Team with 100");
            assertThat(page).doesNotContain("credits are left<");
            assertThat(grace.get(acme.settings).body()).contains(ALL_USED).doesNotContain("Your plan has changed");

            var answer = ada.post(acme.settings, acme.settings + "/notices/4/dismiss", Map.of());
            assertThat(answer.statusCode()).isEqualTo(303);
            assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith(acme.settings);

            assertThat(ada.get(acme.settings).body()).contains("Your plan has changed")
                    .doesNotContain(ALL_USED, "credits are left<");
            assertThat(grace.get(acme.settings).body()).contains(ALL_USED);
        }
    }

    @Test
    void a_notice_cannot_be_dismissed_without_its_token_nor_by_a_stranger() {
        Told acme = new Told().usedUp();
        String dismiss = acme.settings + "/notices/4/dismiss";
        try (Surfer grace = signedIn(acme.grace); Surfer nobody = new Surfer(port)) {
            assertThat(grace.postWith("", dismiss, Map.of()).statusCode()).isEqualTo(403);
            assertThat(grace.post(acme.settings, acme.settings + "/notices/four/dismiss", Map.of()).statusCode())
                    .isEqualTo(404);
            assertThat(nobody.post("/login", dismiss, Map.of()).statusCode()).isEqualTo(302);
            assertThat(grace.get(acme.settings).body()).contains(ALL_USED);
        }
    }

    @Test
    void with_script_it_goes_at_once_and_stays_away() {
        Told acme = new Told().usedUp();
        try (BrowserContext context = browser()) {
            Page page = signedInWithScript(context, acme.grace);
            page.navigate(acme.settings);
            assertThat(page.getByText(ALL_USED)).isVisible();
            page.locator(".notice .dismiss").click();
            assertThat(page.locator(".notice")).hasCount(0);
            page.reload();
            assertThat(page.getByText("credits available now")).isVisible();
            assertThat(page.locator(".notice")).hasCount(0);
        }
    }

    @Test
    void a_builder_finds_it_behind_the_credit_icon_where_the_work_is_done() {
        Told acme = new Told();
        acme.charge(85);
        try (BrowserContext context = browser()) {
            Page page = signedInWithScript(context, acme.grace);
            page.navigate("/" + acme.slug + "/builder");
            assertThat(page.locator(".popover .notice")).isHidden();
            page.locator(".credit-icon").click();
            assertThat(page.locator(".popover .notice")).hasCount(1);
            assertThat(page.locator(".popover .notice.warning")).containsText("20 % of this period’s credits are left");
            assertThat(page.locator(".popover .notice.warning")).containsText("15 monthly credits remain until");
            Site.isAccessible(page, true);
        }
    }

    private BrowserContext browser() {
        return Chromium.context(new Browser.NewContextOptions().setBaseURL("http://localhost:" + port));
    }

    private static Page signedInWithScript(BrowserContext context, String email) {
        Page page = context.newPage();
        page.navigate("/login");
        page.getByLabel("E-mail address").fill(email);
        page.getByLabel("Password").fill(PASSWORD);
        page.locator("form button[type=submit]").first().click();
        return page;
    }
}
