package scrip.domain.audit;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import scrip.domain.audit.Flaw.Kind;
import scrip.domain.ledger.Account;
import scrip.domain.ledger.Entry;
import scrip.domain.ledger.Transfer;
import scrip.domain.ledger.TransferType;
import scrip.domain.pool.Charge;
import scrip.domain.pool.CreditPool;
import scrip.domain.pool.Debt;

/**
 * Compares charges with the entries that spend for them and give back of them, and the totals of use with the charges.
 * Both go forward together, since a charge gets its number when it is spent; what is kept is only the charges of which
 * something is given back later on.
 */
public final class ChargeCheck {

    private final Iterator<Charge> charges;
    private final UseCheck byDay;
    private final UseCheck byMonth;
    private final UseCheck ofDays;
    private final UseCheck byPeriod;
    private final Flaws flaws;
    private final Map<Long, Long> owed = new HashMap<>();
    private final Map<Long, Long> givenBackLater = new HashMap<>();
    private @Nullable Charge charge;
    private long spent;
    private long debt;

    /**
     * Totals of use as they are kept, each in the order of their groups.
     *
     * @param byDay
     *            by day, builder and operation
     * @param byMonth
     *            by month, builder and operation
     * @param ofDays
     *            by day and operation, of all builders
     * @param byPeriod
     *            by period and builder
     */
    public record Totals(Iterator<UseTotal> byDay, Iterator<UseTotal> byMonth, Iterator<UseTotal> ofDays,
            Iterator<UseTotal> byPeriod) {}

    /**
     * @param pool
     *            as it is kept
     * @param charges
     *            all its charges by their numbers, with what repaid their debt
     */
    public ChargeCheck(CreditPool pool, Iterator<Charge> charges, Totals totals, Flaws flaws) {
        this.charges = charges;
        this.flaws = flaws;
        byDay = new UseCheck(totals.byDay, ChargeCheck::day, flaws);
        byMonth = new UseCheck(totals.byMonth, ChargeCheck::month, flaws);
        ofDays = new UseCheck(totals.ofDays, day -> day(day) + " by all", flaws);
        byPeriod = new UseCheck(totals.byPeriod, number -> "period " + number, flaws);
        for (Debt each : pool.debts()) {
            if (each.cause().charge() != null) {
                owed.merge(each.cause().charge(), each.outstanding().micros(), Long::sum);
            }
        }
        advance();
    }

    private static String day(long sinceEpoch) {
        return LocalDate.ofEpochDay(sinceEpoch).toString();
    }

    private static String month(long sinceYear0) {
        return YearMonth.of(0, 1).plusMonths(sinceYear0).toString();
    }

    /** Takes the next entry of the ledger. */
    public void next(Entry entry) {
        Transfer transfer = entry.transfer();
        Long number = transfer.cause().charge();
        if (number == null) {
            return;
        }
        if (transfer.to() == Account.SPENT) {
            spent(entry, number);
        } else if (transfer.from() == Account.SPENT) {
            givenBack(entry, number);
        }
    }

    private void spent(Entry entry, long number) {
        while (charge != null && charge.number() < number) {
            advance();
        }
        if (charge == null || charge.number() != number) {
            flaws.add(Kind.CHARGE, entry.seq(), "Entry %d spends for charge %d, which is not there.".formatted(
                    entry.seq(), number));
            return;
        }
        Transfer transfer = entry.transfer();
        if (transfer.type() == TransferType.DEBT) {
            debt += transfer.credits().micros();
        } else {
            spent += transfer.credits().micros();
        }
        if (!charge.work().builder().equals(transfer.cause().builder())
                || !charge.work().operation().equals(transfer.cause().operation())
                || !Objects.equals(charge.hold(), transfer.cause().hold())
                || !charge.chargedAt().equals(transfer.dueAt())) {
            add(charge, entry.seq(), "has another builder, operation, hold or time than entry " + entry.seq());
        }
    }

    private void givenBack(Entry entry, long number) {
        long micros = entry.transfer().credits().micros();
        long left = givenBackLater.getOrDefault(number, 0L) - micros;
        if (left < 0) {
            flaws.add(Kind.CHARGE, entry.seq(), "Entry %d gives back more of charge %d than the charge says."
                    .formatted(entry.seq(), number));
        }
        if (left > 0) {
            givenBackLater.put(number, left);
        } else {
            givenBackLater.remove(number);
        }
    }

    private void advance() {
        if (charge != null) {
            close(charge);
        }
        spent = 0;
        debt = 0;
        charge = charges.hasNext() ? charges.next() : null;
        if (charge != null) {
            open(charge);
        }
    }

    private void open(Charge next) {
        if (next.refunded().isPositive()) {
            givenBackLater.put(next.number(), next.refunded().micros());
        }
        long net = left(next);
        String builder = next.work().builder();
        String operation = next.work().operation();
        LocalDate day = LocalDate.ofInstant(next.chargedAt(), ZoneOffset.UTC);
        byDay.add(new UseTotal(day.toEpochDay(), builder, operation, net, 1));
        byMonth.add(new UseTotal(day.getLong(ChronoField.PROLEPTIC_MONTH), builder, operation, net, 1));
        ofDays.add(new UseTotal(day.toEpochDay(), "", operation, net, 1, next.number(), next.number()));
        byPeriod.add(new UseTotal(next.period(), builder, "", net, 0));
    }

    private void close(Charge done) {
        if (done.slices().total().micros() != spent || done.debt().micros() != debt) {
            add(done, null, "took %s credits and %s of debt; the ledger says %s and %s".formatted(
                    done.slices().total(), done.debt(), Flaws.credits(spent), Flaws.credits(debt)));
        }
        if (!done.credits().equals(done.slices().total().plus(done.debt()))) {
            add(done, null, "is of %s credits, but took %s".formatted(done.credits(),
                    done.slices().total().plus(done.debt())));
        }
        long left = done.refundable().total().micros() + owed.getOrDefault(done.number(), 0L);
        if (left != left(done)) {
            add(done, null, "can give back %s credits, but should be able to give back %s".formatted(
                    Flaws.credits(left), Flaws.credits(left(done))));
        }
    }

    /** Not {@link Charge#left}, which does not take damaged amounts. */
    private static long left(Charge of) {
        return of.credits().micros() - of.refunded().micros();
    }

    private void add(Charge of, @Nullable Long seq, String what) {
        flaws.add(Kind.CHARGE, seq, "Charge %d %s.".formatted(of.number(), what));
    }

    /** All entries were taken: charges that are left were never spent, and what was to be given back never was. */
    public void end() {
        while (charge != null) {
            advance();
        }
        givenBackLater.forEach((number, micros) -> flaws.add(Kind.CHARGE, null,
                "Charge %d says that %s credits more were given back than the ledger does.".formatted(number,
                        Flaws.credits(micros))));
        byDay.end();
        byMonth.end();
        ofDays.end();
        byPeriod.end();
    }
}
