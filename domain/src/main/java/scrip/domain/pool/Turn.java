package scrip.domain.pool;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Several commands answered one after another at one instant: first time passes for the pool until then, then each
 * command is decided on what the ones before it left. A refused command leaves no trace. Used by one thread.
 */
public final class Turn {

    private final Instant now;
    private final Books books;
    private final Spending spending;
    private final Arrivals arrivals;
    private final MakingGood makingGood;
    private final Reversing reversing;
    private final Noticing noticing;

    private Turn(CreditPool pool, Instant now, Terms terms, Loaded loaded) {
        this.now = now.isBefore(pool.asOf()) ? pool.asOf() : now;
        books = new Books(pool, loaded);
        noticing = new Noticing(books, terms);
        Passing passing = new Passing(books, terms, loaded.holds().stream().filter(Hold::isOpen)
                .filter(hold -> !hold.expiresAt().isAfter(this.now)).toList());
        passing.until(this.now);
        noticing.lookAt(this.now);
        spending = new Spending(books, this.now, byNumber(loaded));
        arrivals = new Arrivals(books, this.now, passing);
        reversing = new Reversing(books, this.now, passing);
        makingGood = new MakingGood(books, this.now, terms);
    }

    /** Holds as they are once time has passed. */
    private Map<Long, Hold> byNumber(Loaded loaded) {
        Map<Long, Hold> holds = new HashMap<>();
        loaded.holds().forEach(hold -> holds.put(hold.number(), hold));
        books.changedHolds().forEach(hold -> holds.put(hold.number(), hold));
        return holds;
    }

    /**
     * Opens a turn on a pool and lets time pass for it.
     *
     * @param now
     *            the instant of the turn; one before the pool's last counts as that one, so that time never runs back
     */
    public static Turn begin(CreditPool pool, Instant now, Terms terms, Loaded loaded) {
        return new Turn(pool, now, terms, loaded);
    }

    public Reply decide(Command command) {
        Reply reply = answer(command);
        if (reply instanceof Reply.PurchaseCredited || reply instanceof Reply.PutBack) {
            noticing.rearm();
        }
        noticing.look();
        return reply;
    }

    private Reply answer(Command command) {
        return switch (command) {
            case Command.PlaceHold c -> spending.hold(c);
            case Command.Settle c -> spending.settle(c);
            case Command.Release c -> spending.release(c);
            case Command.Extend c -> spending.extend(c);
            case Command.MakeCharge c -> spending.charge(c);
            case Command.MakeGood c -> makingGood.makeGood(c);
            case Command.GrantCredits c -> arrivals.grant(c);
            case Command.EnterLicense c -> arrivals.enter(c.license());
            case Command.EndLicense _ -> arrivals.endLicense();
            case Command.SetLimits c -> set(c.limits());
            case Command.CreditPurchase c -> arrivals.purchase(c);
            case Command.TakeBack c -> reversing.takeBack(c);
            case Command.PutBack c -> reversing.putBack(c);
            case Command.TellPaymentFailed c -> noticing.paymentFailed(c);
            case Command.Touch _ -> new Reply.Touched();
        };
    }

    private Reply set(Limits limits) {
        books.limits = limits;
        return new Reply.LimitsSet();
    }

    /** @return the pool after the commands decided so far */
    public CreditPool pool() {
        return books.pool();
    }

    public Decision end(List<Reply> replies) {
        noticing.end();
        return books.close(List.copyOf(replies));
    }
}
