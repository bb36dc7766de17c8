package scrip.web.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** The operator runs a workspace from its making to the end of its license, with and without JavaScript. */
class OperatorConsoleIT extends CloudSite {

    private final List<String> complaints = new ArrayList<>();
    private final String slug = "co-" + UUID.randomUUID().toString().substring(0, 8);

    private Page workspace(boolean script) {
        Page page = browse(script, complaints, OPERATOR);
        page.navigate("/operator");
        page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill("Fresh Company");
        page.getByLabel("Address").fill(slug);
        button(page, "Create workspace").click();
        assertThat(page).hasURL(origin() + "/operator/workspaces/" + slug);
        return page;
    }

    private static void says(Page page, String title) {
        assertThat(page.locator(".notice strong").first()).hasText(title);
    }

    private static Locator available(Page page) {
        return page.locator("#credits-available");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_workspace_gets_a_license_credits_a_key_and_people(boolean script) {
        Page page = workspace(script);
        says(page, "The workspace is there");

        page.getByLabel("Builders").fill("2");
        page.getByLabel("Credits per builder and month").fill("1,000");
        button(page, "Save license").click();
        says(page, "The license is saved");
        assertThat(available(page)).hasText("2,000");
        button(page, "Save license").click();
        assertThat(available(page)).hasText("2,000");

        page.locator("#grant-credits").fill("12.5");
        page.getByLabel("Ends (UTC)").fill("2099-01-01T00:00");
        page.getByLabel("Reason", new Page.GetByLabelOptions().setExact(true)).fill("Welcome");
        button(page, "Give credits").click();
        says(page, "The credits are given");
        assertThat(available(page)).hasText("2,012.5");

        page.locator("#member-email").fill("New@" + slug + ".test");
        page.locator("#member-name").fill("New Person");
        page.locator("#member-password").fill("a password of his own");
        button(page, "Save member").click();
        says(page, "The member is saved");
        assertThat(page.locator("#members")).containsText("new@" + slug + ".test");
        try (Surfer member = new Surfer(port)) {
            assertThat(member.signIn("new@" + slug + ".test", "a password of his own").statusCode()).isEqualTo(302);
            assertThat(member.get("/" + slug + "/builder").statusCode()).isEqualTo(200);
            page.locator("#members summary").click();
            button(page, "Remove now").click();
            says(page, "The member is removed");
            assertThat(member.get("/" + slug + "/builder").statusCode()).isEqualTo(404);
        }

        page.locator("#license summary").click();
        button(page, "End it now").click();
        says(page, "The license has ended");
        assertThat(available(page)).hasText("112.5");
        assertThat(complaints).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void an_api_key_is_shown_once_and_opens_nothing_once_revoked(boolean script) {
        Page page = workspace(script);
        page.locator("#key-name").fill("AI service");
        button(page, "Make key").click();
        String key = page.locator("#new-key").textContent();
        try (Surfer service = new Surfer(port)) {
            assertThat(service.getWithKey("/api/v1/balance", key).statusCode()).isEqualTo(200);
            page.reload();
            assertThat(page.locator("#new-key")).hasCount(0);
            assertThat(page.locator("#keys")).containsText("AI service");
            page.locator("#keys summary").click();
            button(page, "Revoke now").click();
            says(page, "The key is revoked");
            assertThat(service.getWithKey("/api/v1/balance", key).statusCode()).isEqualTo(401);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_workspace_gets_another_name_and_keeps_its_address(boolean script) {
        Page page = workspace(script);
        page.getByText("Rename").click();
        page.getByLabel("New name").fill("Renamed Company");
        button(page, "Save name").click();

        says(page, "The workspace has its new name");
        assertThat(page.locator("h1")).hasText("Renamed Company");
        assertThat(page).hasURL(origin() + "/operator/workspaces/" + slug);
    }

    @Test
    void a_purchase_is_paid_back_on_its_own_workspaces_page_only() {
        try (Surfer operator = new Surfer(port)) {
            operator.signIn(OPERATOR.name(), OPERATOR.password());
            Map<String, String> form = Map.of("id", "pur_demo_failed_nexuscorp", "key", UUID.randomUUID().toString(),
                    "reason", "Unused");

            assertThat(refund(operator, "tinytools", form)).isEqualTo(404);
            assertThat(refund(operator, "nexuscorp", form)).as("told on the page").isEqualTo(302);
        }
    }

    private static int refund(Surfer operator, String slug, Map<String, String> form) {
        String page = "/operator/workspaces/" + slug;
        return operator.post(page, page + "/purchases/refund", form).statusCode();
    }

    @Test
    void what_is_wrong_is_told_beside_its_field_and_nothing_is_lost() {
        Page page = workspace(false);
        page.locator("#license form").first().evaluate("form => form.noValidate = true");
        page.getByLabel("Plan").fill("");
        page.getByLabel("Builders").fill("many");
        page.getByLabel("Time zone").fill("Mars/Olympus");
        page.getByLabel("Ends", new Page.GetByLabelOptions().setExact(true)).fill("2001-01-01T00:00");
        button(page, "Save license").click();

        says(page, "Nothing was saved");
        assertThat(page.locator("#license-plan-error")).hasText("Please fill this in.");
        assertThat(page.locator("#license-builders-error")).hasText("Please enter a number.");
        assertThat(page.locator("#license-timeZone-error")).containsText("such as Europe/Berlin");
        assertThat(page.locator("#license-endsAt-error")).hasText("Please enter a time after the start.");
        assertThat(page.getByLabel("Builders")).hasValue("many");
        assertThat(page.getByLabel("Builders")).hasAttribute("aria-invalid", "true");
        assertThat(page.locator("#license .badge")).hasText("No license");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nexuscorp", "operator", "Not A Slug"})
    void a_workspace_cannot_have_an_address_that_is_taken_or_none(String address) {
        Page page = browse(true, complaints, OPERATOR);
        page.navigate("/operator");
        page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill("Another");
        page.getByLabel("Address").fill(address);
        button(page, "Create workspace").click();

        assertThat(page.locator("#workspace-slug-error")).isVisible();
        assertThat(page.getByLabel("Address")).isFocused();
    }

    @Test
    void the_ledger_is_one_click_away_and_one_click_back() {
        Page page = browse(true, complaints, OPERATOR);
        page.getByText("Tiny Tools").click();
        page.getByText("Ledger").click();
        assertThat(page.locator("h1")).hasText("Ledger");
        page.locator(".crumb").click();
        assertThat(page).hasURL(Pattern.compile(".*/operator/workspaces/tinytools"));
    }
}
