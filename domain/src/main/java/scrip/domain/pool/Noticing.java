package scrip.domain.pool;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import scrip.domain.credit.Credits;
import scrip.domain.license.License;
import scrip.domain.license.Licensing;
import scrip.domain.notice.Matter;
import scrip.domain.notice.NoticeTerms;

/**
 * Rule 31: compares how a pool stands with what has been told of it, once time has passed and after every command, and
 * tells what is new. Of several shares or days that were passed in one step only the most urgent is told, and nothing of
 * what is over by then; a share counts as passed by what was spent, not by what is on hold and may come back.
 */
final class Noticing {

    private final Books books;
    private final Terms terms;
    private Instant from;
    private Instant now;
    private Licensing licensing;
    private Optional<License> plan;
    private AddOn addOn;
    private long period;
    private Credits granted;

    /** Opened on books as they were written last, before time passes for them. */
    Noticing(Books books, Terms terms) {
        this.books = books;
        this.terms = terms;
        from = books.asOf;
        now = books.asOf;
        licensing = books.licensing;
        plan = licensing.inForceAt(from);
        addOn = books.stock.addOn();
        period = books.period.number();
        granted = books.period.granted();
    }

    /** Looks for the first time in a turn, once time has passed: what time alone has made true is dated when it was. */
    void lookAt(Instant instant) {
        now = instant;
        lookAtPlan();
        lookAtMonthly();
        lookAtAddOn();
        from = now;
    }

    /** Looks again after a command; what it has left alone is passed over. */
    void look() {
        if (!books.licensing.equals(licensing)) {
            lookAtPlan();
        }
        lookAtMonthly();
        if (!books.stock.addOn().equals(addOn)) {
            lookAtAddOn();
        }
    }

    /** A purchase arms what is true no longer: it will be told again when it is true again. */
    void rearm() {
        books.told = books.told.withPercentLeft(Math.max(books.told.percentLeft(), share()))
                .withDaysBefore(Math.max(books.told.daysBefore(), days()));
    }

    Reply paymentFailed(Command.TellPaymentFailed c) {
        books.tell(now, new Matter.PaymentFailed(c.purchase(), c.credits()));
        return new Reply.Noted();
    }

    private void lookAtPlan() {
        licensing = books.licensing;
        Optional<License> before = plan;
        plan = licensing.inForceAt(now);
        if (isAnother(before, plan)) {
            Matter matter = plan
                    .map(license -> new Matter.PlanChanged(license.plan(), license.builders(),
                            license.monthlyCredits()))
                    .orElseGet(() -> new Matter.PlanChanged(null, 0, terms.freePlanCredits()));
            books.tell(changedAt(before, plan), matter);
        }
    }

    /** Another start, end or time zone alone is no other plan. */
    private static boolean isAnother(Optional<License> before, Optional<License> after) {
        if (before.isEmpty() || after.isEmpty()) {
            return before.isPresent() != after.isPresent();
        }
        License one = before.get();
        License other = after.get();
        return !one.plan().equals(other.plan()) || one.builders() != other.builders()
                || !one.creditsPerBuilder().equals(other.creditsPerBuilder()) || one.interval() != other.interval();
    }

    private Instant changedAt(Optional<License> before, Optional<License> after) {
        return after.map(License::startsAt).or(() -> before.map(License::endsAt)).map(this::dated).orElse(now);
    }

    /** Renewal arms all shares, and so does a grant that was raised: its shares are others. */
    private void lookAtMonthly() {
        boolean renewed = books.period.number() != period;
        boolean raised = books.period.granted().isMoreThan(granted);
        period = books.period.number();
        granted = books.period.granted();
        if (renewed) {
            books.told = books.told.withPercentLeft(NoticeTerms.NONE);
        } else if (raised) {
            books.told = books.told.withPercentLeft(Math.max(books.told.percentLeft(), share()));
        }
        int share = share();
        if (share < books.told.percentLeft()) {
            books.told = books.told.withPercentLeft(share);
            books.tell(now, left(share));
        }
    }

    private Matter left(int percent) {
        Credits left = monthlyLeft();
        Credits available = books.stock.available();
        return left.isZero() ? new Matter.Exhausted(granted, available, books.period.endExclusive())
                : new Matter.Low(percent, left, granted, available, books.period.endExclusive());
    }

    private void lookAtAddOn() {
        addOn = books.stock.addOn();
        int days = days();
        Instant end = addOn.endsAt();
        if (days < books.told.daysBefore() && end != null) {
            books.told = books.told.withDaysBefore(days);
            books.tell(dated(NoticeTerms.before(end, days)), new Matter.AddOnEnding(days, addOnLeft(), end));
        }
    }

    /** When it was due, if that has come in this turn; else something has just made it due. */
    private Instant dated(Instant due) {
        return due.isAfter(from) && !due.isAfter(now) ? due : now;
    }

    private int share() {
        return terms.notices().shareReached(monthlyLeft(), books.period.granted());
    }

    private Credits monthlyLeft() {
        return books.stock.monthly().plus(books.held().monthly());
    }

    /** An empty pool has nothing that could end. */
    private int days() {
        Instant end = books.stock.addOn().endsAt();
        return end == null || addOnLeft().isZero() ? NoticeTerms.NONE : terms.notices().daysReached(end, now);
    }

    private Credits addOnLeft() {
        return books.stock.addOn().available().plus(books.held().addOn());
    }

    /** Says when the pool should be touched although nobody asks: notices may then be due. */
    void end() {
        Instant end = books.stock.addOn().endsAt();
        Optional<Instant> ending = end == null || addOnLeft().isZero() ? Optional.empty()
                : terms.notices().nextBefore(end, books.told.daysBefore());
        Optional<Instant> repaying = books.isInDebt() ? Optional.of(books.period.endExclusive()) : Optional.empty();
        @Nullable
        Instant next = Stream.of(ending, repaying, books.licensing.nextChangeAfter(now))
                .flatMap(Optional::stream).min(Instant::compareTo).orElse(null);
        books.told = books.told.withNextAt(next);
    }
}
