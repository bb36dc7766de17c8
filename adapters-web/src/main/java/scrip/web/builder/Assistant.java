package scrip.web.builder;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

import scrip.application.metering.Used;
import scrip.domain.credit.Credits;
import scrip.domain.pricing.Model;
import scrip.domain.pricing.ModelUsage;
import scrip.domain.pricing.RateCard;
import scrip.domain.pricing.TypicalCost;

/** Pretends to be an AI: how long a run takes, whether it fails, and how many tokens it says it used. */
final class Assistant {

    /** A run whose prompt has this word fails, so that everyone can see what that costs. */
    static final String FAILS = "fail";

    private static final Duration RUN = Duration.ofSeconds(4);
    private static final long MOST_TENTHS = 18;
    private static final long LEAST_PERCENT = 60;
    private static final int PERCENTS = 100;
    private static final long MILLION = 1_000_000;

    private Assistant() {}

    /** What a run is said to cost: a median is no exact figure, so it is told in whole credits, or tenths below ten. */
    static Credits about(TypicalCost cost) {
        long step = cost.typical().isLessThan(Credits.of(10)) ? Credits.MICROS_PER_CREDIT / 10
                : Credits.MICROS_PER_CREDIT;
        return Credits.ofMicros(Math.max(step, (cost.typical().micros() + step / 2) / step * step));
    }

    /** The most that a run can cost: 1.8 times what it is said to cost. */
    static Credits most(Credits about) {
        return Credits.ofMicros(Math.ceilDiv(about.micros() * MOST_TENTHS, 10));
    }

    static boolean isOver(ChatTurn run, Instant now) {
        return !run.since().plus(RUN).isAfter(now);
    }

    /** @return 0 to 100 */
    static int percent(ChatTurn run, Instant now) {
        long percent = Duration.between(run.since(), now).toMillis() * PERCENTS / RUN.toMillis();
        return Math.clamp(percent, 0, PERCENTS);
    }

    static boolean fails(ChatTurn run) {
        return run.prompt().toLowerCase(Locale.ROOT).contains(FAILS);
    }

    /**
     * @return between 0.6 and 1.59 times the catalogue's average, whatever was estimated, in tokens of the card's first
     *         model if it has one
     */
    static Used used(ChatTurn run, RateCard card) {
        long percent = LEAST_PERCENT + Math.floorMod(run.id().hashCode(), PERCENTS);
        long average = card.operation(run.operation()).map(operation -> operation.typical().micros())
                .orElse(run.typical());
        Credits credits = Credits.ofMicros(Math.min(run.most(), average * percent / PERCENTS));
        return card.models().stream().filter(model -> model.input().isPositive() && model.output().isPositive())
                .findFirst().<Used>map(model -> new Used.Metered(List.of(tokens(model, credits))))
                .orElseGet(() -> new Used.Reported(credits));
    }

    /** About half of the cost goes into reading, a third of which was read before, and half into writing. */
    private static ModelUsage tokens(Model model, Credits credits) {
        long half = credits.micros() / 2;
        long input = perMillion(half, model.input());
        return new ModelUsage(model.key(), input + input / 2, input / 2, perMillion(half, model.output()));
    }

    private static long perMillion(long micros, Credits price) {
        return BigInteger.valueOf(micros).multiply(BigInteger.valueOf(MILLION))
                .divide(BigInteger.valueOf(price.micros())).longValueExact();
    }

}
