package scrip.application.reading;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
    public List<Charge> charges(PoolId pool, long before, int limit, @Nullable String builder) {
        return pools.chargesBefore(pool, before).stream()
                .filter(charge -> builder == null || charge.work().builder().equals(builder)).limit(limit).toList();
    }

    @Override
    public List<DayOfUse> usage(PoolId pool, LocalDate fromInclusive, LocalDate toExclusive) {
        record Key(LocalDate day, String builder, String operation) {}
        Map<Key, long[]> sums = new HashMap<>();
        for (Usage usage : pools.usage(pool)) {
            LocalDate day = LocalDate.ofInstant(usage.at(), ZoneOffset.UTC);
            if (!day.isBefore(fromInclusive) && day.isBefore(toExclusive)) {
                Key key = new Key(day, usage.work().builder(), usage.work().operation());
                long[] sum = sums.computeIfAbsent(key, _ -> new long[2]);
                sum[0] += net(usage);
                sum[1] += usage.charges();
            }
        }
        return sums.entrySet().stream().sorted(Map.Entry.comparingByKey(
                Comparator.comparing(Key::day).thenComparing(Key::builder).thenComparing(Key::operation)))
                .map(e -> new DayOfUse(e.getKey().day, e.getKey().builder, e.getKey().operation,
                        Credits.ofMicros(e.getValue()[0]), e.getValue()[1]))
                .toList();
    }

    @Override
    public Map<String, Credits> usedInPeriod(PoolId pool, long period) {
        Map<String, Long> sums = new HashMap<>();
        pools.usage(pool).stream().filter(usage -> usage.period() == period)
                .forEach(usage -> sums.merge(usage.work().builder(), net(usage), Math::addExact));
        Map<String, Credits> used = new HashMap<>();
        sums.forEach((builder, micros) -> used.put(builder, Credits.ofMicros(micros)));
        return used;
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
