package scrip.domain.purchase;

import java.math.BigInteger;
import java.util.Optional;

import scrip.domain.credit.Credits;
import scrip.domain.ledger.TransferType;
import scrip.domain.pool.Command;
import scrip.domain.pool.CreditPool;
import scrip.domain.pool.Lot;
import scrip.domain.pool.Reply;
import scrip.domain.pool.Taken;
import scrip.domain.pool.Turn;

/**
 * Keeps the credits of a purchase in step with its money: how many are to be taken back follows from the money that is
 * gone, so the same news twice, or in another order, ends in the same (rules 28 and 29).
 */
final class Reckoning {

    private Reckoning() {}

    /** Takes back or puts back the difference between what the money says and what is taken. */
    static Purchase settle(Purchase purchase, TransferType type, Turn turn) {
        if (purchase.payment() == null || purchase.order().total().isZero()) {
            return purchase;
        }
        Reversals so = purchase.reversals();
        Credits credits = creditsGone(purchase.order(), so);
        Credits bonus = share(purchase.order().bonus(), so.moneyGone(), purchase.order());
        Taken taken = putBack(purchase, credits, bonus, turn);
        Command.TakeBack more = new Command.TakeBack(purchase.id(), type, credits.minus(taken.credits().all()),
                bonus.minus(taken.bonus().all()), stands(purchase));
        return purchase.with(so.withTaken(takeBack(more, taken, turn)));
    }

    private static Taken putBack(Purchase purchase, Credits credits, Credits bonus, Turn turn) {
        Taken taken = purchase.reversals().taken();
        Credits fewer = taken.credits().all().minusOrZero(credits);
        Credits fewerBonus = taken.bonus().all().minusOrZero(bonus);
        if (fewer.isZero() && fewerBonus.isZero()) {
            return taken;
        }
        return turn.decide(new Command.PutBack(purchase.id(), fewer, fewerBonus, taken,
                stands(purchase))) instanceof Reply.PutBack back ? back.taken() : taken;
    }

    private static Taken takeBack(Command.TakeBack command, Taken taken, Turn turn) {
        return turn.decide(command) instanceof Reply.TakenBack back ? taken.plus(back.taken()) : taken;
    }

    static Purchase.Status status(Order order, Reversals reversals) {
        if (reversals.disputes(Reversals.Dispute.State.OPEN, Reversals.Dispute.State.LOST).findAny().isPresent()) {
            return Purchase.Status.DISPUTED;
        }
        long refunded = reversals.moneyRefunded();
        if (refunded == 0) {
            return Purchase.Status.PAID;
        }
        return refunded >= order.total().minorUnits()
                ? Purchase.Status.REFUNDED
                : Purchase.Status.PARTIALLY_REFUNDED;
    }

    /** It stands unless all its money was refunded or a dispute on it was lost. */
    private static boolean stands(Purchase purchase) {
        Reversals so = purchase.reversals();
        return so.moneyRefunded() < purchase.order().total().minorUnits()
                && so.disputes(Reversals.Dispute.State.LOST).findAny().isEmpty();
    }

    /** What the operator paid back counts with its own credits, everything else by its share of the money. */
    private static Credits creditsGone(Order order, Reversals so) {
        long gone = so.moneyGone();
        if (gone >= order.total().minorUnits()) {
            return order.credits();
        }
        return so.ownCredits().plus(share(order.credits(), gone - so.ownMoney(), order)).min(order.credits());
    }

    /** Rounded down to whole credits, but all of them for all the money. */
    private static Credits share(Credits credits, long money, Order order) {
        long total = order.total().minorUnits();
        return money >= total ? credits : proportion(credits.micros(), money, total).wholeFloor();
    }

    private static Credits proportion(long of, long part, long whole) {
        return Credits.ofMicros(scaled(of, part, whole));
    }

    /** @return {@code of × to ÷ from}, rounded down */
    static long scaled(long of, long to, long from) {
        return to == from ? of
                : BigInteger.valueOf(of).multiply(BigInteger.valueOf(to)).divide(BigInteger.valueOf(from))
                        .longValueExact();
    }

    static Optional<Refundable> refundable(Purchase purchase, CreditPool pool) {
        Order order = purchase.order();
        Credits unused = pool.stock().addOn().lot(purchase.id()).map(Lot::available).orElse(Credits.ZERO).wholeFloor();
        Purchase.Payment payment = purchase.payment();
        boolean open = payment != null && payment.intent() != null && (purchase.status() == Purchase.Status.PAID
                || purchase.status() == Purchase.Status.PARTIALLY_REFUNDED);
        if (!open || unused.isZero()) {
            return Optional.empty();
        }
        long cost = proportion(order.total().minorUnits(), unused.micros(), order.credits().micros()).micros();
        long left = order.total().minorUnits() - purchase.reversals().moneyGone();
        long amount = Math.min(cost, left);
        return amount > 0 ? Optional.of(new Refundable(unused, amount)) : Optional.empty();
    }
}
