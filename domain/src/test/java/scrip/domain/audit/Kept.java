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
public record Kept(StoredPool pool, List<Line> lines, List<Hold> holds, List<HeldTotal> held, List<Charge> charges,
        Totals totals, List<Purchase> purchases) {

    /** Everything that is kept added up. */
    record Totals(List<DayTotal> days, List<MovementTotal> movements, List<UseTotal> byDay, List<UseTotal> byMonth,
            List<UseTotal> ofDays, List<UseTotal> byPeriod) {

        static Totals of(List<Entry> entries, List<Usage> usage) {
            return new Totals(Kept.days(entries), Kept.movements(entries), use(usage, part -> new UseTotal(day(part),
                    part.work().builder(), part.work().operation(), net(part), part.charges())),
                    use(usage, part -> new UseTotal(month(part), part.work().builder(), part.work().operation(),
                            net(part), part.charges())),
                    use(usage, part -> new UseTotal(day(part), "", part.work().operation(), net(part),
                            part.charges(), part.charge(), part.charge())),
                    use(usage, part -> new UseTotal(part.period(), part.work().builder(), "", net(part), 0)));
        }
    }

    public static Kept of(StoredPool pool, List<Entry> entries, Collection<Hold> open, Collection<Charge> charges,
            List<Usage> usage) {
        return new Kept(pool, entries.stream().map(Line::of).toList(),
                sorted(open, Hold::number), held(open),
                sorted(charges, Charge::number), Totals.of(entries, usage), null);
    }

    private static <T> List<T> sorted(Collection<T> all, Function<T, Long> key) {
        return all.stream().sorted(Comparator.comparing(key)).toList();
    }

    private static List<HeldTotal> held(Collection<Hold> open) {
        Map<String, Long> sums = new TreeMap<>();
        open.forEach(hold -> sums.merge(hold.work().builder(), hold.credits().micros(), Long::sum));
        return sums.entrySet().stream().filter(of -> of.getValue() != 0)
                .map(of -> new HeldTotal(of.getKey(), of.getValue())).toList();
    }

    private static long day(Usage part) {
        return LocalDate.ofInstant(part.at(), ZoneOffset.UTC).toEpochDay();
    }

    private static long month(Usage part) {
        LocalDate day = LocalDate.ofInstant(part.at(), ZoneOffset.UTC);
        return day.getYear() * 12L + day.getMonthValue() - 1;
    }

    private static long net(Usage part) {
        return part.spent().micros() - part.madeGood().micros();
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

    private static List<MovementTotal> movements(List<Entry> entries) {
        Map<String, MovementTotal> totals = new TreeMap<>();
        entries.stream().map(MovementTotal::of)
                .forEach(more -> totals.merge(more.day() + " " + more.way(), more, MovementTotal::plus));
        return List.copyOf(totals.values());
    }

    private static List<UseTotal> use(List<Usage> usage, Function<Usage, UseTotal> total) {
        Map<String, UseTotal> totals = new TreeMap<>();
        usage.stream().map(total).forEach(more -> totals
                .merge("%09d".formatted(more.group()) + more.builder() + more.operation(), more, UseTotal::plus));
        return List.copyOf(totals.values());
    }

    /** @return what a verifier finds */
    public List<Flaw> audit() {
        Flaws flaws = new Flaws();
        LedgerReplay replay = new LedgerReplay(pool.pool().id(), flaws);
        ChargeCheck check = new ChargeCheck(pool.pool(), charges.iterator(),
                new ChargeCheck.Totals(totals.byDay.iterator(), totals.byMonth.iterator(), totals.ofDays.iterator(),
                        totals.byPeriod.iterator()),
                flaws);
        for (Line line : lines) {
            replay.next(line);
            if (line.entry() != null) {
                check.next(line.entry());
            }
        }
        replay.check(pool);
        check.end();
        totals.days.forEach(replay.days()::next);
        replay.days().end();
        totals.movements.forEach(replay.movements()::next);
        replay.movements().end();
        HoldCheck holdCheck = replay.holds(pool);
        holds.forEach(holdCheck::next);
        held.forEach(holdCheck::total);
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
        return new Kept(change.apply(pool), lines, holds, held, charges, totals, purchases);
    }

    Kept withLines(UnaryOperator<List<Line>> change) {
        return new Kept(pool, change.apply(new ArrayList<>(lines)), holds, held, charges, totals, purchases);
    }

    Kept withHolds(UnaryOperator<List<Hold>> change) {
        return new Kept(pool, lines, change.apply(new ArrayList<>(holds)), held, charges, totals, purchases);
    }

    Kept withHeld(UnaryOperator<List<HeldTotal>> change) {
        return new Kept(pool, lines, holds, change.apply(new ArrayList<>(held)), charges, totals, purchases);
    }

    Kept withCharges(UnaryOperator<List<Charge>> change) {
        return new Kept(pool, lines, holds, held, change.apply(new ArrayList<>(charges)), totals, purchases);
    }

    Kept withDays(UnaryOperator<List<DayTotal>> change) {
        return with(new Totals(change.apply(new ArrayList<>(totals.days)), totals.movements, totals.byDay,
                totals.byMonth, totals.ofDays, totals.byPeriod));
    }

    Kept withMovements(UnaryOperator<List<MovementTotal>> change) {
        return with(new Totals(totals.days, change.apply(new ArrayList<>(totals.movements)), totals.byDay,
                totals.byMonth, totals.ofDays, totals.byPeriod));
    }

    Kept withUseByDay(UnaryOperator<List<UseTotal>> change) {
        return with(new Totals(totals.days, totals.movements, change.apply(new ArrayList<>(totals.byDay)),
                totals.byMonth, totals.ofDays, totals.byPeriod));
    }

    Kept withUseByMonth(UnaryOperator<List<UseTotal>> change) {
        return with(new Totals(totals.days, totals.movements, totals.byDay,
                change.apply(new ArrayList<>(totals.byMonth)), totals.ofDays, totals.byPeriod));
    }

    Kept withUseOfDays(UnaryOperator<List<UseTotal>> change) {
        return with(new Totals(totals.days, totals.movements, totals.byDay, totals.byMonth,
                change.apply(new ArrayList<>(totals.ofDays)), totals.byPeriod));
    }

    Kept withUseByPeriod(UnaryOperator<List<UseTotal>> change) {
        return with(new Totals(totals.days, totals.movements, totals.byDay, totals.byMonth, totals.ofDays,
                change.apply(new ArrayList<>(totals.byPeriod))));
    }

    private Kept with(Totals changed) {
        return new Kept(pool, lines, holds, held, charges, changed, purchases);
    }

    public Kept withPurchases(List<Purchase> all) {
        return new Kept(pool, lines, holds, held, charges, totals, all);
    }
}
