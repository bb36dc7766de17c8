package scrip.web.gallery;

import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import scrip.web.builder.BuilderPage;
import scrip.web.buy.BuyPage;
import scrip.web.settings.SettingsPage;

import static org.assertj.core.api.Assertions.assertThat;

/** Every page keeps its promises in HTML alone: labels, landmarks, texts, and nothing that a strict policy forbids. */
class PagesTest {

    private static final PageRenderer RENDERER = new PageRenderer();
    private static final Gallery GALLERY = new Gallery();
    private static final Pattern INLINE = Pattern.compile("\\sstyle=|\\son[a-z]+=\"|<script>|<style|hx-on",
            Pattern.CASE_INSENSITIVE);

    static Stream<String> pages() {
        return GALLERY.exhibits().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void every_page_has_a_title_one_main_part_and_a_heading(String name) {
        assertThat(html(name))
                .containsPattern("<title>[^<]+</title>")
                .containsOnlyOnce("<main")
                .containsPattern("<h1[ >]");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void every_text_is_in_the_message_file(String name) {
        assertThat(html(name)).doesNotContain("??").doesNotContain("th:");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void nothing_inline_that_a_strict_policy_would_refuse(String name) {
        assertThat(html(name)).doesNotContainPattern(INLINE);
    }

    @Test
    void the_settings_page_carries_its_fixed_labels() {
        assertThat(html("settings"))
                .contains("Subscription", "Get AI credits", "AI credits", "Monthly credits", "Add-on credits")
                .contains("Promotional credits", "On hold", "Renews on", "Valid until", "At this pace they last until",
                        "will expire unused")
                .contains("Top builders", "Purchases", "Limits per builder", "Payment received: 500 AI credits added");
        assertThat(html("settings-license")).contains("License key", "Update", "Payment is being confirmed", "Debt");
        assertThat(html("settings-unused")).contains("Payment cancelled. Nothing was charged.", "No purchases yet");
    }

    @Test
    void a_builder_sees_the_balance_and_his_own_use_alone() {
        assertThat(html("settings-builder"))
                .contains("Your use", "of 800 used")
                .doesNotContain("Get AI credits", "Purchases", "Team plan");
    }

    @Test
    void a_payment_that_is_being_confirmed_updates_by_itself_with_and_without_scripts() {
        assertThat(html("settings-license"))
                .contains("hx-trigger=\"every 2s\"")
                .contains(
                        "<noscript><meta http-equiv=\"refresh\" content=\"3; url=/settings/license?payment=p1\"></noscript>");
    }

    @Test
    void buying_works_by_plain_forms() {
        assertThat(html("buy"))
                .contains("Number of credits", "Promo code", "Apply", "step=\"100\"", "$4.00", "2,639.5 credits")
                .contains("formaction=\"/nexuscorp/settings/subscription/buy/quote\"");
        assertThat(html("buy-refused")).contains("Credits come in hundreds", "This code has ended.");
    }

    @Test
    void a_quote_alone_brings_the_summary_and_the_reasons_beside_the_fields() {
        BuyPage page = BuySamples.buyRefused();
        assertThat(RENDERER.render("buy :: quote", Map.of("page", page)))
                .doesNotContain("<html")
                .contains("id=\"buy-summary\"", "id=\"promo-note\" aria-live=\"polite\" hx-swap-oob=\"true\"");
    }

    @Test
    void the_builder_says_what_a_prompt_costs_before_it_runs_and_why_afterwards() {
        assertThat(html("builder"))
                .contains("about 100 credits, at most 180", "The run failed and cost nothing", "atlas-large")
                .contains("popovertarget=\"credits-popover\"");
        assertThat(html("builder-out")).contains("You are out of credits").contains("every 5s");
        assertThat(html("builder-arrived")).contains("Credits have arrived", "Try again").doesNotContain("every 5s");
    }

    @Test
    void parts_of_pages_come_alone_for_updates() {
        BuilderPage builder = BuilderSamples.running();
        SettingsPage settings = Samples.license();
        assertThat(RENDERER.render("builder :: chat", Map.of("page", builder))).startsWith("<div id=\"chat\"");
        assertThat(RENDERER.render("builder :: credits-refresh", Map.of("page", builder)))
                .contains("id=\"credits-parts\"", "hx-swap-oob=\"true\"");
        assertThat(RENDERER.render("fragments/credits :: card", Map.of("credits", settings.credits())))
                .startsWith("<section class=\"card scrip\"");
        assertThat(RENDERER.render("payment :: result",
                Map.of("payment", Objects.requireNonNull(settings.paymentReturn()))))
                .contains("id=\"payment-result\"");
        assertThat(RENDERER.render("fragments/chat :: entry", Map.of("id", "entry-4", "entry", builder.chat().get(0))))
                .contains("Build a planner");
    }

    @Test
    void what_people_typed_is_shown_and_never_run() {
        BuyPage page = BuySamples.buy();
        BuyPage hostile = new BuyPage(
                page.action(), page.quoteUrl(), page.backUrl(), page.key(), page.credits(), page.minimum(),
                page.maximum(),
                page.packs(), "\"><script>alert(1)</script>", page.quote(), null, "unknown", null);
        assertThat(RENDERER.render("buy", Map.of("page", hostile)))
                .doesNotContain("<script>alert")
                .contains("&lt;script&gt;");
    }

    private static String html(String name) {
        Gallery.Exhibit exhibit = GALLERY.exhibits().get(name);
        return RENDERER.render(exhibit.view(), exhibit.model());
    }
}
