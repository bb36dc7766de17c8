package scrip.benchmarks.growth;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

import scrip.domain.credit.Credits;
import scrip.domain.pool.PoolId;
import scrip.domain.pool.Work;
import scrip.domain.pricing.Money;
import scrip.domain.pricing.Receipt;
import scrip.domain.purchase.Order;
import scrip.domain.purchase.Purchase;

/** The builders of a large workspace and what they do, drawn at random from a seed: some build much, some hardly at all. */
public final class Team {

    /** So seldom that it is not on the newest pages. */
    public static final String RARE = "app_generation";

    private static final int RARELY = 2_000;
    private static final int WITH_LINES = 20;
    private static final long CREDITS_BOUGHT = 5_000;
    private static final List<String> OPERATIONS = List.of("query", "query", "query", "layout", "layout",
            "debug_autofix", "debug_autofix", "docs_assistant", "docs_assistant", "sql_generation", "code_generation",
            "new_feature");
    private static final Receipt PRICED = new Receipt("2026-01",
            List.of(new Receipt.Line("large", "input", 42_000, Credits.of(300), new BigDecimal("12.6")),
                    new Receipt.Line("large", "cached_input", 9_000, Credits.of(30), new BigDecimal("0.27")),
                    new Receipt.Line("large", "output", 9_100, Credits.of(1_500), new BigDecimal("13.65"))));

    private final int builders;
    private final RandomGenerator random;

    public Team(int builders, long seed) {
        this.builders = builders;
        this.random = new SplittableRandom(seed);
    }

    /** What is held for some work, and what it then uses. */
    record Job(Work work, Credits held, Credits used, Receipt receipt) {}

    /** @return the e-mail address of a builder, from 0 on */
    public static String builder(int number) {
        return "builder-%04d@growth.test".formatted(number);
    }

    public int size() {
        return builders;
    }

    Job next() {
        double often = random.nextDouble();
        String builder = builder((int) (builders * often * often));
        String operation = random.nextInt(RARELY) == 0 ? RARE : OPERATIONS.get(random.nextInt(OPERATIONS.size()));
        long used = random.nextLong(Credits.MICROS_PER_CREDIT / 2, 40 * Credits.MICROS_PER_CREDIT);
        Credits held = Credits.ofMicros(used + random.nextLong(1, 10 * Credits.MICROS_PER_CREDIT));
        return new Job(new Work(operation, builder, false, "run-" + random.nextInt(1_000_000)), held,
                Credits.ofMicros(used), random.nextInt(WITH_LINES) == 0 ? PRICED : Receipt.REPORTED);
    }

    /** @param number tells purchases apart */
    Purchase purchase(PoolId pool, long number, Instant at) {
        Order order = new Order(Credits.of(CREDITS_BOUGHT), Credits.ZERO, Money.of(CREDITS_BOUGHT, "usd"),
                Money.of(0, "usd"), null, builder(0), at);
        return Purchase.ordered("growth_" + pool.value() + "_" + number, pool, order)
                .paid(new Purchase.Payment(at, "pi_" + pool.value() + "_" + number, null)).orElseThrow();
    }
}
