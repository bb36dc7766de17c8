package scrip.domain.pool;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import scrip.domain.credit.Credits;
import scrip.domain.ledger.Account;
import scrip.domain.ledger.TransferType;
import scrip.domain.pricing.Receipt;

/** Rules 12 to 18 and 24: holding, settling, releasing, extending and charging. */
final class Spending {

    private final Books books;
    private final Instant now;
    private final Map<Long, Hold> holds;

    Spending(Books books, Instant now, Map<Long, Hold> holds) {
        this.books = books;
        this.now = now;
        this.holds = holds;
    }

    Reply hold(Command.PlaceHold c) {
        Credits wanted = c.work().ownKey() ? Credits.ZERO : c.credits();
        Optional<Reply> refusal = refusal(c.work(), wanted, false);
        return refusal.orElseGet(() -> hold(c, wanted));
    }

    private Reply hold(Command.PlaceHold c, Credits wanted) {
        Slices slices = books.stock.pick(wanted);
        Hold hold = new Hold(books.nextNumber(), Hold.Status.HELD, c.work(), wanted, c.ceiling(), slices, now,
                now.plus(c.timeToLive()));
        books.take(slices, Account.HELD, why(TransferType.HOLD, hold, null));
        books.open(hold);
        holds.put(hold.number(), hold);
        return new Reply.Held(hold);
    }

    Reply charge(Command.MakeCharge c) {
        Credits wanted = c.work().ownKey() ? Credits.ZERO : c.credits();
        Optional<Reply> refusal = refusal(c.work(), wanted, c.shortfallIsDebt());
        return refusal.orElseGet(() -> bill(new Bill(c.work(), null, wanted, Slices.NONE, c.receipt())));
    }

    /** The limit goes first: credits that are bought would not help a builder past it. */
    private Optional<Reply> refusal(Work work, Credits wanted, boolean shortfallIsDebt) {
        Optional<Reply> limit = books.refusal(work, wanted).map(Function.identity());
        if (limit.isPresent() || shortfallIsDebt || !wanted.isMoreThan(books.stock.available())) {
            return limit;
        }
        return Optional.of(new Reply.Insufficient(wanted, books.stock.available(), books.period.endExclusive()));
    }

    Reply settle(Command.Settle c) {
        Hold hold = holds.get(c.hold());
        if (hold == null) {
            return new Reply.NoSuchHold();
        }
        return switch (hold.status()) {
            case HELD, LAPSED -> settle(hold, c);
            case SETTLED, RELEASED -> new Reply.HoldClosed(hold);
        };
    }

    /** A lapsed hold keeps nothing any more, so all of it is taken from what is available now (rule 16). */
    private Reply settle(Hold hold, Command.Settle c) {
        Credits used = hold.work().ownKey() ? Credits.ZERO : c.used();
        Credits due = hold.ceiling() == null ? used : used.min(hold.ceiling());
        Slices kept = hold.isOpen() ? hold.slices() : Slices.NONE;
        Reply.Charged charged = bill(new Bill(hold.work(), hold, due, kept.first(due), c.receipt()).waiving(used));
        // Only now: what returns repays the debt that the charge may have found.
        books.returnHeld(kept.after(due), why(TransferType.RETURN, hold, charged.charge().number()));
        end(hold, Hold.Status.SETTLED);
        return charged;
    }

    Reply release(Command.Release c) {
        return open(c.hold(), hold -> {
            books.returnHeld(hold.slices(), why(TransferType.RETURN, hold, null));
            return new Reply.Released(end(hold, Hold.Status.RELEASED));
        });
    }

    Reply extend(Command.Extend c) {
        return open(c.hold(), hold -> new Reply.Extended(keep(extended(hold, c.timeToLive()))));
    }

    private Hold extended(Hold hold, Duration timeToLive) {
        Instant end = now.plus(timeToLive);
        return end.isAfter(hold.expiresAt()) ? hold.expiringAt(end) : hold;
    }

    private Reply open(long number, Function<Hold, Reply> change) {
        Hold hold = holds.get(number);
        if (hold == null) {
            return new Reply.NoSuchHold();
        }
        return hold.isOpen() ? change.apply(hold) : new Reply.HoldClosed(hold);
    }

    /**
     * What is to be charged.
     *
     * @param due
     *            how much
     * @param fromHold
     *            what of it the hold has set aside
     */
    private record Bill(Work work, @Nullable Hold hold, Credits due, Slices fromHold, Receipt receipt, Credits waived) {

        Bill(Work work, @Nullable Hold hold, Credits due, Slices fromHold, Receipt receipt) {
            this(work, hold, due, fromHold, receipt, Credits.ZERO);
        }

        Bill waiving(Credits used) {
            return new Bill(work, hold, due, fromHold, receipt, used.minus(due));
        }

        boolean isLate() {
            return hold != null && !hold.isOpen();
        }
    }

    /** Takes what is due from the hold, then from what is available; the rest is debt (rules 14 to 16). */
    private Reply.Charged bill(Bill bill) {
        long number = books.nextNumber();
        Long holdNumber = bill.hold == null ? null : bill.hold.number();
        Books.Why spend = new Books.Why(now, TransferType.SPEND, bill.work.cause(holdNumber, number));
        books.spendHeld(bill.fromHold, spend);
        Slices more = books.stock.pick(bill.due.minus(bill.fromHold.total()));
        books.take(more, Account.SPENT, spend);
        Slices slices = bill.fromHold.plus(more);
        Credits debt = bill.due.minus(slices.total());
        books.owe(debt, Account.SPENT, new Books.Why(now, TransferType.DEBT, spend.cause()));
        Charge charge = new Charge(number, holdNumber, bill.work, bill.due, slices, debt, bill.waived, bill.isLate(),
                now, books.period.number(), bill.receipt, slices, Credits.ZERO);
        books.keep(charge);
        books.count(new Usage(now, books.period.number(), number, bill.work, bill.due, Credits.ZERO, 1));
        return new Reply.Charged(charge);
    }

    private Hold end(Hold hold, Hold.Status as) {
        Hold ended = books.end(hold, as);
        holds.put(ended.number(), ended);
        return ended;
    }

    private Hold keep(Hold hold) {
        holds.put(hold.number(), hold);
        books.keep(hold);
        return hold;
    }

    private Books.Why why(TransferType type, Hold hold, @Nullable Long charge) {
        return new Books.Why(now, type, hold.work().cause(hold.number(), charge));
    }
}
