package scrip.web.usage;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Why a charge is as high as it is, line by line, and where its credits came from; fragment
 * {@code fragments/receipt :: receipt}.
 *
 * @param charge the charge's id
 * @param credits the amount charged
 * @param rateCard the rate card's version, or null when the service reported credits
 * @param lines tokens and their price; empty when the service reported credits
 * @param taken where the credits came from, in the order of spending; empty for a charge of nothing
 * @param heldFirst what was on hold before, or null for a direct charge
 * @param waived what a ceiling spared, or null
 * @param refunded what was given back since, or null
 * @param late whether the work ended after its hold had lapsed
 * @param ownKey whether it ran on the customer's own AI key and cost nothing
 */
public record Receipt(
        String charge,
        String credits,
        @Nullable String rateCard,
        List<Line> lines,
        List<Taken> taken,
        @Nullable String heldFirst,
        @Nullable String waived,
        @Nullable String refunded,
        boolean late,
        boolean ownKey) {

    /**
     * Tokens of one kind.
     *
     * @param model the model's key
     * @param kind {@code input}, {@code cachedInput} or {@code output}
     * @param tokens how many
     * @param perMillion credits for a million of them
     * @param credits what they cost
     */
    public record Line(String model, String kind, String tokens, String perMillion, String credits) {}

    /**
     * A source of the credits.
     *
     * @param part {@code monthly}, {@code promotional}, {@code addOn} or {@code debt}
     * @param credits how many came from it
     */
    public record Taken(String part, String credits) {}
}
