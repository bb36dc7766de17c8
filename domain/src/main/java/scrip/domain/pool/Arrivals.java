package scrip.domain.pool;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
        return new Reply.Granted(gift(c.credits(), c.expiresAt(), c.reason(), Cause.TIME));
    }

    private Grant gift(Credits credits, Instant expiresAt, String reason, Cause cause) {
        Grant grant = new Grant(books.nextNumber(), Credits.ZERO, expiresAt, reason, cause.purchase());
        books.stock = books.stock.plus(grant);
        books.add(new Slice(new Source.Promotional(grant.number()), credits), Account.GIFTED,
                new Books.Why(now, TransferType.GIFT, cause));
        settleArrival();
        return grant.withAvailable(credits);
    }

    Reply purchase(Command.CreditPurchase c) {
        Instant paidAt = c.paidAt().isAfter(now) ? now : c.paidAt();
        Cause cause = Cause.ofPurchase(c.purchase());
        List<Lot> more = new ArrayList<>(reverseExpiry(paidAt, cause));
        more.add(new Lot(c.purchase(), paidAt, Credits.ZERO, true));
        books.stock = books.stock.withAddOn(books.stock.addOn().withMore(more));
        books.add(new Slice(new Source.AddOn(c.purchase()), c.credits()), Account.SOLD,
                new Books.Why(paidAt, TransferType.PURCHASE, cause));
        settleArrival();
        if (c.bonus().isPositive()) {
            gift(c.bonus(), AddOn.oneYearFrom(paidAt), "bonus", cause);
        }
        return new Reply.PurchaseCredited(paidAt);
    }

    /** Rule 10: a payment made before the pool ended has kept it alive, whenever we hear of it. */
    private List<Lot> reverseExpiry(Instant paidAt, Cause cause) {
        AddOn ended = books.stock.addOn().ended();
        if (ended == null || ended.endsAt() == null || !paidAt.isBefore(ended.endsAt())) {
            return List.of();
        }
        for (Lot lot : ended.lots()) {
            books.write(new Books.Why(ended.endsAt(), TransferType.EXPIRY_REVERSAL, cause), Account.EXPIRED,
                    Account.ADD_ON, lot.available(), new Source.AddOn(lot.purchase()));
        }
        books.stock = books.stock.withAddOn(books.stock.addOn().withoutEnded());
        return ended.lots();
    }

    /** What has ended already expires before it could repay a debt that is younger than its end. */
    private void settleArrival() {
        passing.until(now);
        books.repayDebts(now);
    }
}
