package scrip.domain.audit;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;

import scrip.domain.ledger.Account;
import scrip.domain.ledger.Entry;
import scrip.domain.pool.Charge;
import scrip.domain.pool.Hold;
import scrip.domain.pool.Usage;
import scrip.domain.purchase.Purchase;

/**
 * All that is kept of a pool, to be verified whole or damaged.
 *
 * @param purchases
 *            null where a test does not care for them
 */
public record Kept(StoredPool pool, List<Line> lines, List<KeptHold> holds, List<Charge> charges, List<DayTotal> days,
        List<UseTotal> byDay, List<UseTotal> byPeriod, List<Purchase> purchases) {

    public static Kept of(StoredPool pool, List<Entry> entries, Collection<Hold> open, Collection<Charge> charges,
            List<Usage> usage) {
        return new Kept(pool, entries.stream().map(Line::of).toList(),
                sorted(open, Hold::number).stream().map(hold -> new KeptHold(hold, hold.expiresAt())).toList(),
                sorted(charges, Charge::number), days(entries), use(usage, Kept::day, true),
                use(usage, Usage::period, false), null);
    }

    private static <T> List<T> sorted(Collection<T> all, Function<T, Long> key) {
        return all.stream().sorted(Comparator.comparing(key)).toList();
    }

    private static long day(Usage part) {
        return LocalDate.ofInstant(part.at(), ZoneOffset.UTC).toEpochDay();
    }

    private static List<DayTotal> days(List<Entry> entries) {
        Map<String, DayTotal> totals = new TreeMap<>();
        for (Entry entry : entries) {
            LocalDate day = LocalDate.ofInstant(entry.transfer().dueAt(), ZoneOffset.UTC);
            long micros = entry.transfer().credits().micros();
            for (Account account : List.of(entry.transfer().from(), entry.transfer().to())) {
                long change = account == entry.transfer().to() ? micros : -micros;
                totals.merge(day + account.key(), new DayTotal(day, account, change, entry.seq(), entry.seq()),
                        (one, other) -> new DayTotal(day, account, one.micros() + other.micros(), one.firstSeq(),
                                other.lastSeq()));
            }
        }
        return List.copyOf(totals.values());
    }

    private static List<UseTotal> use(List<Usage> usage, Function<Usage, Long> group, boolean byOperation) {
        Map<String, UseTotal> totals = new TreeMap<>();
        for (Usage part : usage) {
            UseTotal more = new UseTotal(group.apply(part), part.work().builder(),
                    byOperation ? part.work().operation() : "", part.spent().micros() - part.madeGood().micros(),
                    byOperation ? part.charges() : 0);
            totals.merge("%09d".formatted(more.group()) + more.builder() + more.operation(), more,
                    (one, other) -> new UseTotal(one.group(), one.builder(), one.operation(),
                            one.micros() + other.micros(), one.charges() + other.charges()));
        }
        return List.copyOf(totals.values());
    }

    /** @return what a verifier finds */
    public List<Flaw> audit() {
        Flaws flaws = new Flaws();
        LedgerReplay replay = new LedgerReplay(pool.pool().id(), flaws);
        ChargeCheck check = new ChargeCheck(pool.pool(), charges.iterator(),
                new ChargeCheck.Totals(byDay.iterator(), byPeriod.iterator()), flaws);
        for (Line line : lines) {
            replay.next(line);
            if (line.entry() != null) {
                check.next(line.entry());
            }
        }
        replay.check(pool);
        check.end();
        days.forEach(replay.days()::next);
        replay.days().end();
        HoldCheck holdCheck = replay.holds(pool);
        holds.forEach(holdCheck::next);
        holdCheck.end();
        if (purchases != null) {
            PurchaseCheck purchaseCheck = replay.purchases();
            purchases.forEach(purchaseCheck::next);
            purchaseCheck.end();
        }
        return flaws.list();
    }

    // ---- damage

    Kept withPool(UnaryOperator<StoredPool> change) {
        return new Kept(change.apply(pool), lines, holds, charges, days, byDay, byPeriod, purchases);
    }

    Kept withLines(UnaryOperator<List<Line>> change) {
        return new Kept(pool, change.apply(new ArrayList<>(lines)), holds, charges, days, byDay, byPeriod, purchases);
    }

    Kept withHolds(UnaryOperator<List<KeptHold>> change) {
        return new Kept(pool, lines, change.apply(new ArrayList<>(holds)), charges, days, byDay, byPeriod, purchases);
    }

    Kept withCharges(UnaryOperator<List<Charge>> change) {
        return new Kept(pool, lines, holds, change.apply(new ArrayList<>(charges)), days, byDay, byPeriod, purchases);
    }

    Kept withDays(UnaryOperator<List<DayTotal>> change) {
        return new Kept(pool, lines, holds, charges, change.apply(new ArrayList<>(days)), byDay, byPeriod, purchases);
    }

    Kept withUseByDay(UnaryOperator<List<UseTotal>> change) {
        return new Kept(pool, lines, holds, charges, days, change.apply(new ArrayList<>(byDay)), byPeriod, purchases);
    }

    Kept withUseByPeriod(UnaryOperator<List<UseTotal>> change) {
        return new Kept(pool, lines, holds, charges, days, byDay, change.apply(new ArrayList<>(byPeriod)), purchases);
    }

    Kept withPurchases(List<Purchase> all) {
        return new Kept(pool, lines, holds, charges, days, byDay, byPeriod, all);
    }
}
