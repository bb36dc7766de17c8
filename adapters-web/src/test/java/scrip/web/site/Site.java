package scrip.web.site;

import java.util.ArrayList;
import java.util.List;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ReducedMotion;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.springframework.boot.test.web.server.LocalServerPort;
import scrip.web.browser.Axe;
import scrip.web.browser.Chromium;

import static org.assertj.core.api.Assertions.assertThat;

/** A running application, looked at with a real browser. */
abstract class Site {

    /** Somebody who can sign in. */
    record Visitor(String name, String password) {}

    static final Visitor ADA = new Visitor("ada@nexuscorp.test", "scrip-demo");
    static final Visitor GRACE = new Visitor("grace@nexuscorp.test", "scrip-demo");
    static final Visitor EDGAR = new Visitor("edgar@nexuscorp.test", "scrip-demo");
    static final Visitor OPERATOR = new Visitor("operator", "operator-password");

    @LocalServerPort
    int port;

    private final List<BrowserContext> open = new ArrayList<>();

    @AfterEach
    void closeBrowser() {
        open.forEach(BrowserContext::close);
        open.clear();
    }

    String origin() {
        return "http://localhost:" + port;
    }

    /** An empty tab. */
    Page tab(Browser.NewContextOptions options, List<String> complaints) {
        BrowserContext context = Chromium.context(options.setBaseURL(origin()));
        open.add(context);
        return listened(context, complaints);
    }

    /** An empty tab whose complaints are written down. */
    static Page listened(BrowserContext context, List<String> complaints) {
        Page page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        return page;
    }

    /**
     * A tab of somebody who is signed in.
     *
     * @param complaints
     *            gets what the browser finds wrong, from then on
     */
    Page browse(boolean script, List<String> complaints, Visitor visitor) {
        return browse(new Browser.NewContextOptions().setJavaScriptEnabled(script), complaints, visitor);
    }

    /** A tab of somebody who is signed in, or of nobody. */
    Page browse(Browser.NewContextOptions options, List<String> complaints, @Nullable Visitor visitor) {
        Page page = tab(options, complaints);
        enter(page, visitor);
        return page;
    }

    /** Signs somebody in, unless it is nobody. */
    static void enter(Page page, @Nullable Visitor visitor) {
        if (visitor != null) {
            page.navigate("/login");
            page.getByLabel("E-mail address").fill(visitor.name());
            page.getByLabel("Password").fill(visitor.password());
            page.locator("form button[type=submit]").first().click();
        }
    }

    /** @return one of the demo's people by the first name, null for nobody */
    static @Nullable Visitor visitor(String name) {
        return switch (name) {
            case "nobody" -> null;
            case "operator" -> OPERATOR;
            case "ada" -> ADA;
            case "grace" -> GRACE;
            case "edgar" -> EDGAR;
            case "mary", "emmy" -> new Visitor(name + "@tinytools.test", "scrip-demo");
            default -> throw new IllegalArgumentException(name);
        };
    }

    /** Asks axe, which is a script: where none runs, the same page was looked at with one. */
    static void isAccessible(Page page, boolean script) {
        if (script) {
            // Without motion: axe must not measure the colours of what is still fading in.
            page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
            assertThat(Axe.faults(page)).isEmpty();
        }
    }

    static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }
}
