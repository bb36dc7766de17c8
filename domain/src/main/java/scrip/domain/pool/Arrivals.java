package scrip.domain.pool;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import scrip.domain.credit.Credits;
import scrip.domain.ledger.Account;
import scrip.domain.ledger.Cause;
import scrip.domain.ledger.Source;
import scrip.domain.ledger.TransferType;
import scrip.domain.license.License;

/** Rules 5, 6 and 9 to 11: credits that come with a license, a purchase or a gift. */
final class Arrivals {

    private final Books books;
    private final Instant now;
    private final Passing passing;

    Arrivals(Books books, Instant now, Passing passing) {
        this.books = books;
        this.now = now;
        this.passing = passing;
    }

    Reply enter(License license) {
        boolean licensed = books.period.licensed();
        books.licensing = books.licensing.enter(license, now);
        Optional<License> inForce = books.licensing.inForceAt(now);
        if (inForce.isPresent() && licensed && books.period.cycle().equals(inForce.get().cycle())) {
            raiseTo(inForce.get().monthlyCredits());
        } else if (inForce.isPresent() || licensed) {
            passing.renew();
        }
        return new Reply.LicenseSet();
    }

    /** Rule 5: the grant is its high-water mark. */
    private void raiseTo(Credits monthly) {
        Credits more = monthly.minusOrZero(books.period.granted());
        if (more.isPositive()) {
            books.period = books.period.withGranted(monthly);
            passing.grantMonthly(more, now);
        }
    }

    Reply endLicense() {
        books.licensing = books.licensing.endAll(now);
        if (books.period.licensed()) {
            passing.renew();
        }
        return new Reply.LicenseSet();
    }

    Reply grant(Command.GrantCredits c) {
        if (!c.expiresAt().isAfter(now)) {
            return new Reply.AlreadyOver();
        }
        Grant grant = gift(c, new Books.Why(now, TransferType.GIFT, Cause.TIME));
        settleArrival();
        return new Reply.Granted(grant);
    }

    private Grant gift(Command.GrantCredits c, Books.Why why) {
        Grant grant = new Grant(books.nextNumber(), Credits.ZERO, c.expiresAt(), c.reason(), why.cause().purchase());
        books.stock = books.stock.plus(grant);
        books.add(new Slice(new Source.Promotional(grant.number()), c.credits()), Account.GIFTED, why);
        return grant.withAvailable(c.credits());
    }

    Reply purchase(Command.CreditPurchase c) {
        Instant paidAt = c.paidAt().isAfter(now) ? now : c.paidAt();
        Cause cause = Cause.ofPurchase(c.purchase());
        AddOn running = books.stock.addOn();
        List<Lot> bought = List.of(new Lot(c.purchase(), paidAt, Credits.ZERO, true));
        AddOn before = reverseExpiry(running.ended(), paidAt, cause);
        AddOn joined = before.withMore(bought);
        boolean over = running.beganAfter(joined);
        books.stock = books.stock.withAddOn(over ? joined : before.withMore(running.lots()).withMore(bought));
        books.add(new Slice(new Source.AddOn(c.purchase()), c.credits()), Account.SOLD,
                new Books.Why(paidAt, TransferType.PURCHASE, cause));
        if (over) {
            passing.endAddOn();
            books.stock = books.stock.withAddOn(running.after(books.stock.addOn()));
        }
        if (c.bonus().isPositive()) {
            gift(new Command.GrantCredits(c.bonus(), AddOn.oneYearFrom(paidAt), Grant.BONUS),
                    new Books.Why(paidAt, TransferType.GIFT, cause));
        }
        settleArrival();
        return new Reply.PurchaseCredited(paidAt);
    }

    /**
     * Rule 10: a payment made before the pool ended has kept it alive, whenever we hear of it.
     *
     * @return the pool that the payment joins, as it was before it
     */
    private AddOn reverseExpiry(@Nullable AddOn ended, Instant paidAt, Cause cause) {
        if (ended == null || ended.endsAt() == null || !paidAt.isBefore(ended.endsAt())) {
            return new AddOn(List.of(), null, ended);
        }
        books.reverseExpiry(ended, ended.endsAt(), cause);
        return ended;
    }

    /**
     * What has ended already expires before it could repay a debt that is younger than its end. The rest repays debt in
     * the order of rule 12, once all of it is there.
     */
    private void settleArrival() {
        passing.until(now);
        books.repayDebts(now);
    }
}
