package scrip.persistence.reading;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import scrip.application.explain.Statements.Statement;
import scrip.application.pool.Turns;
import scrip.application.reading.UseFilter;
import scrip.application.reading.UseKey;
import scrip.domain.credit.Credits;
import scrip.domain.explain.Movement;
import scrip.domain.pool.Charge;
import scrip.domain.pool.Command;
import scrip.domain.pool.CreditPool;
import scrip.domain.pool.PoolId;
import scrip.domain.pool.Reply;
import scrip.domain.pool.Work;
import scrip.domain.pricing.Receipt;
import scrip.persistence.JdbcStores;
import scrip.persistence.pool.JdbcPoolStore;

import static org.assertj.core.api.Assertions.assertThat;

/** Readers answer the same before and after what a pool gathered is posted, whatever they are asked. */
class ReadingUnpostedIT {

    private static final Instant START = Instant.parse("2026-01-30T22:00:00Z");

    @RegisterExtension
    static final JdbcStores STORES = new JdbcStores();

    private final PoolId pool = STORES.nextId();
    private final JdbcLedgerReader reader = new JdbcLedgerReader(STORES.database());
    private final JdbcStatements statements = new JdbcStatements(STORES.database());
    private final List<Long> charges = new ArrayList<>(List.of(1L));
    private final List<Instant> instants = new ArrayList<>();

    @ParameterizedTest(name = "life {0}, {1} sums may wait")
    @CsvSource({"1, 10000", "2, 10000", "3, 48", "4, 12", "5, 12", "6, 4"})
    void what_is_not_posted_yet_is_read_as_if_it_were(int life, int mostUnposted) {
        STORES.create(CreditPool.open(pool, START));
        Instant end = live(new Turns(new JdbcPoolStore(STORES.database(), mostUnposted)), new SplittableRandom(life));
        Map<String, Object> before = everything(end);

        new Turns(new JdbcPoolStore(STORES.database(), 0)).look(pool, end, Turns.NOTHING);

        assertThat(before).hasSizeGreaterThan(100);
        everything(end).forEach((asked, answer) -> assertThat(before.get(asked)).as(asked).isEqualTo(answer));
    }

    /** Some busy days, over a renewal, of everything that moves credits; some payments are heard of on the next one. */
    private Instant live(Turns turns, RandomGenerator random) {
        Instant now = START;
        for (int i = 0; i < 40; i++) {
            if (turns.take(pool, now, command(i, now, random)).reply() instanceof Reply.Charged charged) {
                charges.add(charged.charge().number());
            }
            instants.add(now);
            now = now.plusSeconds(random.nextInt(20_000) + (i % 10 == 9 ? 800_000 : 0));
        }
        return instants.getLast();
    }

    private Command command(int i, Instant now, RandomGenerator random) {
        Work work = new Work(random.nextBoolean() ? "query" : "layout", "builder" + random.nextInt(4) + "@x.example",
                random.nextInt(9) == 0, null);
        Credits credits = Credits.of(1 + random.nextInt(20));
        return switch (random.nextInt(8)) {
            case 0 -> new Command.PlaceHold(work, credits, null, Duration.ofMinutes(1 + random.nextInt(600)));
            case 1, 2 -> new Command.MakeGood(charges.get(random.nextInt(charges.size())), null, "failed run");
            case 3 -> new Command.CreditPurchase("p" + i + "-" + pool.value(), Credits.of(100), Credits.ZERO,
                    now.minusSeconds(random.nextInt(80_000)));
            default -> new Command.MakeCharge(work, credits, Receipt.REPORTED, true);
        };
    }

    private Map<String, Object> everything(Instant end) {
        Map<String, Object> all = new LinkedHashMap<>();
        for (UseFilter which : filters()) {
            all.put("use of " + which, reader.use(pool, which));
            for (UseKey key : UseKey.values()) {
                all.put("by " + key + " of " + which, reader.useBy(key, pool, which));
            }
            all.put("days of " + which, reader.useOfDays(pool, which));
            all.put("charges of " + which, reader.charges(pool, which, Long.MAX_VALUE, 100));
            for (Charge charge : reader.charges(pool, which, Long.MAX_VALUE, 3)) {
                all.put("before " + charge.number() + " of " + which, reader.charges(pool, which, charge.number(), 2));
            }
        }
        instants.forEach(instant -> addAt(all, instant));
        for (long period = 0; period < 4; period++) {
            all.put("most used in " + period, reader.mostUsed(pool, period, 2));
            all.put("builders in " + period, reader.buildersUse(pool, period, end, null));
            all.put("builder in " + period, reader.buildersUse(pool, period, end, "builder1@x.example"));
        }
        return all;
    }

    private void addAt(Map<String, Object> all, Instant instant) {
        Instant midnight = LocalDate.ofInstant(instant, ZoneOffset.UTC).atStartOfDay().toInstant(ZoneOffset.UTC);
        for (Instant at : List.of(instant, midnight, midnight.minusNanos(1_000))) {
            all.put("balance at " + at, reader.balancesAt(pool, at));
            all.put("statement until " + at, told(statements.read(pool, START.plusSeconds(60_000), at)));
            all.put("statement from " + at, told(statements.readSoFar(pool, at, instants.getLast())));
        }
    }

    /** Some movements come in several sums. */
    private static Object told(Optional<Statement> found) {
        Statement statement = found.orElseThrow();
        Map<List<Object>, List<Long>> movements = new HashMap<>();
        for (Movement m : statement.movements()) {
            movements.merge(Arrays.asList(m.type(), m.operation(), m.from(), m.to()),
                    List.of(m.entries(), m.credits().micros()),
                    (one, more) -> List.of(one.getFirst() + more.getFirst(), one.getLast() + more.getLast()));
        }
        return List.of(statement.until(), statement.opening(), movements);
    }

    private static List<UseFilter> filters() {
        List<UseFilter> filters = new ArrayList<>();
        List<UseFilter> days = List.of(UseFilter.ALL,
                UseFilter.days(LocalDate.of(2026, 2, 1), LocalDate.of(2026, 3, 1)),
                UseFilter.days(LocalDate.of(2026, 1, 31), LocalDate.of(2026, 2, 5)));
        for (UseFilter of : days) {
            filters.add(of);
            filters.add(new UseFilter(of.fromInclusive(), of.toExclusive(), "builder1@x.example", null));
            filters.add(new UseFilter(of.fromInclusive(), of.toExclusive(), null, "query"));
            filters.add(new UseFilter(of.fromInclusive(), of.toExclusive(), "builder2@x.example", "layout"));
        }
        return filters;
    }
}
