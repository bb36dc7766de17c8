package scrip.web.start;

import java.util.function.Supplier;

import scrip.web.pricing.BrokenRateCardException;

/** Makes things of settings. */
public final class Settings {

    private static final String ACTION = "Correct it, or leave it out to have its default; docs/operations.md lists the"
            + " settings.";

    private Settings() {}

    /**
     * Makes something of settings. What they do not allow refuses the start, which then tells which settings and why
     * instead of a stack trace.
     *
     * @param names
     *            as the operator writes them, such as {@code scrip.free-plan.credits}
     * @param made
     *            throws an {@link IllegalArgumentException}, an {@link ArithmeticException} or a
     *            {@link BrokenRateCardException} that says what is wrong
     */
    public static <T> T read(String names, Supplier<T> made) {
        try {
            return made.get();
        } catch (IllegalArgumentException | ArithmeticException | BrokenRateCardException e) {
            throw new StartRefusedException(names + " cannot be used: " + e.getMessage() + ".", ACTION);
        }
    }
}
