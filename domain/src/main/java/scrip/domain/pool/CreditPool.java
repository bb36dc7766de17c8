package scrip.domain.pool;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

import scrip.domain.credit.Credits;
import scrip.domain.license.BillingCycle;
import scrip.domain.license.Licensing;
import scrip.domain.license.Period;

/**
 * All credits that are spent together, as they stood at one instant: an immutable value, from which {@link #decide}
 * makes the next.
 *
 * @param id
 *            the pool's id
 * @param createdAt
 *            when it was created, which anchors the free plan's periods (rule 6)
 * @param asOf
 *            up to when time has passed for it: everything due by then is done
 * @param lastNumber
 *            the last number given to a hold, charge or grant
 * @param licensing
 *            its licenses
 * @param period
 *            the running period of monthly credits
 * @param stock
 *            the credits that can be taken
 * @param held
 *            what open holds have set aside
 * @param debts
 *            what is owed, oldest first; while there is any, the stock is empty (rule 17)
 * @param told
 *            what people have been told of it (rule 31)
 * @param limits
 *            how much each builder may use in a period (rule 24)
 */
public record CreditPool(PoolId id, Instant createdAt, Instant asOf, long lastNumber, Licensing licensing,
        Period period, Stock stock, HeldCredits held, List<Debt> debts, Told told, Limits limits) {

    public CreditPool {
        debts = List.copyOf(debts);
    }

    /** @return a new pool; the free plan's first period begins with its first turn */
    public static CreditPool open(PoolId id, Instant createdAt) {
        BillingCycle free = freeCycle(createdAt);
        Period none = new Period(0, createdAt, createdAt, Credits.ZERO, false, free);
        return new CreditPool(id, createdAt, createdAt, 0, Licensing.NONE, none,
                new Stock(0, Credits.ZERO, List.of(), AddOn.EMPTY), HeldCredits.NONE, List.of(),
                Told.NOTHING, Limits.NONE);
    }

    /**
     * Answers one command at an instant, time having passed until then.
     *
     * @param terms
     *            what the operator has configured
     * @param loaded
     *            the holds that are due and whatever the command names
     */
    public Decision decide(Command command, Instant now, Terms terms, Loaded loaded) {
        Turn turn = Turn.begin(this, now, terms, loaded);
        Reply reply = turn.decide(command);
        return turn.end(List.of(reply));
    }

    /** @return this pool at a later instant, as if it had been touched then; nothing is kept */
    public CreditPool at(Instant now, Terms terms, Loaded loaded) {
        return decide(new Command.Touch(), now, terms, loaded).pool();
    }

    public Credits available() {
        return stock.available();
    }

    public Credits debt() {
        Credits sum = Credits.ZERO;
        for (Debt debt : debts) {
            sum = sum.plus(debt.outstanding());
        }
        return sum;
    }

    /** @return what was spent of the running period's grant, on operations or on debt */
    public Credits monthlyUsed() {
        return period.granted().minus(stock.monthly()).minus(held.monthly());
    }

    static BillingCycle freeCycle(Instant createdAt) {
        return new BillingCycle(createdAt, ZoneOffset.UTC);
    }
}
