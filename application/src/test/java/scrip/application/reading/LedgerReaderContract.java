package scrip.application.reading;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import scrip.application.pool.Stores;
import scrip.application.pool.Turns;
import scrip.domain.credit.Credits;
import scrip.domain.ledger.Account;
import scrip.domain.ledger.ChainHash;
import scrip.domain.ledger.Entry;
import scrip.domain.ledger.HashChain;
import scrip.domain.ledger.Transfer;
import scrip.domain.pool.BuilderUse;
import scrip.domain.pool.Charge;
import scrip.domain.pool.Command;
import scrip.domain.pool.CreditPool;
import scrip.domain.pool.Hold;
import scrip.domain.pool.PoolId;
import scrip.domain.pool.Reply;
import scrip.domain.pool.Work;
import scrip.domain.pricing.Receipt;

import static org.assertj.core.api.Assertions.assertThat;

/** What every reader of ledgers keeps to. */
public abstract class LedgerReaderContract {

    private static final Instant START = Instant.parse("2026-01-30T23:59:58.000001Z");
    private static final LocalDate DAY = LocalDate.of(2026, 1, 30);
    private static final Receipt RECEIPT = new Receipt("2026-01", List.of(new Receipt.Line("größer-2", "input",
            1_234_567_890_123L, Credits.ofMicros(7), new BigDecimal("0.12345678900"))));

    private Stores stores;
    private LedgerReader reader;
    private Turns turns;
    private PoolId pool;
    private PoolId other;

    protected abstract Stores stores();

    /** Reads the pools of those stores. */
    protected abstract LedgerReader newReader();

    @BeforeEach
    void openTwoPools() {
        stores = stores();
        reader = newReader();
        turns = new Turns(stores.pools());
        pool = opened();
        other = opened();
    }

    private PoolId opened() {
        PoolId id = stores.nextId();
        stores.create(CreditPool.open(id, START));
        return id;
    }

    @Test
    void the_chain_of_hashes_holds_over_what_was_stored() {
        live();

        List<Entry> entries = reader.entries(pool, 0, 1_000);

        HashChain chain = new HashChain(pool.value(), 0, ChainHash.GENESIS);
        List<Entry> sealed = new ArrayList<>();
        entries.forEach(entry -> sealed.addAll(chain.seal(List.of(entry.transfer()), entry.writtenAt())));
        assertThat(entries).hasSizeGreaterThan(15).isEqualTo(sealed);
        assertThat(turns.look(pool, days(800), Turns.NOTHING).seq()).isGreaterThanOrEqualTo(entries.size());
    }

    @Test
    void entries_come_in_pages() {
        live();
        turns.take(other, START, charge("eve@x.example", 1));

        List<Entry> all = reader.entries(pool, 0, 1_000);

        assertThat(reader.entries(pool, 2, 3)).isEqualTo(all.subList(2, 5));
        assertThat(reader.entries(pool, all.size(), 3)).isEmpty();
        assertThat(all).extracting(Entry::seq).doesNotHaveDuplicates().startsWith(1L, 2L, 3L);
    }

    @Test
    void a_balance_at_any_instant_is_the_sum_of_what_was_due_by_then() {
        live();
        List<Entry> all = reader.entries(pool, 0, 1_000);

        for (Entry entry : all) {
            Instant due = entry.transfer().dueAt();
            assertThat(reader.balancesAt(pool, due)).isEqualTo(sum(all, due));
            assertThat(reader.balancesAt(pool, due.minusNanos(1_000))).isEqualTo(sum(all, due.minusNanos(1_000)));
        }
        assertThat(reader.balancesAt(pool, days(5_000)).get(Account.HELD)).isZero();
        assertThat(reader.balancesAt(other, days(1)).values()).containsOnly(0L);
    }

    private static Map<Account, Long> sum(List<Entry> entries, Instant dueBy) {
        Map<Account, Long> sums = new EnumMap<>(Account.class);
        for (Account account : Account.values()) {
            sums.put(account, 0L);
        }
        for (Entry entry : entries) {
            Transfer t = entry.transfer();
            if (!t.dueAt().isAfter(dueBy)) {
                sums.merge(t.from(), -t.credits().micros(), Long::sum);
                sums.merge(t.to(), t.credits().micros(), Long::sum);
            }
        }
        return sums;
    }

    @Test
    void a_charge_is_found_with_its_receipt_and_what_repaid_it() {
        Charge charge = charged(turns.take(pool, START, charge("ada@x.example", 130)).reply());
        assertThat(reader.charge(pool, charge.number())).contains(charge);

        turns.take(pool, START, new Command.GrantCredits(Credits.of(10), days(9), "a part"));
        turns.take(pool, START, new Command.GrantCredits(Credits.of(50), days(8), "the rest"));

        assertThat(reader.charge(pool, charge.number()).orElseThrow().refundable().total()).isEqualTo(Credits.of(130));
        assertThat(reader.charges(pool, UseFilter.ALL, Long.MAX_VALUE, 1).getFirst().refundable().total())
                .isEqualTo(Credits.of(130));
        assertThat(reader.charge(other, charge.number())).isEmpty();
        assertThat(reader.charge(pool, 999)).isEmpty();
    }

    @Test
    void charges_come_newest_first_of_all_or_of_one_builder() {
        Charge first = charged(turns.take(pool, START, charge("ada@x.example", 1)).reply());
        Charge second = charged(turns.take(pool, START, charge("bob@x.example", 2)).reply());
        Charge third = charged(turns.take(pool, START, charge("ada@x.example", 3)).reply());
        turns.take(other, START, charge("ada@x.example", 4));

        assertThat(reader.charges(pool, UseFilter.ALL, Long.MAX_VALUE, 2)).containsExactly(third, second);
        assertThat(reader.charges(pool, UseFilter.ALL, second.number(), 2)).containsExactly(first);
        assertThat(reader.charges(pool, by("ada@x.example"), Long.MAX_VALUE, 9)).containsExactly(third, first);
        assertThat(reader.charges(pool, by("ada@x.example"), third.number(), 9)).containsExactly(first);
    }

    private static UseFilter by(String builder) {
        return new UseFilter(UseFilter.ALL.fromInclusive(), UseFilter.ALL.toExclusive(), builder, null);
    }

    /** Charges of two builders, two operations and own keys, several in a turn, on many days: every filter, every page. */
    @Test
    void charges_are_found_by_days_builder_and_operation_page_by_page() {
        List<Charge> all = new ArrayList<>();
        for (long day = 0; day < 40; day += 3) {
            for (int i = 0; i < 5; i++) {
                Work work = new Work(i % 2 == 0 ? "layout" : "query", (day + i) % 3 == 0 ? "ada@x.example"
                        : "bob@x.example", i == 3, null);
                all.add(charged(turns.take(pool, days(day), new Command.MakeCharge(work,
                        Credits.ofMicros(1 + day), RECEIPT, true)).reply()));
            }
        }
        turns.take(other, days(6), charge("ada@x.example", 4));
        List<Charge> newestFirst = all.reversed();

        for (LocalDate from : List.of(DAY, DAY.plusDays(4), DAY.plusDays(30), DAY.plusDays(99))) {
            for (long length : List.of(0L, 1L, 8L, 200L)) {
                for (String builder : Arrays.asList(null, "ada@x.example", "eve@x.example")) {
                    for (String operation : Arrays.asList(null, "query", "unheard")) {
                        UseFilter which = new UseFilter(from, from.plusDays(length), builder, operation);
                        assertThat(pages(which)).as("%s", which)
                                .isEqualTo(newestFirst.stream().filter(one -> matches(which, one)).toList());
                    }
                }
            }
        }
    }

    private List<Charge> pages(UseFilter which) {
        List<Charge> found = new ArrayList<>();
        List<Charge> page = reader.charges(pool, which, Long.MAX_VALUE, 3);
        while (!page.isEmpty()) {
            assertThat(page).hasSizeLessThanOrEqualTo(3);
            found.addAll(page);
            page = reader.charges(pool, which, page.getLast().number(), 3);
        }
        return found;
    }

    private static boolean matches(UseFilter which, Charge charge) {
        LocalDate day = LocalDate.ofInstant(charge.chargedAt(), ZoneOffset.UTC);
        return !day.isBefore(which.fromInclusive()) && day.isBefore(which.toExclusive())
                && (which.builder() == null || which.builder().equals(charge.work().builder()))
                && (which.operation() == null || which.operation().equals(charge.work().operation()));
    }

    /** A charge a day over three months: every range of days comes to what the charges in it come to. */
    @Test
    void use_of_builders_is_exact_over_months_and_parts_of_months() {
        List<Charge> all = new ArrayList<>();
        for (long day = 0; day < 100; day++) {
            all.add(charged(turns.take(pool, days(day), new Command.MakeCharge(
                    new Work(day % 4 == 0 ? "query" : "layout", day % 3 == 0 ? "ada@x.example" : "bob@x.example", false,
                            null),
                    Credits.ofMicros(1 + day), RECEIPT, true)).reply()));
        }
        LocalDate last = DAY.plusDays(100);

        for (LocalDate from = DAY.minusDays(1); from.isBefore(last); from = from.plusDays(7)) {
            for (LocalDate to = from; to.isBefore(last.plusDays(9)); to = to.plusDays(5)) {
                for (String builder : Arrays.asList(null, "ada@x.example")) {
                    UseFilter which = new UseFilter(from, to, builder, null);
                    List<Charge> within = all.stream().filter(one -> matches(which, one)).toList();
                    assertThat(reader.use(pool, which)).as("%s", which).isEqualTo(sumOf(within));
                    for (UseKey key : UseKey.values()) {
                        assertThat(reader.useBy(key, pool, which)).as("%s by %s", which, key).isEqualTo(within.stream()
                                .collect(Collectors.groupingBy(one -> keyOf(key, one), TreeMap::new,
                                        Collectors.collectingAndThen(Collectors.toList(),
                                                LedgerReaderContract::sumOf))));
                    }
                }
            }
        }
    }

    private static String keyOf(UseKey key, Charge charge) {
        return switch (key) {
            case DAY -> LocalDate.ofInstant(charge.chargedAt(), ZoneOffset.UTC).toString();
            case BUILDER -> charge.work().builder();
            case OPERATION -> charge.work().operation();
        };
    }

    private static UseSum sumOf(List<Charge> charges) {
        return new UseSum(charges.stream().map(Charge::left).reduce(Credits.ZERO, Credits::plus), charges.size());
    }

    @Test
    void use_is_added_up_by_day_builder_or_operation_net_of_make_goods() {
        use();
        UseFilter both = UseFilter.days(DAY, DAY.plusDays(2));

        assertThat(reader.use(pool, UseFilter.days(DAY, DAY.plusDays(1)))).isEqualTo(sum(35, 4));
        assertThat(reader.use(pool, both)).isEqualTo(sum(36, 5));
        assertThat(reader.use(pool, UseFilter.days(DAY.plusDays(2), DAY.plusDays(9)))).isEqualTo(sum(0, 0));
        assertThat(reader.useBy(UseKey.DAY, pool, both))
                .containsExactly(Map.entry("2026-01-30", sum(35, 4)), Map.entry("2026-01-31", sum(1, 1)));
        assertThat(reader.useBy(UseKey.BUILDER, pool, both))
                .containsExactly(Map.entry("ada@x.example", sum(29, 4)), Map.entry("bob@x.example", sum(7, 1)));
        assertThat(reader.useBy(UseKey.OPERATION, pool, both))
                .containsExactly(Map.entry("layout", sum(33, 4)), Map.entry("query", sum(3, 1)));
        assertThat(reader.useOfDays(pool, both)).isEqualTo(Map.of(
                DAY, Map.of("layout", Credits.of(32), "query", Credits.of(3)),
                DAY.plusDays(1), Map.of("layout", Credits.of(1))));
        assertThat(reader.useOfDays(pool, UseFilter.days(DAY.plusDays(1), DAY.plusDays(1)))).isEmpty();
    }

    @Test
    void use_is_added_up_of_one_builder_or_operation() {
        use();
        LocalDate end = DAY.plusDays(2);

        assertThat(reader.use(pool, new UseFilter(DAY, end, "ada@x.example", null))).isEqualTo(sum(29, 4));
        assertThat(reader.use(pool, new UseFilter(DAY, end, null, "query"))).isEqualTo(sum(3, 1));
        assertThat(reader.use(pool, new UseFilter(DAY, end, "bob@x.example", "query"))).isEqualTo(sum(0, 0));
        assertThat(reader.useBy(UseKey.OPERATION, pool, new UseFilter(DAY, end, "ada@x.example", null)))
                .containsExactly(Map.entry("layout", sum(26, 3)), Map.entry("query", sum(3, 1)));
        assertThat(reader.use(pool, new UseFilter(DAY, end, "ADA@x.example", null))).isEqualTo(sum(0, 0));
    }

    @Test
    void who_used_most_in_a_period_comes_first_and_nobody_who_used_nothing() {
        use();
        Charge nothing = charged(turns.take(pool, START, charge("cy@x.example", 2)).reply());
        turns.take(pool, START, new Command.MakeGood(nothing.number(), null, "all failed"));
        turns.take(pool, START, charge("al@x.example", 7));

        assertThat(reader.mostUsed(pool, 1, 9)).containsExactly(Map.entry("ada@x.example", Credits.of(29)),
                Map.entry("al@x.example", Credits.of(7)), Map.entry("bob@x.example", Credits.of(7)));
        assertThat(reader.mostUsed(pool, 1, 1)).containsOnlyKeys("ada@x.example");
        assertThat(reader.mostUsed(pool, 2, 9)).isEmpty();
    }

    /** On the first day 38 of Ada, of which 10 are given back the day after, and 7 of Bob. */
    private void use() {
        Charge charge = charged(turns.take(pool, START, charge("ada@x.example", 30)).reply());
        turns.take(pool, START, charge("ada@x.example", 5), charge("bob@x.example", 7),
                new Command.MakeCharge(new Work("query", "ada@x.example", false, null), Credits.of(3), RECEIPT, true));
        turns.take(pool, START.plusSeconds(2), charge("ada@x.example", 1));
        turns.take(pool, START.plusSeconds(3), new Command.MakeGood(charge.number(), Credits.of(10), "it failed"));
        turns.take(other, START, charge("ada@x.example", 9));
    }

    private static UseSum sum(long credits, long charges) {
        return new UseSum(Credits.of(credits), charges);
    }

    @Test
    @DisplayName("Rule 24: use of the period and open holds are told of all builders or of one")
    void what_counts_against_limits_is_told_of_all_or_of_one() {
        turns.take(pool, START, charge("ada@x.example", 30), charge("bob@x.example", 7), hold("ada@x.example", 5),
                hold("cy@x.example", 6));
        turns.take(pool, START.plusSeconds(60), hold("ada@x.example", 4));
        turns.take(other, START, charge("ada@x.example", 9), hold("ada@x.example", 9));
        Instant lapses = START.plus(Duration.ofHours(1));

        assertThat(reader.buildersUse(pool, 1, START, null)).isEqualTo(Map.of("ada@x.example", use(30, 9),
                "bob@x.example", use(7, 0), "cy@x.example", use(0, 6)));
        assertThat(reader.buildersUse(pool, 1, lapses, "ada@x.example")).isEqualTo(Map.of("ada@x.example", use(30, 4)));
        assertThat(reader.buildersUse(pool, 2, START, "ada@x.example")).isEqualTo(Map.of("ada@x.example", use(0, 9)));
        assertThat(reader.buildersUse(pool, 1, START, "eve@x.example").values())
                .allMatch(BuilderUse.NONE::equals);
    }

    @Test
    @DisplayName("Rule 22: what charges cost of late is told by operation, without what cost nothing in the end")
    void what_charges_cost_of_late_is_told_by_operation() {
        Instant since = START.plusSeconds(1);
        turns.take(pool, since.minusNanos(1_000), charge("ada@x.example", 90));
        Charge partly = charged(turns.take(pool, since, charge("ada@x.example", 30)).reply());
        Charge wholly = charged(turns.take(pool, since, charge("ada@x.example", 8)).reply());
        turns.take(pool, since, new Command.MakeGood(partly.number(), Credits.of(10), "a part failed"),
                new Command.MakeGood(wholly.number(), null, "all failed"));
        turns.take(pool, since, new Command.MakeCharge(new Work("layout", "ada@x.example", true, null), Credits.of(5),
                RECEIPT, false),
                new Command.MakeCharge(new Work("query", "ada@x.example", false, null), Credits.of(6),
                        RECEIPT, true));
        turns.take(pool, days(1), charge("bob@x.example", 7));
        turns.take(pool, days(2), charge("bob@x.example", 4));
        turns.take(other, days(2), charge("bob@x.example", 1));
        List<String> operations = List.of("layout", "query", "unheard");

        assertThat(reader.costs(pool, operations, since, 9)).isEqualTo(Map.of("layout",
                List.of(Credits.of(4), Credits.of(7), Credits.of(20)), "query", List.of(Credits.of(6)), "unheard",
                List.of()));
        assertThat(reader.costs(pool, operations, days(1), 1).get("layout")).containsExactly(Credits.of(4));
        assertThat(reader.costs(pool, List.of("query"), days(1), 9)).isEqualTo(Map.of("query", List.of()));
    }

    private static BuilderUse use(long used, long held) {
        return new BuilderUse(Credits.of(used), Credits.of(held));
    }

    private static Command.PlaceHold hold(String builder, long credits) {
        return new Command.PlaceHold(work(builder), Credits.of(credits), null, Duration.ofHours(1));
    }

    /** Some of everything, over years, much of it written long after it was due. */
    private void live() {
        turns.take(pool, START, charge("ada@x.example", 3));
        turns.take(pool, days(1), new Command.GrantCredits(Credits.of(20), days(3), "trial"));
        turns.take(pool, days(1), new Command.PlaceHold(work("bob@x.example"), Credits.of(60), null,
                Duration.ofHours(24)));
        Hold hold = ((Reply.Held) turns.take(pool, days(1), new Command.PlaceHold(work("ada@x.example"),
                Credits.of(10), null, Duration.ofHours(1))).reply()).hold();
        turns.take(pool, days(1), new Command.Settle(hold.number(), Credits.of(4), Receipt.REPORTED));
        turns.take(pool, days(70), charge("ada@x.example", 150));
        turns.take(pool, days(71), new Command.CreditPurchase("p" + pool.value(), Credits.of(300), Credits.ZERO,
                days(40)));
        turns.take(pool, days(800), new Command.Touch());
    }

    private static Instant days(long days) {
        return START.plus(Duration.ofDays(days));
    }

    private static Work work(String builder) {
        return new Work("layout", builder, false, null);
    }

    private static Command.MakeCharge charge(String builder, long credits) {
        return new Command.MakeCharge(work(builder), Credits.of(credits), RECEIPT, true);
    }

    private static Charge charged(Reply reply) {
        return ((Reply.Charged) reply).charge();
    }
}
