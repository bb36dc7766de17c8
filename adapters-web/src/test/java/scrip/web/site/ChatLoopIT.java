package scrip.web.site;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** The chat of a small workspace from full to empty to bought, with and without JavaScript. */
class ChatLoopIT extends CloudSite {

    private static final String KEY = "scrip_demoTinytools001_knownToEverybodySoNeverUseItForRealWork0";
    private static final String BUILDER = "/tinytools/builder";
    private static final String SETTINGS = "/tinytools/settings/subscription";
    private static final LocatorAssertions.IsVisibleOptions PATIENTLY = new LocatorAssertions.IsVisibleOptions()
            .setTimeout(20_000);

    private final List<String> complaints = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void credits_run_out_and_are_bought_and_the_work_goes_on(boolean script) {
        Page chat = browse(script, complaints, visitor("mary"));
        chat.navigate(BUILDER);
        send(chat, "Write a query", "query");
        assertThat(chat.getByText("about 30 credits, at most 54")).isVisible();
        spendEverything();
        button(chat, "Run").click();
        assertThat(chat.getByText("You are out of credits")).isVisible();
        isAccessible(chat, script);

        Page shop = chat.context().newPage();
        shop.navigate(SETTINGS);
        assertThat(shop.locator("#credits-available")).hasText("0");
        button(shop, "Get AI credits").first().click();
        shop.locator("#buy-form button.primary").click();
        button(shop, "Pay $5.00").click();
        assertThat(shop.getByText("Payment received: 500 AI credits added")).isVisible();

        if (!script) {
            chat.reload();
        }
        assertThat(chat.getByText("Credits have arrived")).isVisible();
        Locator again = button(chat, "Try again");
        assertThat(again).isVisible();
        again.click();
        button(chat, "Run").click();
        Locator receipt = chat.locator(".reply-cost").last();
        assertThat(receipt).isVisible(PATIENTLY);
        receipt.locator("summary").click();
        assertThat(receipt).containsText("from add-on credits");
        assertThat(complaints).isEmpty();
        spendEverything();
        button(chat, "New chat").click();
        assertThat(chat.getByText("What shall we build?")).isVisible();
    }

    private static void send(Page chat, String prompt, String operation) {
        chat.getByLabel("What should the assistant do?").fill(prompt);
        chat.getByLabel("Kind of work").selectOption(operation);
        button(chat, "Send").click();
    }

    /** What the AI service of the workspace does meanwhile. */
    private void spendEverything() {
        try (Surfer service = new Surfer(port)) {
            String balance = service.getWithKey("/api/v1/balance", KEY).body();
            BigDecimal available = new BigDecimal(balance.replaceFirst("(?s).*?\"available\":([0-9.]+).*", "$1"));
            if (available.signum() > 0) {
                assertThat(service.postWithKey("/api/v1/charges", KEY, "{\"operation\":\"query\",\"builder\":\""
                        + "mary@tinytools.test\",\"credits\":" + available + "}").statusCode()).isEqualTo(201);
            }
        }
    }
}
