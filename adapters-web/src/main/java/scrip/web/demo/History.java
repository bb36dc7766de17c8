package scrip.web.demo;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;

import org.jspecify.annotations.Nullable;
import scrip.application.metering.Used;
import scrip.application.pool.Answer;
import scrip.domain.credit.Credits;
import scrip.domain.license.BillingInterval;
import scrip.domain.license.License;
import scrip.domain.pool.Command;
import scrip.domain.pool.PoolId;
import scrip.domain.pool.Work;
import scrip.domain.pricing.Model;
import scrip.domain.pricing.ModelUsage;
import scrip.domain.pricing.Operation;
import scrip.domain.pricing.RateCard;

/** Some weeks of a company's life, day by day; the same every time but for the dates. */
final class History {

    private static final int PER_BUILDER = 800;
    private static final LocalTime[] HOURS = {LocalTime.of(9, 20), LocalTime.of(13, 45), LocalTime.of(16, 10)};
    private static final int[] ODDS = {3, 6, 14, 22, 34, 48, 72, 100};
    private static final long MILLION = 1_000_000;
    /** A sixth of the grant is left at the end of a rush. */
    private static final int LOW = 6;
    private static final int RUNS = 4;

    private final Office office;
    private final SetClock clock;
    private final RateCard card;
    private final Cast.Company company;
    private final PoolId pool;
    private final Random random;

    /**
     * @param pool
     *            of the company, with its members
     */
    History(Office office, SetClock clock, RateCard card, Cast.Company company, PoolId pool) {
        this.office = office;
        this.clock = clock;
        this.card = card;
        this.company = company;
        this.pool = pool;
        this.random = new Random(company.slug().hashCode());
    }

    /** @return when its first day begins */
    static Instant begin(Cast.Company company, Instant now) {
        return LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(company.days()).atTime(LocalTime.of(8, 0))
                .toInstant(ZoneOffset.UTC);
    }

    /** Lives from the company's first day until now; the clock has to stand at its beginning. */
    void live(Instant now) {
        Instant start = clock.instant();
        office.workspaces().enter(pool, new License("Team", company.builders(), Credits.of(PER_BUILDER),
                BillingInterval.ANNUAL, start, start.atOffset(ZoneOffset.UTC).plusYears(1).toInstant(),
                ZoneOffset.UTC));
        LocalDate first = LocalDate.ofInstant(start, ZoneOffset.UTC);
        for (int day = 0; day <= company.days(); day++) {
            LocalDate date = first.plusDays(day);
            for (LocalTime hour : HOURS) {
                Instant at = date.atTime(hour).plusMinutes(random.nextInt(90)).toInstant(ZoneOffset.UTC);
                if (at.isBefore(now.minus(1, ChronoUnit.HOURS))) {
                    clock.set(at);
                    work(date.getDayOfWeek());
                    happen(day, hour);
                }
            }
        }
    }

    private void work(DayOfWeek day) {
        boolean weekend = day == DayOfWeek.SATURDAY || day == DayOfWeek.SUNDAY;
        List<CompletableFuture<Answer>> answers = new ArrayList<>();
        for (Cast.Actor builder : company.spenders()) {
            int tasks = weekend ? random.nextInt(8) / 7 : random.nextInt(3);
            for (int i = 0; i < tasks; i++) {
                Operation operation = operation();
                answers.add(office.charge(pool, work(operation, builder, null), used(operation)));
            }
        }
        answers.forEach(CompletableFuture::join);
    }

    /** What does not happen every day. */
    private void happen(int day, LocalTime hour) {
        if (!hour.equals(HOURS[1])) {
            return;
        }
        Cast.Actor builder = company.spenders().getFirst();
        switch (company.days() - day) {
            case 30 -> office.buy(pool, "pur_demo_" + company.slug(), 500, company.admin().email());
            case 21 -> lateSettle(builder);
            case 14 -> released(builder);
            case 9 -> office.grant(pool, new Command.GrantCredits(Credits.of(100),
                    clock.instant().plus(60, ChronoUnit.DAYS), "Welcome to the new assistant"));
            case 6 -> madeGood(builder);
            case 3 -> office.failToBuy(pool, "pur_demo_failed_" + company.slug(), 200, company.admin().email());
            case 1 -> rush(builder);
            default -> {
            }
        }
    }

    /** A small company spends most of what it has left, which people are told of. */
    private void rush(Cast.Actor builder) {
        if (company.builders() == 1) {
            Credits left = office.monthlyLeft(pool);
            Credits reserve = Credits.of(PER_BUILDER / LOW);
            Credits part = Credits.ofMicros(left.minusOrZero(reserve).micros() / RUNS).wholeFloor();
            for (int run = 0; run < RUNS && part.isPositive(); run++) {
                office.charge(pool, work(card.operations().getFirst(), builder, "sprint review"),
                        new Used.Reported(part)).join();
            }
        }
    }

    private void lateSettle(Cast.Actor builder) {
        Operation operation = card.operations().getFirst();
        long hold = office.hold(pool, work(operation, builder, "nightly build"), operation.typical(),
                Duration.ofMinutes(5));
        clock.set(clock.instant().plus(Duration.ofMinutes(12)));
        office.settle(pool, hold, used(operation));
    }

    private void released(Cast.Actor builder) {
        Operation operation = card.operations().getFirst();
        long hold = office.hold(pool, work(operation, builder, "cancelled by the builder"), operation.typical(),
                Duration.ofMinutes(15));
        clock.set(clock.instant().plus(Duration.ofMinutes(2)));
        office.release(pool, hold);
    }

    private void madeGood(Cast.Actor builder) {
        Operation operation = card.operations().getFirst();
        Answer answer = office.charge(pool, work(operation, builder, "reverted"), used(operation)).join();
        clock.set(clock.instant().plus(Duration.ofMinutes(20)));
        office.makeGood(pool, Long.parseLong(answer.body()), null, "The result was reverted");
    }

    /** Small jobs come more often than large ones. */
    private Operation operation() {
        int draw = random.nextInt(ODDS[ODDS.length - 1]);
        int i = 0;
        while (ODDS[i] <= draw) {
            i++;
        }
        return card.operations().get(Math.min(i, card.operations().size() - 1));
    }

    private static Work work(Operation operation, Cast.Actor builder, @Nullable String reference) {
        return new Work(operation.key(), builder.email(), false, reference);
    }

    /** Between 0.6 and 1.5 times the typical cost, in tokens if the card knows a model to count them for. */
    private Used used(Operation operation) {
        long micros = operation.typical().micros() * (60 + random.nextInt(90)) / 100;
        if (card.models().isEmpty()) {
            return new Used.Reported(Credits.ofMicros(micros));
        }
        Model model = card.models().get(random.nextInt(card.models().size()));
        return new Used.Metered(List.of(new ModelUsage(model.key(), tokens(micros / 2, model.input()), 0,
                tokens(micros / 2, model.output()))));
    }

    private static long tokens(long micros, Credits perMillion) {
        return perMillion.isZero() ? 1 : Math.max(1, Math.multiplyExact(micros, MILLION) / perMillion.micros());
    }
}
