package scrip.domain.pricing;

import java.math.BigDecimal;
import java.util.List;

import org.jspecify.annotations.Nullable;
import scrip.domain.credit.Credits;

/**
 * Why a charge costs what it costs (rule 21).
 *
 * @param rateCard
 *            version of the rate card that priced it, null where the service reported credits
 * @param lines
 *            one for each model and kind of token
 */
public record Receipt(@Nullable String rateCard, List<Line> lines) {

    /** The receipt of a charge whose credits the service reported itself. */
    public static final Receipt REPORTED = new Receipt(null, List.of());

    public Receipt {
        lines = List.copyOf(lines);
    }

    /**
     * The price of one kind of token of one model.
     *
     * @param kind
     *            {@code input}, {@code cached_input} or {@code output}
     * @param tokens
     *            how many, 0 or more
     * @param perMillion
     *            credits for a million of them
     * @param credits
     *            the exact product, before the sum is rounded up to the card's increment
     */
    public record Line(String model, String kind, long tokens, Credits perMillion, BigDecimal credits) {}
}
