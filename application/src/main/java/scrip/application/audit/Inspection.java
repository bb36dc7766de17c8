package scrip.application.audit;

import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;

import scrip.domain.audit.ChargeCheck;
import scrip.domain.audit.DayCheck;
import scrip.domain.audit.DayTotal;
import scrip.domain.audit.Flaw;
import scrip.domain.audit.Flaws;
import scrip.domain.audit.HeldTotal;
import scrip.domain.audit.HoldCheck;
import scrip.domain.audit.LedgerReplay;
import scrip.domain.audit.Line;
import scrip.domain.audit.MovementCheck;
import scrip.domain.audit.MovementTotal;
import scrip.domain.audit.PurchaseCheck;
import scrip.domain.audit.StoredPool;
import scrip.domain.audit.UseTotal;
import scrip.domain.pool.Charge;
import scrip.domain.pool.Hold;
import scrip.domain.pool.PoolId;
import scrip.domain.purchase.Purchase;

/** Verifies one pool in a view of it: replays its ledger and compares everything else with that. */
final class Inspection {

    private static final int PAGE = 1_000;

    private final PoolId pool;
    private final Archive.View view;
    private final Flaws flaws = new Flaws();
    private final LedgerReplay replay;
    private final LongConsumer progress;

    /** @param progress is told how many entries were read */
    Inspection(PoolId pool, Archive.View view, LongConsumer progress) {
        this.pool = pool;
        this.view = view;
        this.progress = progress;
        replay = new LedgerReplay(pool, flaws);
    }

    /** What was found of the pool. */
    record Result(PoolId pool, long entries, List<Flaw> flaws) {}

    Result run() {
        try {
            Optional<StoredPool> stored = view.pool();
            if (stored.isPresent()) {
                compare(stored.get());
            } else {
                flaws.add(Flaw.Kind.BALANCE, null, "The pool's row is missing.");
            }
        } catch (DamagedRowException e) {
            flaws.add(Flaw.Kind.UNREADABLE, null,
                    "%s; what follows from it was not verified.".formatted(e.getMessage()));
        } catch (ArithmeticException e) {
            flaws.add(Flaw.Kind.UNREADABLE, null,
                    "An amount is out of all range; what follows from it was not verified.");
        }
        return new Result(pool, replay.entries(), flaws.list());
    }

    private void compare(StoredPool stored) {
        ChargeCheck charges = charges(stored);
        replay.compareWith(new Paged<StoredPool>(after -> view.remembered(after, PAGE)));
        new Paged<Line>(after -> view.entries(after == null ? 0 : after.seq(), PAGE)).forEachRemaining(line -> {
            replay.next(line);
            if (line.seq() % PAGE == 0) {
                progress.accept(line.seq());
            }
            if (line.entry() != null) {
                charges.next(line.entry());
            }
        });
        replay.check(stored);
        charges.end();
        DayCheck days = replay.days();
        new Paged<DayTotal>(after -> view.days(after, PAGE)).forEachRemaining(days::next);
        days.end();
        MovementCheck movements = replay.movements();
        new Paged<MovementTotal>(after -> view.movements(after, PAGE)).forEachRemaining(movements::next);
        movements.end();
        HoldCheck holds = replay.holds(stored);
        new Paged<Hold>(after -> view.holds(after == null ? 0 : after.number(), PAGE)).forEachRemaining(holds::next);
        new Paged<HeldTotal>(after -> view.held(after == null ? "" : after.builder(), PAGE))
                .forEachRemaining(holds::total);
        holds.end();
        PurchaseCheck purchases = replay.purchases();
        new Paged<Purchase>(after -> view.purchases(after == null ? "" : after.id(), PAGE))
                .forEachRemaining(purchases::next);
        purchases.end();
    }

    private ChargeCheck charges(StoredPool stored) {
        ChargeCheck.Totals totals = new ChargeCheck.Totals(new Paged<UseTotal>(after -> view.useByDay(after, PAGE)),
                new Paged<UseTotal>(after -> view.useByMonth(after, PAGE)),
                new Paged<UseTotal>(after -> view.useOfDays(after, PAGE)),
                new Paged<UseTotal>(after -> view.useByPeriod(after, PAGE)));
        return new ChargeCheck(stored.pool(),
                new Paged<Charge>(after -> view.charges(after == null ? 0 : after.number(), PAGE)), totals, flaws);
    }
}
