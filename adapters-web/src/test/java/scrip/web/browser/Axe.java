package scrip.web.browser;

import java.util.List;
import java.util.Map;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Page;

/**
 * Asks axe what keeps people from using a page. Axe's own builder for Playwright asks the same in four times the time (it
 * opens a second window to add the frames up, and brings home all that is in order), and takes a run that fails for a page
 * without a fault.
 */
public final class Axe {

    private static final String SOURCE = "() => {" + AxeBuilder.getAxeScript()
            + "; axe.configure({allowedOrigins: ['<unsafe_all_origins>']}); }";

    /** A frame that could not be looked into counts as a fault. */
    private static final String RUN = """
            () => axe.run({resultTypes: ['violations']}).then(found => ({
              rules: found.passes.length,
              faults: found.violations.concat(found.incomplete.filter(rule => rule.id === 'frame-tested'))
                .flatMap(rule => rule.nodes.map(node => [rule.id, JSON.stringify(node.target), node.failureSummary].join(' ')))
            }))""";

    private Axe() {}

    /**
     * Looks at a page as it is now, with all its frames.
     *
     * @return a line for each place and rule that it breaks; empty if it is for everybody
     */
    public static List<String> faults(Page page) {
        page.frames().stream().filter(frame -> !isIn(frame)).forEach(frame -> frame.evaluate(SOURCE));
        Map<?, ?> found = (Map<?, ?>) page.evaluate(RUN);
        if (found.get("rules") instanceof Integer rules && rules > 0 && found.get("faults") instanceof List<?> faults) {
            return faults.stream().map(String::valueOf).toList();
        }
        throw new IllegalStateException("axe has looked at nothing: " + found);
    }

    private static boolean isIn(Frame frame) {
        return Boolean.TRUE.equals(frame.evaluate("typeof axe === 'object'"));
    }
}
