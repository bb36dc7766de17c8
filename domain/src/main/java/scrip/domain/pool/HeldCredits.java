package scrip.domain.pool;

import scrip.domain.credit.Credits;
import scrip.domain.ledger.Source;

/**
 * What open holds have set aside, by where it came from.
 *
 * @param monthly
 *            of the running period
 * @param monthlyEnded
 *            of periods that have ended: it is spent or expires, it never returns
 */
public record HeldCredits(Credits monthly, Credits monthlyEnded, Credits promotional, Credits addOn) {

    public static final HeldCredits NONE = new HeldCredits(Credits.ZERO, Credits.ZERO, Credits.ZERO, Credits.ZERO);

    public Credits total() {
        return monthly.plus(monthlyEnded).plus(promotional).plus(addOn);
    }

    HeldCredits plus(Slice slice, long period) {
        Credits more = slice.credits();
        return switch (slice.source()) {
            case Source.Monthly m when m.period() == period ->
                    new HeldCredits(monthly.plus(more), monthlyEnded, promotional, addOn);
            case Source.Monthly _ -> new HeldCredits(monthly, monthlyEnded.plus(more), promotional, addOn);
            case Source.Promotional _ -> new HeldCredits(monthly, monthlyEnded, promotional.plus(more), addOn);
            case Source.AddOn _ -> new HeldCredits(monthly, monthlyEnded, promotional, addOn.plus(more));
        };
    }

    HeldCredits minus(Slice slice, long period) {
        Credits less = slice.credits();
        return switch (slice.source()) {
            case Source.Monthly m when m.period() == period ->
                    new HeldCredits(monthly.minus(less), monthlyEnded, promotional, addOn);
            case Source.Monthly _ -> new HeldCredits(monthly, monthlyEnded.minus(less), promotional, addOn);
            case Source.Promotional _ -> new HeldCredits(monthly, monthlyEnded, promotional.minus(less), addOn);
            case Source.AddOn _ -> new HeldCredits(monthly, monthlyEnded, promotional, addOn.minus(less));
        };
    }

    HeldCredits afterPeriodEnd() {
        return new HeldCredits(Credits.ZERO, monthlyEnded.plus(monthly), promotional, addOn);
    }
}
