package scrip.domain.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import scrip.domain.credit.Credits;
import scrip.domain.ledger.Entry;
import scrip.domain.ledger.Transfer;
import scrip.domain.pool.Charge;
import scrip.domain.pool.Hold;
import scrip.domain.pool.PoolDriver;
import scrip.domain.pool.PoolFixture;

/** A pool that has seen much, and ways to damage what is kept of it, for tests of the verifier. */
abstract class Damaged {

    static final Instant NEW_YEAR = PoolFixture.NEW_YEAR;

    /** A pool that has seen renewals, holds, debt, make-goods and the end of its add-on credits. */
    static PoolDriver lived() {
        PoolDriver pool = PoolFixture.aPool().withMonthly(100).withAddOn(200)
                .withPromotional(10, "2026-01-20T00:00:00Z")
                .open();
        Charge repaired = pool.charge(30);
        Hold settled = pool.hold(50);
        pool.settle(settled, 20);
        pool.makeGood(repaired, 5);
        Hold lapsing = pool.hold(40);
        pool.pass(Duration.ofDays(1)).touch();
        pool.settle(lapsing, 3);
        pool.pass(Duration.ofDays(40)).charge(150);
        pool.pass(Duration.ofDays(400));
        Charge owed = pool.chargeEvenIntoDebt(130);
        pool.gift(10, "2028-01-01T00:00:00Z");
        pool.makeGood(owed, 5);
        pool.buy(100);
        pool.hold(20, Duration.ofHours(20));
        return pool;
    }

    static Kept kept() {
        return lived().kept();
    }

    static List<Flaw> only(Kept damaged) {
        return damaged.audit();
    }

    static <T> List<T> replaced(List<T> list, int index, T with) {
        list.set(index, with);
        return list;
    }

    static Line line(Entry was, Transfer transfer) {
        return Line.of(new Entry(was.seq(), was.writtenAt(), transfer, was.hash()));
    }

    static Transfer of(Transfer was, Credits credits) {
        return new Transfer(was.dueAt(), was.type(), was.from(), was.to(), credits, was.source(), was.cause());
    }
}
