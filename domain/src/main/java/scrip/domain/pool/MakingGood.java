package scrip.domain.pool;

import java.time.Instant;
import java.util.List;

import scrip.domain.credit.Credits;
import scrip.domain.ledger.Account;
import scrip.domain.ledger.Source;
import scrip.domain.ledger.TransferType;

/** Rule 19: giving back a charge or a part of it. */
final class MakingGood {

    private final Books books;
    private final Instant now;
    private final Terms terms;

    MakingGood(Books books, Instant now, Terms terms) {
        this.books = books;
        this.now = now;
        this.terms = terms;
    }

    Reply makeGood(Command.MakeGood c) {
        Charge charge = books.charge(c.charge());
        if (charge == null) {
            return new Reply.NoSuchCharge();
        }
        Credits wanted = c.credits() == null ? charge.left() : c.credits();
        if (charge.left().isZero()) {
            return new Reply.ChargeAlreadyRefunded(charge);
        }
        return wanted.isMoreThan(charge.left()) ? new Reply.MoreThanCharged(charge.left())
                : giveBack(charge, wanted, c);
    }

    /** Debt that still is goes first, then the credits in the reverse order of spending. */
    private Reply giveBack(Charge charge, Credits wanted, Command.MakeGood c) {
        Books.Why why = new Books.Why(now, TransferType.MAKE_GOOD, charge.work().cause(charge.hold(), charge.number()));
        Credits forgiven = books.forgive(debt -> debt.isOfCharge(charge.number()), wanted, Account.SPENT, why);
        Slices backwards = charge.refundable().backwards();
        Slices back = backwards.first(wanted.minus(forgiven));
        Slices returned = Slices.NONE;
        Credits homeless = Credits.ZERO;
        for (Slice slice : back.list()) {
            if (books.stock.holds(slice.source())) {
                books.add(slice, Account.SPENT, why);
                returned = returned.plus(new Slices(List.of(slice)));
            } else {
                homeless = homeless.plus(slice.credits());
            }
        }
        giveAsPromotional(homeless, c.reason(), why);
        books.repayDebts(now);
        Charge after = charge.refunded(wanted, backwards.after(back.total()).reversed());
        books.keep(after);
        books.count(new Usage(charge.chargedAt(), charge.period(), charge.number(), charge.work(), Credits.ZERO, wanted,
                0));
        return new Reply.MadeGood(after, wanted, returned, homeless, forgiven);
    }

    private void giveAsPromotional(Credits credits, String reason, Books.Why why) {
        if (credits.isPositive()) {
            Grant grant = new Grant(books.nextNumber(), Credits.ZERO, now.plus(terms.makeGoodLife()), reason, null);
            books.stock = books.stock.plus(grant);
            books.add(new Slice(new Source.Promotional(grant.number()), credits), Account.SPENT, why);
        }
    }
}
