package scrip.domain.model;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;

import org.jspecify.annotations.Nullable;
import scrip.domain.credit.Credits;
import scrip.domain.ledger.TransferType;
import scrip.domain.license.BillingInterval;
import scrip.domain.license.License;
import scrip.domain.pool.AddOn;
import scrip.domain.pool.Command;
import scrip.domain.pool.CreditPool;
import scrip.domain.pool.Limits;
import scrip.domain.pool.Work;
import scrip.domain.pricing.Receipt;

/** What may happen to a pool, drawn at random but with a liking for the instants and amounts at which things change. */
public final class RandomLife {

    private static final Duration MICROSECOND = Duration.ofNanos(1000);
    private static final Duration FOURTEEN_MONTHS = Duration.ofDays(426);
    private static final List<ZoneId> ZONES = List.of(ZoneId.of("UTC"), ZoneId.of("America/New_York"),
            ZoneId.of("Australia/Lord_Howe"), ZoneId.of("Asia/Kathmandu"), ZoneId.of("Pacific/Apia"));

    /** Who builds as a member of the pool's workspace. */
    public static final Set<String> MEMBERS = Set.of("ada@example.com", "bob@example.com", "cy@example.com");

    private static final List<String> BUILDERS = List.of("ada@example.com", "bob@example.com", "guest@example.com");

    private final RandomGenerator random;
    private final String purchaseIds;
    private int purchases;

    /**
     * @param purchaseIds
     *            what the ids of its purchases begin with
     */
    public RandomLife(RandomGenerator random, String purchaseIds) {
        this.random = random;
        this.purchaseIds = purchaseIds;
    }

    public Instant birth() {
        return Instant.parse("2023-12-31T12:00:00Z").plus(upTo(Duration.ofDays(800)));
    }

    // ---- when

    public Instant next(Duel duel) {
        Instant now = duel.pool().asOf();
        int i = random.nextInt(100);
        if (i < 25) {
            return now;
        }
        if (i < 40) {
            return now.plus(MICROSECOND);
        }
        if (i < 60) {
            return now.plus(upTo(Duration.ofMinutes(20)));
        }
        if (i < 72) {
            return now.plus(upTo(Duration.ofDays(2)));
        }
        if (i < 90) {
            return near(oneOf(duel.boundaries()));
        }
        if (i < 96) {
            return now.plus(upTo(Duration.ofDays(40)));
        }
        if (i < 98) {
            return now.plus(upTo(FOURTEEN_MONTHS));
        }
        return now.minus(upTo(Duration.ofDays(1)));
    }

    private Instant near(Instant boundary) {
        return boundary.plus(MICROSECOND.multipliedBy(random.nextInt(3) - 1));
    }

    private Duration upTo(Duration most) {
        return MICROSECOND.multipliedBy(1 + random.nextLong(most.toNanos() / 1000));
    }

    // ---- what

    public List<Command> commands(Duel duel, Instant now) {
        int count = random.nextInt(5) == 0 ? 1 + random.nextInt(4) : 1;
        List<Command> commands = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Command next = command(duel, now.isBefore(duel.pool().asOf()) ? duel.pool().asOf() : now);
            boolean second = i > 0 && (next instanceof Command.TakeBack || next instanceof Command.PutBack);
            commands.add(second ? new Command.Touch() : next);
        }
        return commands;
    }

    private Command command(Duel duel, Instant now) {
        CreditPool pool = duel.pool();
        int i = random.nextInt(100);
        if (i < 20) {
            return hold(pool);
        }
        if (i < 38) {
            return new Command.Settle(anyOf(duel.holds()), used(pool), Receipt.REPORTED);
        }
        if (i < 42) {
            return new Command.Release(anyOf(duel.holds()));
        }
        if (i < 46) {
            return new Command.Extend(anyOf(duel.holds()), life());
        }
        if (i < 64) {
            return new Command.MakeCharge(work(), amount(pool), Receipt.REPORTED, random.nextInt(3) == 0);
        }
        if (i < 73) {
            return new Command.MakeGood(anyOf(duel.charges()), part(pool), "failed run");
        }
        if (i < 78) {
            return new Command.GrantCredits(amount(pool), now.plus(upTo(Duration.ofDays(60))), "goodwill");
        }
        if (i < 87) {
            return purchase(pool, now);
        }
        if (i < 92) {
            return new Command.EnterLicense(license(pool, now));
        }
        if (i < 94) {
            return new Command.EndLicense();
        }
        if (i < 95) {
            return new Command.TellPaymentFailed(null, amount(pool));
        }
        return i == 95 ? new Command.SetLimits(limits()) : moneyBack(duel);
    }

    /** Off as often as on, with custom limits of members and of others. */
    private Limits limits() {
        Map<String, Credits> custom = new HashMap<>();
        for (String builder : BUILDERS) {
            if (random.nextInt(4) == 0) {
                custom.put(builder, Credits.of(1 + random.nextInt(150)));
            }
        }
        Credits each = random.nextInt(3) == 0 ? Credits.of(1 + random.nextInt(150)) : null;
        return new Limits(random.nextBoolean(), each, custom);
    }

    private Command hold(CreditPool pool) {
        Credits credits = amount(pool);
        Credits ceiling = random.nextInt(3) == 0 ? credits.plus(Credits.of(random.nextInt(20))) : null;
        return new Command.PlaceHold(work(), credits, ceiling, life());
    }

    private Work work() {
        return new Work("query", oneOf(BUILDERS), random.nextInt(12) == 0, null);
    }

    private Duration life() {
        return random.nextBoolean() ? Duration.ofMinutes(15) : upTo(Duration.ofHours(24));
    }

    /** Above zero. */
    private Credits amount(CreditPool pool) {
        return switch (random.nextInt(10)) {
            case 0 -> Credits.ofMicros(1);
            case 1 -> Credits.ofMicros(1 + random.nextLong(50_000_000));
            case 2 -> pool.available().plus(Credits.ofMicros(random.nextInt(2) + (pool.available().isZero() ? 1 : 0)));
            default -> Credits.of(1 + random.nextInt(120));
        };
    }

    private Credits used(CreditPool pool) {
        return random.nextInt(8) == 0 ? Credits.ZERO : amount(pool);
    }

    private @Nullable Credits part(CreditPool pool) {
        return random.nextBoolean() ? null : amount(pool);
    }

    private Command purchase(CreditPool pool, Instant now) {
        purchases++;
        Credits bonus = random.nextInt(5) == 0 ? Credits.of(20) : Credits.ZERO;
        return new Command.CreditPurchase(purchaseIds + purchases, Credits.of(100L * (1 + random.nextInt(4))), bonus,
                paidAt(pool.stock().addOn(), now));
    }

    /** Heard at once, before our clock says so, or up to a year late: also just when the pool ended. */
    private Instant paidAt(AddOn addOn, Instant now) {
        Instant ended = addOn.ended() == null ? null : addOn.ended().endsAt();
        return switch (random.nextInt(10)) {
            case 0 -> now.plus(upTo(Duration.ofDays(1)));
            case 1 -> now.minus(upTo(Duration.ofMinutes(10)));
            case 2 -> now.minus(upTo(Duration.ofDays(40)));
            case 3 -> now.minus(upTo(Duration.ofDays(360)));
            case 4 -> ended == null || ended.isBefore(now.minus(Duration.ofDays(360))) ? now : near(ended);
            default -> now;
        };
    }

    /** What a command says of a purchase goes by what is known before the turn, so there is one of them in a turn. */
    private Command moneyBack(Duel duel) {
        if (duel.purchases().isEmpty() || random.nextInt(4) == 0) {
            return new Command.Touch();
        }
        var purchase = oneOf(duel.purchases());
        Bought bought = purchase.getValue();
        if (bought.gone + bought.bonusGone > 0 && random.nextBoolean()) {
            Credits credits = Credits.ofMicros(random.nextLong(bought.gone + 1));
            Credits bonus = Credits.ofMicros(random.nextLong(bought.bonusGone + 1));
            return new Command.PutBack(purchase.getKey(), credits, bonus, bought.takenByDomain, true);
        }
        TransferType type = random.nextBoolean() ? TransferType.REFUND : TransferType.DISPUTE;
        Credits credits = Credits.ofMicros(random.nextLong(bought.room + 1));
        Credits bonus = Credits.ofMicros(random.nextLong(bought.bonusRoom + 1));
        return new Command.TakeBack(purchase.getKey(), type, credits, bonus, true);
    }

    private License license(CreditPool pool, Instant now) {
        License latest = pool.licensing().latest();
        boolean same = latest != null && random.nextInt(3) > 0;
        Instant start = same ? latest.startsAt() : start(now);
        ZoneId zone = same && random.nextInt(6) > 0 ? latest.zone() : oneOf(ZONES);
        Instant later = start.isAfter(now) ? start : now;
        Instant end = random.nextInt(3) > 0 ? null
                : later.plus(upTo(random.nextBoolean() ? Duration.ofDays(3) : FOURTEEN_MONTHS));
        BillingInterval interval = random.nextBoolean() ? BillingInterval.MONTHLY : BillingInterval.ANNUAL;
        return new License("team", random.nextInt(5), Credits.ofMicros(random.nextInt(8) * 12_500_000L), interval,
                start, end, zone);
    }

    private Instant start(Instant now) {
        return switch (random.nextInt(4)) {
            case 0 -> now;
            case 1 -> now.minus(upTo(Duration.ofDays(1200)));
            case 2 -> now.minus(upTo(Duration.ofDays(31)));
            default -> now.plus(upTo(Duration.ofDays(90)));
        };
    }

    /** Mostly one of the latest, sometimes an old one, rarely one that never was. */
    private long anyOf(List<Long> numbers) {
        if (numbers.isEmpty() || random.nextInt(50) == 0) {
            return 1_000_000;
        }
        int back = Math.min(numbers.size(), random.nextInt(6) == 0 ? numbers.size() : 4);
        return numbers.get(numbers.size() - 1 - random.nextInt(back));
    }

    private <T> T oneOf(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
