package scrip.web.site;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** Buys credits and spends them in a real browser, with and without JavaScript. */
class PurchaseLoopIT extends CloudSite {

    private static final String SETTINGS = "/nexuscorp/settings/subscription";
    private Page signedIn(boolean script, List<String> complaints) {
        return browse(script, complaints, ADA);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void five_hundred_credits_are_bought_and_added(boolean script) {
        List<String> complaints = new ArrayList<>();
        Page page = signedIn(script, complaints);
        page.navigate(SETTINGS);
        long before = credits(page);

        button(page, "Get AI credits").first().click();
        page.getByLabel("Number of credits").fill("500");
        page.locator("#buy-form button.primary").click();
        button(page, "Pay $5.00").click();

        assertThat(page).hasURL(Pattern.compile(".*" + SETTINGS + "\\?checkout=.*"));
        assertThat(page.getByText("Payment received: 500 AI credits added")).isVisible();
        assertThat(credits(page) - before).isEqualTo(500_000_000);
        page.reload();
        assertThat(credits(page) - before).as("coming back again adds nothing").isEqualTo(500_000_000);
        assertThat(complaints).isEmpty();
    }

    private static long credits(Page page) {
        return new BigDecimal(page.locator("#credits-available").textContent().replace(",", ""))
                .movePointRight(6).longValueExact();
    }

    @Test
    void turning_back_charges_nothing() {
        Page page = signedIn(true, new ArrayList<>());
        page.navigate(SETTINGS + "/buy");
        page.locator("#buy-form button.primary").click();
        button(page, "Cancel").click();

        assertThat(page.getByText("Payment cancelled. Nothing was charged.")).isVisible();
    }

    @Test
    void a_payment_that_takes_its_time_is_confirmed_without_a_reload() {
        Page page = signedIn(true, new ArrayList<>());
        page.navigate(SETTINGS + "/buy");
        page.locator("#buy-form button.primary").click();
        String checkout = page.url();
        button(page, "Pay later").click();
        assertThat(page.getByText("Payment is being confirmed")).isVisible();
        Page bank = page.context().newPage();
        bank.navigate(checkout);
        button(bank, "The payment succeeds").click();

        assertThat(page.getByText("Payment received: 500 AI credits added")).isVisible();
    }

    @Test
    void what_cannot_be_bought_is_told_beside_its_field() {
        Page page = signedIn(false, new ArrayList<>());
        page.navigate(SETTINGS + "/buy");
        page.locator("#buy-form").evaluate("form => form.noValidate = true");
        page.getByLabel("Number of credits").fill("250");
        page.getByLabel("Promo code").fill("NOSUCH");
        button(page, "Apply").click();

        assertThat(page.locator("#credits-note")).containsText("Credits come in hundreds");
        page.getByLabel("Number of credits").fill("300");
        button(page, "Apply").click();
        assertThat(page.locator("#promo-note")).containsText("This code is not known.");
        assertThat(page.locator("#buy-summary")).containsText("$3.00");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_prompt_is_estimated_run_and_receipted(boolean script) {
        List<String> complaints = new ArrayList<>();
        Page page = signedIn(script, complaints);
        page.navigate("/nexuscorp/builder");
        page.getByLabel("What should the assistant do?").fill("Write the query");
        page.getByLabel("Kind of work").selectOption("query");
        button(page, "Send").click();
        assertThat(page.getByText(Pattern.compile("about [0-9.]+ credits, at most [0-9.]+"))).isVisible();
        button(page, "Run").click();
        assertThat(page.getByText(Pattern.compile("[0-9.]+ credits are on hold"))).isVisible();

        Locator receipt = page.locator(".reply-cost").last();
        assertThat(receipt).isVisible(new LocatorAssertions.IsVisibleOptions()
                .setTimeout(20_000));
        receipt.locator("summary").click();
        assertThat(receipt).containsText("from monthly credits");
        assertThat(complaints).isEmpty();
    }

    @Test
    void a_failed_run_costs_nothing_and_says_so() {
        Page page = signedIn(true, new ArrayList<>());
        page.navigate(SETTINGS);
        long before = credits(page);
        page.navigate("/nexuscorp/builder");
        page.getByLabel("What should the assistant do?").fill("Please fail");
        button(page, "Send").click();
        button(page, "Run").click();

        assertThat(page.getByText("The run failed and cost nothing")).isVisible(
                new LocatorAssertions.IsVisibleOptions().setTimeout(20_000));
        page.navigate(SETTINGS);
        assertThat(credits(page)).isEqualTo(before);
    }
}
