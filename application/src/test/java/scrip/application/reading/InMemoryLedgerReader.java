package scrip.application.reading;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import scrip.application.pool.InMemoryPoolStore;
import scrip.domain.credit.Credits;
import scrip.domain.ledger.Account;
import scrip.domain.ledger.Entry;
import scrip.domain.ledger.Transfer;
import scrip.domain.pool.BuilderUse;
import scrip.domain.pool.Charge;
import scrip.domain.pool.PoolId;
import scrip.domain.pool.Usage;
import scrip.domain.pool.Work;

/** Reads what was written of pools in memory. */
public final class InMemoryLedgerReader implements LedgerReader {

    private final InMemoryPoolStore pools;

    public InMemoryLedgerReader(InMemoryPoolStore pools) {
        this.pools = pools;
    }

    @Override
    public List<Entry> entries(PoolId pool, long after, int limit) {
        return pools.entries(pool).stream().filter(entry -> entry.seq() > after).limit(limit).toList();
    }

    @Override
    public Map<Account, Long> balancesAt(PoolId pool, Instant dueBy) {
        Map<Account, Long> balances = new EnumMap<>(Account.class);
        for (Account account : Account.values()) {
            balances.put(account, 0L);
        }
        pools.entries(pool).stream().map(Entry::transfer).filter(t -> !t.dueAt().isAfter(dueBy))
                .forEach(t -> move(balances, t));
        return balances;
    }

    private static void move(Map<Account, Long> balances, Transfer transfer) {
        balances.merge(transfer.from(), -transfer.credits().micros(), Math::addExact);
        balances.merge(transfer.to(), transfer.credits().micros(), Math::addExact);
    }

    @Override
    public Optional<Charge> charge(PoolId pool, long number) {
        return pools.charge(pool, number);
    }

    @Override
    public List<Charge> charges(PoolId pool, UseFilter which, long before, int limit) {
        return pools.chargesBefore(pool, before).stream()
                .filter(charge -> matches(which, charge.chargedAt(), charge.work())).limit(limit).toList();
    }

    private static boolean matches(UseFilter which, Instant at, Work work) {
        LocalDate day = day(at);
        return which.includes(day, work.builder(), work.operation());
    }

    @Override
    public UseSum use(PoolId pool, UseFilter which) {
        return used(pool, which).collect(sum());
    }

    @Override
    public SortedMap<String, UseSum> useBy(UseKey key, PoolId pool, UseFilter which) {
        return used(pool, which).collect(Collectors.groupingBy(usage -> switch (key) {
            case DAY -> day(usage.at()).toString();
            case BUILDER -> usage.work().builder();
            case OPERATION -> usage.work().operation();
        }, TreeMap::new, sum()));
    }

    @Override
    public Map<LocalDate, Map<String, Credits>> useOfDays(PoolId pool, UseFilter which) {
        return used(pool, which).collect(Collectors.groupingBy(usage -> day(usage.at()), Collectors.groupingBy(
                usage -> usage.work().operation(), Collectors.collectingAndThen(sum(), UseSum::credits))));
    }

    private Stream<Usage> used(PoolId pool, UseFilter which) {
        return pools.usage(pool).stream().filter(usage -> matches(which, usage.at(), usage.work()));
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }

    private static Collector<Usage, ?, UseSum> sum() {
        return Collectors.teeing(Collectors.summingLong(InMemoryLedgerReader::net),
                Collectors.summingLong(Usage::charges),
                (micros, charges) -> new UseSum(Credits.ofMicros(micros), charges));
    }

    @Override
    public SequencedMap<String, Credits> mostUsed(PoolId pool, long period, int limit) {
        Map<String, UseSum> sums = pools.usage(pool).stream().filter(usage -> usage.period() == period)
                .collect(Collectors.groupingBy(usage -> usage.work().builder(), sum()));
        SequencedMap<String, Credits> most = new LinkedHashMap<>();
        sums.entrySet().stream().filter(used -> used.getValue().credits().isPositive())
                .sorted(Map.Entry.<String, UseSum>comparingByValue(Comparator.comparing(UseSum::credits)).reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(limit).forEach(used -> most.put(used.getKey(), used.getValue().credits()));
        return most;
    }

    @Override
    public Map<String, BuilderUse> buildersUse(PoolId pool, long period, Instant now, @Nullable String builder) {
        Map<String, BuilderUse> uses = pools.uses(pool, period, now);
        uses.keySet().removeIf(email -> builder != null && !email.equals(builder));
        return uses;
    }

    @Override
    public Map<String, List<Credits>> costs(PoolId pool, Collection<String> operations, Instant sinceInclusive,
            int limit) {
        Map<String, List<Credits>> costs = new HashMap<>();
        for (String operation : operations) {
            costs.put(operation, pools.chargesBefore(pool, Long.MAX_VALUE).stream()
                    .filter(charge -> charge.work().operation().equals(operation) && !charge.work().ownKey()
                            && !charge.chargedAt().isBefore(sinceInclusive) && charge.left().isPositive())
                    .limit(limit).map(Charge::left).toList());
        }
        return costs;
    }

    private static long net(Usage usage) {
        return usage.spent().micros() - usage.madeGood().micros();
    }
}
