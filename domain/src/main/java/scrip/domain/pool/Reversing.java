package scrip.domain.pool;

import java.time.Instant;

import scrip.domain.credit.Credits;
import scrip.domain.ledger.Account;
import scrip.domain.ledger.Cause;
import scrip.domain.ledger.Source;
import scrip.domain.ledger.TransferType;

/** Rules 28 and 29: taking back credits whose money went back, and putting them back if it returns. */
final class Reversing {

    private final Books books;
    private final Instant now;
    private final Passing passing;

    Reversing(Books books, Instant now, Passing passing) {
        this.books = books;
        this.now = now;
        this.passing = passing;
    }

    /** What is missing is owed and repaid at once from whatever there is, in the order of rule 12. */
    Reply takeBack(Command.TakeBack c) {
        Books.Why why = new Books.Why(now, c.type(), Cause.ofPurchase(c.purchase()));
        Slices credits = books.stock.pickFrom(c.purchase(), c.credits());
        Slices bonus = books.stock.pickBonus(c.purchase(), c.bonus());
        books.take(credits.plus(bonus), Account.REVOKED, why);
        Taken taken = new Taken(new Taken.Part(credits, c.credits()), new Taken.Part(bonus, c.bonus()));
        books.owe(taken.owed(), Account.REVOKED, new Books.Why(now, TransferType.DEBT, why.cause()));
        Slices repaying = books.repayDebts(now, debt -> debt.isOfPurchase(c.purchase()));
        setStanding(c.purchase(), c.stands());
        return new Reply.TakenBack(taken.repaidWith(repaying));
    }

    /**
     * Credits and bonus return each for itself, what was taken last first, as if it had never been taken. What was debt and
     * has been repaid since comes back to the purchase: nobody can tell any more what repaid it.
     */
    Reply putBack(Command.PutBack c) {
        setStanding(c.purchase(), c.stands());
        if (c.stands()) {
            revive(c.purchase());
        }
        Books.Why why = new Books.Why(now, TransferType.REINSTATEMENT, Cause.ofPurchase(c.purchase()));
        Slices back = c.taken().last(c.credits(), c.bonus());
        Credits owed = c.credits().plus(c.bonus()).minus(back.total());
        Credits forgiven = books.forgive(debt -> debt.isOfPurchase(c.purchase()), owed, Account.REVOKED, why);
        back.list().forEach(slice -> putBack(slice, why));
        putBack(new Slice(new Source.AddOn(c.purchase()), owed.minus(forgiven)), why);
        Slices repaying = books.repayDebts(now, debt -> debt.isOfPurchase(c.purchase()));
        return new Reply.PutBack(c.taken().withoutLast(c.credits(), c.bonus()).repaidWith(repaying));
    }

    private void putBack(Slice slice, Books.Why why) {
        if (slice.credits().isZero()) {
            return;
        }
        if (books.stock.holds(slice.source())) {
            books.add(slice, Account.REVOKED, why);
        } else {
            books.expireOutsideStock(slice, Account.REVOKED, why);
        }
    }

    /** A pool that has ended because the purchase held it up no longer has not ended, if it would still run with it. */
    private void revive(String purchase) {
        AddOn running = books.stock.addOn();
        AddOn ended = running.ended();
        if (ended == null || ended.lot(purchase).isEmpty()) {
            return;
        }
        AddOn again = ended.withLot(purchase, lot -> lot.withStands(true)).endingWithTheLatest();
        Instant end = again.endsAt();
        if (end != null && end.isAfter(now)) {
            books.reverseExpiry(ended, now, Cause.ofPurchase(purchase));
            books.stock = books.stock.withAddOn(again.withMore(running.lots()));
        }
    }

    /** The end of the add-on pool follows the latest purchase that stands; one that is past comes now, not before. */
    private void setStanding(String purchase, boolean stands) {
        AddOn changed = books.stock.addOn().withLot(purchase, lot -> lot.withStands(stands)).endingWithTheLatest();
        Instant end = changed.endsAt();
        books.stock = books.stock.withAddOn(end != null && end.isBefore(now) ? changed.endingAt(now) : changed);
        passing.until(now);
    }
}
