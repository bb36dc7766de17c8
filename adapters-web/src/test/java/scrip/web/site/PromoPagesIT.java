package scrip.web.site;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import scrip.web.api.ApiClient;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** Rule 27 in a real browser: the operator makes codes, an admin redeems them, with and without JavaScript. */
class PromoPagesIT extends CloudSite {

    private static final String SETTINGS = "/nexuscorp/settings/subscription";

    private final List<String> complaints = new ArrayList<>();
    private final String code = "IT-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);

    private Page console(boolean script) {
        Page page = browse(script, complaints, OPERATOR);
        page.navigate("/operator");
        page.getByText("Promo codes").first().click();
        assertThat(page).hasURL(origin() + "/operator/promo-codes");
        return page;
    }

    private void make(Page console, String kind, String value) {
        console.locator("#promo-code").fill(code.toLowerCase(Locale.ROOT));
        console.locator("#promo-kind").selectOption(kind);
        console.locator("#promo-value").fill(value);
        button(console, "Save code").click();
        assertThat(console.locator(".notice strong").first()).hasText("The code is saved");
    }

    private Locator row(Page console) {
        return console.locator("tr", new Page.LocatorOptions().setHasText(code));
    }

    private Page dialog(boolean script) {
        Page page = browse(script, complaints, ADA);
        page.navigate(SETTINGS);
        button(page, "Get AI credits").first().click();
        page.getByLabel("Number of credits").fill("500");
        page.getByLabel("Promo code").fill(" " + code.toLowerCase(Locale.ROOT) + " ");
        button(page, "Apply").click();
        return page;
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_discount_is_made_applied_paid_and_counted(boolean script) {
        Page console = console(script);
        console.locator("#promo-maxRedemptions").fill("1");
        make(console, "percentOff", "20");
        assertThat(row(console)).containsText("20 % off");
        assertThat(row(console)).containsText("0 of 1");

        Page page = dialog(script);
        Locator summary = page.locator("#buy-summary");
        assertThat(summary).containsText("−$1.00");
        assertThat(summary).containsText("$4.00");
        assertThat(summary).containsText(code);
        page.locator("#buy-form button.primary").click();
        button(page, "Pay $4.00").click();
        assertThat(page.getByText("Payment received: 500 AI credits added")).isVisible();
        assertReceipt(page, script);

        console.reload();
        assertThat(row(console)).containsText("1 of 1");
        assertThat(row(console)).containsText("Used up");
        assertThat(dialog(script).locator("#promo-note")).containsText("This code has been used up.");
        assertThat(complaints).isEmpty();
    }

    /** The receipt is the gateway's, and shows the price before and after. */
    private void assertReceipt(Page page, boolean script) {
        String receipt = page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Receipt")).first()
                .getAttribute("href");
        page.navigate(receipt);
        assertThat(page.locator(".totals")).containsText("Subtotal$5.00");
        assertThat(page.locator(".totals")).containsText("Discount (" + code + ")−$1.00");
        assertThat(page.locator(".totals")).containsText("Total$4.00");
        isAccessible(page, script);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void what_is_free_leads_straight_back_with_the_credits_there(boolean script) {
        make(console(script), "amountOff", "5.00");
        Page page = dialog(script);
        assertThat(page.locator("#buy-summary")).containsText("Nothing to pay");

        page.locator("#buy-form button.primary").click();

        assertThat(page).hasURL(Pattern.compile(".*" + SETTINGS + "\\?payment=pur_.*"));
        assertThat(page.getByText("Payment received: 500 AI credits added")).isVisible();
        assertThat(complaints).isEmpty();
    }

    @Test
    void the_same_form_sent_again_leads_to_the_same_payment_page_though_its_code_is_good_for_one() {
        new ApiClient(port, "operator-key-of-tests-0123456789abcdef").put("/api/v1/operator/promo-codes/" + code,
                "{\"percentOff\":20,\"maxPerPool\":1}");
        Map<String, String> form = Map.of("credits", "500", "promoCode", code, "key", UUID.randomUUID().toString());
        Map<String, String> another = Map.of("credits", "500", "promoCode", code, "key",
                UUID.randomUUID().toString());

        try (Surfer ada = new Surfer(port)) {
            ada.signIn(ADA.name(), ADA.password());
            HttpResponse<String> first = ada.post(SETTINGS + "/buy", SETTINGS + "/buy", form);
            HttpResponse<String> again = ada.post(SETTINGS + "/buy", SETTINGS + "/buy", form);
            HttpResponse<String> refused = ada.post(SETTINGS + "/buy", SETTINGS + "/buy", another);

            assertThat(first.statusCode()).isEqualTo(303);
            assertThat(again.statusCode()).isEqualTo(303);
            assertThat(again.headers().firstValue("Location")).isEqualTo(first.headers().firstValue("Location"));
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(refused.body()).contains("This code has already been used here.");
        }
    }

    @Test
    void bonus_credits_are_in_the_summary_and_a_retired_code_is_refused_beside_its_field() {
        Page console = console(true);
        make(console, "bonusCredits", "50");
        assertThat(dialog(true).locator("#buy-summary")).containsText("+50 credits");

        row(console).locator("summary").click();
        button(console, "Retire now").click();
        assertThat(row(console)).containsText("Retired");

        assertThat(dialog(true).locator("#promo-note")).containsText("This code is no longer valid.");
        assertThat(complaints).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_code_that_is_there_is_not_replaced_and_a_retired_one_is_not_revived(boolean script) {
        Page console = console(script);
        make(console, "percentOff", "20");
        row(console).locator("summary").click();
        button(console, "Retire now").click();

        console.locator("#promo-code").fill(code.toLowerCase(Locale.ROOT));
        console.locator("#promo-value").fill("30");
        button(console, "Save code").click();

        assertThat(console.locator("#promo-code-error")).containsText("There is such a code already");
        assertThat(console.locator("#promo-code")).hasValue(code.toLowerCase(Locale.ROOT));
        assertThat(row(console)).containsText("20 % off");
        assertThat(row(console)).containsText("Retired");
        assertThat(complaints).allMatch(text -> text.contains("422"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_form_that_does_not_fit_comes_back_with_what_was_typed(boolean script) {
        Page console = console(script);
        console.locator("#promo-code").fill("no code");
        console.locator("#promo-value").fill("101");
        console.locator("#promo-startsAt").fill("2030-01-02T00:00");
        console.locator("#promo-endsAt").fill("2030-01-01T00:00");
        button(console, "Save code").click();

        assertThat(console.locator("#promo-code-error")).containsText("Please use letters");
        assertThat(console.locator("#promo-value-error")).containsText("from 1 to 100");
        assertThat(console.locator("#promo-endsAt-error")).containsText("after the start");
        assertThat(console.locator("#promo-code")).hasValue("no code");
        assertThat(complaints).allMatch(text -> text.contains("422"));
    }
}
