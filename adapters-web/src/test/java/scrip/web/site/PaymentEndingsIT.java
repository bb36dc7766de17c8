package scrip.web.site;

import java.util.ArrayList;
import java.util.List;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** Every ending that a payment can have, on an instance of one's own, with and without JavaScript. */
class PaymentEndingsIT extends SelfHostedSite {

    private static final String SETTINGS = "/settings/license";

    private final List<String> complaints = new ArrayList<>();

    private Page checkout(boolean script) {
        Page page = browse(script, complaints, ADA);
        page.navigate(SETTINGS);
        button(page, "Get AI credits").first().click();
        page.getByLabel("Number of credits").fill("300");
        page.locator("#buy-form button.primary").click();
        assertThat(button(page, "Pay $3.00")).isVisible();
        return page;
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            Pay $3.00, Payment received: 300 AI credits added,   Paid
            Cancel,    Payment cancelled. Nothing was charged.,  Expired
            """)
    void a_payment_ends_where_it_began(String press, String told, String status) {
        for (boolean script : new boolean[]{true, false}) {
            Page page = checkout(script);
            button(page, press).click();

            assertThat(page.getByText(told)).isVisible();
            assertThat(page.locator("tbody tr").filter(new Locator.FilterOptions()
                    .setHasText("300 credits")).first().locator(".badge").first()).hasText(status);
            isAccessible(page, script);
            assertThat(complaints).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void a_card_that_is_declined_leaves_the_buyer_at_the_payment_page(boolean script) {
        Page page = checkout(script);
        button(page, "Decline").click();

        assertThat(page.getByText("declined").first()).isVisible();
        button(page, "Pay $3.00").click();
        assertThat(page.getByText("Payment received: 300 AI credits added")).isVisible();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            true,  The payment succeeds, Payment received: 300 AI credits added
            true,  The payment fails,    The payment did not go through
            false, The payment succeeds, Payment received: 300 AI credits added
            false, The payment fails,    The payment did not go through
            """)
    void a_payment_that_takes_its_time_updates_by_itself(boolean script, String press, String told) {
        Page page = checkout(script);
        String checkout = page.url();
        button(page, "Pay later").click();
        assertThat(page.getByText("Payment is being confirmed")).isVisible();
        isAccessible(page, script);
        Page bank = page.context().newPage();
        bank.navigate(checkout);
        button(bank, press).click();

        page.bringToFront();
        assertThat(page.getByText(told)).isVisible();
    }
}
