package scrip.domain.pool;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.PriorityQueue;

import scrip.domain.credit.Credits;
import scrip.domain.ledger.Account;
import scrip.domain.ledger.Cause;
import scrip.domain.ledger.Source;
import scrip.domain.ledger.TransferType;
import scrip.domain.license.BillingCycle;
import scrip.domain.license.License;
import scrip.domain.license.Period;

/**
 * Time passing for a pool (rule 4): renewals, licenses that start or end, ends of grants and of the add-on pool, and
 * lapses, made good in time order, each dated when it was due. At one instant ends come before lapses, because a period
 * no longer contains its end.
 */
final class Passing {

    private static final Comparator<Hold> SOONEST_FIRST = Comparator.comparing(Hold::expiresAt)
            .thenComparingLong(Hold::number);

    private final Books books;
    private final Terms terms;
    private final PriorityQueue<Hold> open = new PriorityQueue<>(SOONEST_FIRST);

    Passing(Books books, Terms terms, List<Hold> openHolds) {
        this.books = books;
        this.terms = terms;
        open.addAll(openHolds);
    }

    /** Brings the books forward to the instant. */
    void until(Instant now) {
        for (Optional<Due> next = nextDue(now); next.isPresent(); next = nextDue(now)) {
            books.asOf = next.get().at.isAfter(books.asOf) ? next.get().at : books.asOf;
            next.get().what.run();
        }
        books.asOf = now;
    }

    private record Due(Instant at, Runnable what) {}

    /** The first of several that are due at the same instant wins, so their order here is the order of rule 4. */
    private Optional<Due> nextDue(Instant now) {
        Due first = new Due(books.period.endExclusive(), this::renew);
        Optional<Instant> change = books.licensing.nextChangeAfter(books.asOf);
        if (change.isPresent()) {
            first = earlier(new Due(change.get(), this::renew), first);
        }
        Instant addOnEnd = books.stock.addOn().endsAt();
        if (addOnEnd != null) {
            first = earlier(new Due(addOnEnd, this::endAddOn), first);
        }
        if (!books.stock.grants().isEmpty()) {
            Grant grant = books.stock.grants().getFirst();
            first = earlier(new Due(grant.expiresAt(), () -> end(grant)), first);
        }
        Hold hold = open.peek();
        if (hold != null && hold.expiresAt().isBefore(first.at)) {
            first = new Due(hold.expiresAt(), this::lapse);
        }
        return first.at.isAfter(now) ? Optional.empty() : Optional.of(first);
    }

    private static Due earlier(Due one, Due other) {
        return other.at.isBefore(one.at) ? other : one;
    }

    /** Rules 3 and 6: what is left expires, then the period that now runs is granted in full. */
    void renew() {
        Instant due = books.asOf;
        expire(new Slice(new Source.Monthly(books.period.number()), books.stock.monthly()), due);
        books.licensing = books.licensing.at(due);
        Optional<License> license = books.licensing.inForceAt(due);
        BillingCycle cycle = license.map(License::cycle).orElseGet(() -> CreditPool.freeCycle(books.poolCreatedAt()));
        Credits granted = license.map(License::monthlyCredits).orElse(terms.freePlanCredits());
        BillingCycle.Month month = cycle.monthAt(due);
        long number = books.period.number() + 1;
        books.startPeriod(new Period(number, month.startInclusive(), month.endExclusive(), granted,
                license.isPresent(), cycle));
        grantMonthly(granted, due);
    }

    void grantMonthly(Credits credits, Instant due) {
        books.put(new Slice(new Source.Monthly(books.period.number()), credits), Account.ISSUED,
                new Books.Why(due, TransferType.GRANT, Cause.TIME));
    }

    /** What is left of the add-on pool expires, dated its end. */
    void endAddOn() {
        AddOn ending = books.stock.addOn();
        Instant due = Objects.requireNonNull(ending.endsAt());
        ending.lots().forEach(lot -> expire(new Slice(new Source.AddOn(lot.purchase()), lot.available()), due));
        books.stock = books.stock.withAddOn(ending.over());
    }

    private void end(Grant grant) {
        expire(new Slice(new Source.Promotional(grant.number()), grant.available()), grant.expiresAt());
        books.stock = books.stock.without(grant);
    }

    private void expire(Slice slice, Instant due) {
        if (slice.credits().isPositive()) {
            books.take(new Slices(List.of(slice)), Account.EXPIRED,
                    new Books.Why(due, TransferType.EXPIRY, Cause.TIME));
        }
    }

    /** Rule 13: credits of a hold that nobody settled in time return. */
    private void lapse() {
        Hold hold = open.remove();
        books.returnHeld(hold.slices(), new Books.Why(hold.expiresAt(), TransferType.LAPSE,
                hold.work().cause(hold.number(), null)));
        books.end(hold, Hold.Status.LAPSED);
    }
}
