package scrip.domain.pool;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import scrip.domain.credit.Credits;
import scrip.domain.ledger.Account;
import scrip.domain.ledger.Account.Kind;
import scrip.domain.ledger.Cause;
import scrip.domain.ledger.Source;
import scrip.domain.license.Period;
import scrip.domain.pool.Hindsight.Arrival;
import scrip.domain.pool.Hindsight.Flow;

/**
 * Puts a pool of the past together: its parts as time and payments have changed them since they were remembered, by the same
 * code as ever, and in each part what the movements come to.
 */
final class Recalling {

    private final CreditPool remembered;
    private final List<Flow> flows;
    private final Terms terms;

    Recalling(Hindsight hindsight, Terms terms) {
        remembered = hindsight.remembered();
        flows = hindsight.flows();
        this.terms = terms;
    }

    CreditPool at(Instant instant) {
        CreditPool parts = withArrivals().at(instant, terms, Loaded.NOTHING);
        Period period = period(parts.period());
        Credits debt = debt();
        return new CreditPool(parts.id(), parts.createdAt(), instant, parts.lastNumber(), parts.licensing(), period,
                stock(parts.stock()), held(period.number()),
                debt.isZero() ? List.of() : List.of(new Debt(Cause.TIME, debt)), parts.told(), parts.limits());
    }

    /** Payments that were heard of later join in the order in which they were made, as if they had been heard of at once. */
    private CreditPool withArrivals() {
        CreditPool pool = remembered;
        for (Flow flow : flows.stream().filter(flow -> flow.arrival() != null)
                .sorted(Comparator.comparing(flow -> arrival(flow).paidAt())).toList()) {
            pool = flow.source() instanceof Source.Promotional(long grant) ? withBonus(pool, flow, grant)
                    : withPurchase(pool, flow);
        }
        return pool;
    }

    private static Arrival arrival(Flow flow) {
        return Objects.requireNonNull(flow.arrival());
    }

    private CreditPool withPurchase(CreditPool pool, Flow flow) {
        Arrival arrival = arrival(flow);
        return pool.decide(
                new Command.CreditPurchase(arrival.purchase(), flow.credits(), Credits.ZERO, arrival.paidAt()),
                arrival.paidAt(), terms, Loaded.NOTHING).pool();
    }

    private static CreditPool withBonus(CreditPool pool, Flow flow, long grant) {
        Arrival arrival = arrival(flow);
        Grant bonus = new Grant(grant, Credits.ZERO, AddOn.oneYearFrom(arrival.paidAt()), Grant.BONUS,
                arrival.purchase());
        return new CreditPool(pool.id(), pool.createdAt(), pool.asOf(), pool.lastNumber(), pool.licensing(),
                pool.period(), pool.stock().plus(bonus), pool.held(), pool.debts(), pool.told(), pool.limits());
    }

    /** What a period was granted is what moved: the free plan may have had another size then. */
    private Period period(Period running) {
        if (running.number() == remembered.period().number()) {
            return running;
        }
        Source own = new Source.Monthly(running.number());
        long granted = 0;
        for (Flow flow : flows) {
            granted += flow.from() == Account.ISSUED && own.equals(flow.source()) ? flow.credits().micros() : 0;
        }
        return running.withGranted(Credits.ofMicros(granted));
    }

    private Stock stock(Stock parts) {
        Map<Source, Long> left = new HashMap<>();
        Stock before = remembered.stock();
        left.put(new Source.Monthly(before.period()), before.monthly().micros());
        before.grants().forEach(g -> left.put(new Source.Promotional(g.number()), g.available().micros()));
        before.addOn().lots().forEach(lot -> left.put(new Source.AddOn(lot.purchase()), lot.available().micros()));
        for (Flow flow : flows) {
            move(left, flow, flow.from(), -flow.credits().micros());
            move(left, flow, flow.to(), flow.credits().micros());
        }
        return parts.holding(source -> Credits.ofMicros(left.getOrDefault(source, 0L)));
    }

    private static void move(Map<Source, Long> left, Flow flow, Account account, long micros) {
        if (flow.source() != null && account.kind() == Kind.STOCK && account != Account.HELD) {
            left.merge(flow.source(), micros, Math::addExact);
        }
    }

    private HeldCredits held(long period) {
        HeldCredits before = period == remembered.period().number() ? remembered.held()
                : remembered.held().afterPeriodEnd();
        long monthly = before.monthly().micros();
        long ended = before.monthlyEnded().micros();
        long promotional = before.promotional().micros();
        long addOn = before.addOn().micros();
        for (Flow flow : flows) {
            long micros = into(Account.HELD, flow);
            switch (flow.source()) {
                case Source.Monthly(long number) when number == period -> monthly += micros;
                case Source.Monthly _ -> ended += micros;
                case Source.Promotional _ -> promotional += micros;
                case Source.AddOn _ -> addOn += micros;
                case null -> {}
            }
        }
        return new HeldCredits(Credits.ofMicros(monthly), Credits.ofMicros(ended), Credits.ofMicros(promotional),
                Credits.ofMicros(addOn));
    }

    private Credits debt() {
        long debt = remembered.debt().micros();
        for (Flow flow : flows) {
            debt -= into(Account.DEBT, flow);
        }
        return Credits.ofMicros(debt);
    }

    /** @return what the movements brought into the account; below zero if they took from it */
    private static long into(Account account, Flow flow) {
        long in = flow.to() == account ? flow.credits().micros() : 0;
        return flow.from() == account ? -flow.credits().micros() : in;
    }
}
