package scrip.domain.pricing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import scrip.domain.credit.Credits;

/**
 * What operations typically cost and what models cost exactly, from a date on (rule 21).
 *
 * @param version
 *            kept with every charge that it priced
 * @param startsAt
 *            from when it is in force
 * @param increment
 *            an amount is rounded up to a multiple of this; above zero
 */
public record RateCard(String version, Instant startsAt, Credits increment, List<Operation> operations,
        List<Model> models) {

    private static final int MILLION = 6;

    public RateCard {
        operations = List.copyOf(operations);
        models = List.copyOf(models);
        if (!increment.isPositive()) {
            throw new IllegalArgumentException("a rate card's increment is above zero");
        }
    }

    /** What usage costs, or why it cannot be told. */
    public sealed interface Price {
        record Priced(Credits credits, Receipt receipt) implements Price {}

        record UnknownModel(String model) implements Price {}
    }

    public Optional<Operation> operation(String key) {
        return operations.stream().filter(operation -> operation.key().equals(key)).findFirst();
    }

    /**
     * Turns usage into credits: every line exactly, then their sum rounded up to the increment.
     *
     * @throws ArithmeticException
     *             if the sum does not fit
     */
    public Price price(List<ModelUsage> usage) {
        List<Receipt.Line> lines = new ArrayList<>();
        for (ModelUsage used : usage) {
            Optional<Model> model = models.stream().filter(m -> m.key().equals(used.model())).findFirst();
            if (model.isEmpty()) {
                return new Price.UnknownModel(used.model());
            }
            addLines(lines, model.get(), used);
        }
        BigDecimal sum = lines.stream().map(Receipt.Line::credits).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Price.Priced(roundUp(sum), new Receipt(version, lines));
    }

    private static void addLines(List<Receipt.Line> lines, Model model, ModelUsage used) {
        addLine(lines, model, "input", used.inputTokens() - used.cachedInputTokens(), model.input());
        addLine(lines, model, "cached_input", used.cachedInputTokens(), model.cachedInput());
        addLine(lines, model, "output", used.outputTokens(), model.output());
    }

    private static void addLine(List<Receipt.Line> lines, Model model, String kind, long tokens, Credits perMillion) {
        if (tokens > 0) {
            BigDecimal exact = perMillion.toDecimal().multiply(BigDecimal.valueOf(tokens)).movePointLeft(MILLION);
            lines.add(new Receipt.Line(model.key(), kind, tokens, perMillion, exact));
        }
    }

    private Credits roundUp(BigDecimal credits) {
        BigDecimal step = increment.toDecimal();
        return Credits.of(credits.divide(step, 0, RoundingMode.CEILING).multiply(step));
    }
}
