package scrip.domain.pool;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;
import scrip.domain.credit.Credits;
import scrip.domain.ledger.Account;
import scrip.domain.ledger.Cause;
import scrip.domain.ledger.Source;
import scrip.domain.ledger.Transfer;
import scrip.domain.ledger.TransferType;
import scrip.domain.license.Licensing;
import scrip.domain.license.Period;
import scrip.domain.notice.Matter;
import scrip.domain.notice.Notice;

/**
 * The open books of one turn: the pool's parts as they are being changed, and the journal of the transfers that changed
 * them. Every method that moves credits does both at once, so the two cannot drift apart.
 */
final class Books {

    private final CreditPool before;
    private final List<Transfer> journal = new ArrayList<>();
    private final Map<Long, Hold> changedHolds = new LinkedHashMap<>();
    private final Map<Long, Charge> charges = new HashMap<>();
    private final Map<Long, Charge> changedCharges = new LinkedHashMap<>();
    private final List<Usage> usage = new ArrayList<>();
    private final List<Repayment> repayments = new ArrayList<>();
    private final List<Notice> notices = new ArrayList<>();
    private long lastNumber;
    private HeldCredits held;
    private List<Debt> debts;
    private final Limiting limiting;

    Instant asOf;
    Licensing licensing;
    Period period;
    Stock stock;
    Told told;
    Limits limits;

    Books(CreditPool pool, Loaded loaded) {
        before = pool;
        limiting = new Limiting(loaded.builders());
        loaded.charges().forEach(charge -> charges.put(charge.number(), charge));
        lastNumber = pool.lastNumber();
        held = pool.held();
        debts = new ArrayList<>(pool.debts());
        asOf = pool.asOf();
        licensing = pool.licensing();
        period = pool.period();
        stock = pool.stock();
        told = pool.told();
        limits = pool.limits();
    }

    CreditPool pool() {
        return new CreditPool(before.id(), before.createdAt(), asOf, lastNumber, licensing, period, stock, held, debts,
                told, limits);
    }

    Decision close(List<Reply> replies) {
        return new Decision(pool(), replies, List.copyOf(journal), List.copyOf(changedHolds.values()),
                List.copyOf(changedCharges.values()), List.copyOf(usage), List.copyOf(repayments),
                List.copyOf(notices));
    }

    long nextNumber() {
        return ++lastNumber;
    }

    Instant poolCreatedAt() {
        return before.createdAt();
    }

    void keep(Hold hold) {
        changedHolds.put(hold.number(), hold);
    }

    /** Keeps a hold that sets credits aside from now on. */
    void open(Hold hold) {
        limiting.opened(hold);
        keep(hold);
    }

    /** Keeps a hold that ends; one that had lapsed before holds nothing any more. */
    Hold end(Hold hold, Hold.Status as) {
        if (hold.isOpen()) {
            limiting.ended(hold);
        }
        Hold ended = hold.ended(as);
        keep(ended);
        return ended;
    }

    void keep(Charge charge) {
        charges.put(charge.number(), charge);
        changedCharges.put(charge.number(), charge);
    }

    /** @return the charge as it is by now, if it was loaded or made in this turn */
    @Nullable
    Charge charge(long number) {
        return charges.get(number);
    }

    Collection<Hold> changedHolds() {
        return changedHolds.values();
    }

    void count(Usage part) {
        usage.add(part);
        limiting.count(part, period.number());
    }

    /** @return the refusal, if the builder's limit does not let him take so many credits (rule 24) */
    Optional<Reply.LimitReached> refusal(Work work, Credits wanted) {
        return limiting.refusal(limits, period, work, wanted);
    }

    void tell(Instant at, Matter matter) {
        told = told.withLastNumber(told.lastNumber() + 1);
        notices.add(new Notice(told.lastNumber(), at, matter));
    }

    HeldCredits held() {
        return held;
    }

    boolean isInDebt() {
        return !debts.isEmpty();
    }

    /** What a movement is written down with. */
    record Why(Instant dueAt, TransferType type, Cause cause) {}

    /** Credits leave the stock for good or for a hold's keeping. */
    void take(Slices slices, Account to, Why why) {
        for (Slice slice : slices.list()) {
            stock = stock.minus(slice);
            if (to == Account.HELD) {
                held = held.plus(slice, period.number());
            }
            write(why, slice.source().account(), to, slice.credits(), slice.source());
        }
    }

    /** Credits that a hold kept are spent. */
    void spendHeld(Slices slices, Why why) {
        for (Slice slice : slices.list()) {
            held = held.minus(slice, period.number());
            write(why, Account.HELD, Account.SPENT, slice.credits(), slice.source());
        }
    }

    /** Credits that a hold kept go back where they came from, or expire there if that has ended (rule 14). */
    void returnHeld(Slices slices, Why why) {
        for (Slice slice : slices.list()) {
            held = held.minus(slice, period.number());
            if (stock.holds(slice.source())) {
                put(slice, Account.HELD, why);
            } else {
                expireOutsideStock(slice, Account.HELD, why);
            }
        }
    }

    /** Credits that would go back to what has ended expire there; a payment made in time may still revive them. */
    void expireOutsideStock(Slice slice, Account from, Why why) {
        if (slice.source() instanceof Source.AddOn addOn) {
            stock = stock.withAddOn(stock.addOn().withMoreExpired(addOn.purchase(), slice.credits()));
        }
        write(new Why(why.dueAt, TransferType.EXPIRY, why.cause), from, Account.EXPIRED, slice.credits(),
                slice.source());
    }

    /** What has expired with an add-on pool is there again; the caller puts that pool into the stock. */
    void reverseExpiry(AddOn ended, Instant dueAt, Cause cause) {
        Why why = new Why(dueAt, TransferType.EXPIRY_REVERSAL, cause);
        ended.lots().forEach(lot -> write(why, Account.EXPIRED, Account.ADD_ON, lot.available(),
                new Source.AddOn(lot.purchase())));
    }

    /** Credits come into the stock, to a source that it holds, and repay debt first (rule 17). */
    void put(Slice slice, Account from, Why why) {
        add(slice, from, why);
        repayDebts(why.dueAt);
    }

    /** Credits come into the stock without repaying debt yet. */
    void add(Slice slice, Account from, Why why) {
        if (slice.credits().isPositive()) {
            stock = stock.plus(slice);
            write(why, from, slice.source().account(), slice.credits(), slice.source());
        }
    }

    void repayDebts(Instant dueAt) {
        repayDebts(dueAt, _ -> false);
    }

    /** @return what of it repaid the debts that are asked for */
    Slices repayDebts(Instant dueAt, Predicate<Debt> asked) {
        Slices repaid = Slices.NONE;
        while (!debts.isEmpty() && stock.available().isPositive()) {
            Debt oldest = debts.removeFirst();
            Slices paid = stock.pick(oldest.outstanding());
            take(paid, Account.DEBT, new Why(dueAt, TransferType.REPAYMENT, oldest.cause()));
            repaid(oldest.cause().charge(), paid);
            repaid = asked.test(oldest) ? repaid.plus(paid) : repaid;
            Credits still = oldest.outstanding().minus(paid.total());
            if (still.isPositive()) {
                debts.addFirst(new Debt(oldest.cause(), still));
            }
        }
        return repaid;
    }

    /** A charge at hand can give back at once what repaid its debt; for another it is left to be written down. */
    private void repaid(@Nullable Long number, Slices paid) {
        Charge charge = number == null ? null : charges.get(number);
        if (charge != null) {
            keep(charge.withRepaid(paid));
        } else if (number != null) {
            paid.list().forEach(slice -> repayments.add(new Repayment(number, slice)));
        }
    }

    /** The pool owes what it did not have. */
    void owe(Credits credits, Account to, Why why) {
        if (credits.isPositive()) {
            write(why, Account.DEBT, to, credits, null);
            debts.add(new Debt(why.cause, credits));
        }
    }

    /**
     * @param by
     *            where the forgiven credits had gone
     * @return how much of the amount was forgiven: no more than what is still owed for such a debt
     */
    Credits forgive(Predicate<Debt> which, Credits most, Account by, Why why) {
        Credits forgiven = Credits.ZERO;
        for (int i = 0; i < debts.size(); i++) {
            Debt debt = debts.get(i);
            if (which.test(debt)) {
                Credits part = debt.outstanding().min(most.minus(forgiven));
                forgiven = forgiven.plus(part);
                debts.set(i, new Debt(debt.cause(), debt.outstanding().minus(part)));
            }
        }
        debts.removeIf(debt -> debt.outstanding().isZero());
        write(why, by, Account.DEBT, forgiven, null);
        return forgiven;
    }

    void startPeriod(Period next) {
        stock = stock.inPeriod(next.number());
        held = held.afterPeriodEnd();
        limiting.startPeriod();
        period = next;
    }

    void write(Why why, Account from, Account to, Credits credits, @Nullable Source source) {
        if (credits.isPositive()) {
            journal.add(new Transfer(why.dueAt, why.type, from, to, credits, source, why.cause));
        }
    }
}
