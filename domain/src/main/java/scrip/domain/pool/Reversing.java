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

    Reply takeBack(Command.TakeBack c) {
        Books.Why why = new Books.Why(now, c.type(), Cause.ofPurchase(c.purchase()));
        Slices from = books.stock.pickFrom(c.purchase(), c.credits())
                .plus(books.stock.pickBonus(c.purchase(), c.bonus()));
        books.take(from, Account.REVOKED, why);
        Credits debt = c.credits().plus(c.bonus()).minus(from.total());
        books.owe(debt, Account.REVOKED, new Books.Why(now, TransferType.DEBT, why.cause()));
        books.repayDebts(now);
        setStanding(c.purchase(), c.stands());
        return new Reply.TakenBack(from, debt);
    }

    /** What was debt and has been repaid since comes back to the purchase: nobody can tell any more what repaid it. */
    Reply putBack(Command.PutBack c) {
        setStanding(c.purchase(), c.stands());
        if (c.stands()) {
            revive(c.purchase());
        }
        Books.Why why = new Books.Why(now, TransferType.REINSTATEMENT, Cause.ofPurchase(c.purchase()));
        Credits forgiven = books.forgive(debt -> debt.isOfPurchase(c.purchase()), c.credits(), Account.REVOKED, why);
        Credits rest = c.credits().minus(forgiven);
        Slices back = c.taken().reversed().first(rest);
        back.list().forEach(slice -> putBack(slice, why));
        Credits repaid = rest.minus(back.total());
        if (repaid.isPositive()) {
            putBack(new Slice(new Source.AddOn(c.purchase()), repaid), why);
        }
        books.repayDebts(now);
        return new Reply.PutBack(c.taken().reversed().after(rest).reversed());
    }

    private void putBack(Slice slice, Books.Why why) {
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
