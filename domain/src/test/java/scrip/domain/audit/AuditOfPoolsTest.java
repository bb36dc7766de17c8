package scrip.domain.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import scrip.domain.audit.Flaw.Kind;
import scrip.domain.credit.Credits;
import scrip.domain.pool.AddOn;
import scrip.domain.pool.CreditPool;
import scrip.domain.pool.HeldCredits;
import scrip.domain.pool.Hold;
import scrip.domain.pool.Lot;
import scrip.domain.pool.PoolDriver;
import scrip.domain.pool.PoolFixture;
import scrip.domain.pool.Stock;

import static org.assertj.core.api.Assertions.assertThat;

/** A pool's row and its holds that have drifted from the ledger are found. */
@DisplayName("Rule 30: the verifier compares pools and holds with the ledger")
class AuditOfPoolsTest extends Damaged {

    @Test
    void a_drifted_balance_is_told_with_both_amounts() {
        Kept damaged = kept().withPool(was -> with(was, stock(was.pool(), Credits.of(7)), was.totals()));

        assertThat(only(damaged)).extracting(Flaw::what).contains(
                "The monthly balance is kept as 7 credits; the ledger says 0.",
                "What is left of period %d is kept as 7 credits; the ledger says 0."
                        .formatted(damaged.pool().pool().period().number()));
    }

    private static StoredPool with(StoredPool was, CreditPool pool, StoredPool.Totals totals) {
        return new StoredPool(pool, was.seq(), was.hash(), totals);
    }

    private static CreditPool stock(CreditPool was, Credits monthly) {
        return with(was, new Stock(was.stock().period(), monthly, was.stock().grants(), was.stock().addOn()),
                was.held());
    }

    private static CreditPool with(CreditPool was, Stock stock, HeldCredits held) {
        return new CreditPool(was.id(), was.createdAt(), was.asOf(), was.lastNumber(), was.licensing(), was.period(),
                stock, held, was.debts(), was.told(), was.limits());
    }

    @Test
    void drifted_totals_of_the_row_are_told() {
        Kept damaged = kept().withPool(was -> with(was, was.pool(),
                new StoredPool.Totals(was.totals().promotional() + 1, was.totals().addOn() - 1, 1)));

        assertThat(only(damaged)).extracting(Flaw::what).anySatisfy(what -> assertThat(what)
                .startsWith("The promotional balance is kept as 0.000001 credits")).anySatisfy(
                        what -> assertThat(what).startsWith("The add-on balance"))
                .contains("The debt is kept as 0.000001 credits; the ledger says 0.").hasSize(3);
    }

    @Test
    void a_forgotten_debt_and_a_drifted_grant_of_the_period_are_told() {
        PoolDriver pool = PoolFixture.aPool().withMonthly(100).open();
        pool.chargeEvenIntoDebt(130);
        Kept damaged = pool.kept().withPool(was -> with(was, new CreditPool(was.pool().id(), was.pool().createdAt(),
                was.pool().asOf(), was.pool().lastNumber(), was.pool().licensing(),
                was.pool().period().withGranted(Credits.of(99)), was.pool().stock(), was.pool().held(), List.of(),
                was.pool().told(), was.pool().limits()), was.totals()));

        assertThat(only(damaged)).extracting(Flaw::what).contains(
                "The debt of charge 1 is kept as 0 credits; the ledger says 30.",
                "The grant of the period is kept as 99 credits; the ledger says 100.");
    }

    @Test
    void drifted_lots_and_what_is_remembered_as_expired_are_told() {
        PoolDriver pool = PoolFixture.aPool().withAddOn(200).open();
        pool.goTo("2027-06-01T00:00:00Z").buy(100);
        CreditPool now = pool.written();
        var addOn = now.stock().addOn();
        var lessExpired = new AddOn(List.of(), addOn.endsAt(),
                new AddOn(List.of(new Lot("P1", NEW_YEAR, Credits.of(3), true)),
                        addOn.ended().endsAt(), null));
        Kept damaged = pool.kept().withPool(was -> with(was, with(now,
                new Stock(now.stock().period(), now.stock().monthly(), now.stock().grants(), lessExpired), now.held()),
                was.totals()));

        assertThat(only(damaged)).extracting(Flaw::what).containsExactlyInAnyOrder(
                "What is left of purchase P2 is kept as 0 credits; the ledger says 100.",
                "What expired of purchase P1 is kept as 3 credits; the ledger says 200.");
    }

    @Test
    void a_hold_that_vanished_or_was_closed_alone_is_told() {
        Kept damaged = kept().withHolds(_ -> List.of()).withHeld(_ -> List.of());

        assertThat(only(damaged)).singleElement().satisfies(flaw -> {
            assertThat(flaw.kind()).isEqualTo(Kind.HOLD);
            assertThat(flaw.what()).matches("The ledger sets aside 20 credits for hold \\d+, which is not open\\.");
        });
    }

    @Test
    void a_hold_that_drifted_is_told() {
        Hold hold = kept().holds().getFirst();

        assertThat(hold(new Hold(hold.number(), hold.status(), hold.work(), hold.credits(), null,
                hold.slices().first(Credits.of(5)), hold.createdAt(), hold.expiresAt())))
                .containsExactly("keeps 5 credits; the ledger says 20 credits.",
                        "is of 20 credits and keeps 5 credits.");
        Hold settled = new Hold(hold.number(), Hold.Status.SETTLED, hold.work(), hold.credits(), null, hold.slices(),
                hold.createdAt(), hold.expiresAt());
        assertThat(hold(settled)).containsExactly("is settled among the open ones.");
        Instant past = hold.createdAt();
        Hold over = new Hold(hold.number(), hold.status(), hold.work(), hold.credits(), null, hold.slices(), past,
                past);
        assertThat(hold(over)).singleElement().asString().startsWith("is open, though it ended at");
    }

    @Test
    void what_builders_have_on_hold_is_compared_with_their_holds() {
        HeldTotal total = kept().held().getFirst();
        HeldTotal drifted = new HeldTotal(total.builder(), total.micros() + 1_000_000);

        assertThat(only(kept().withHeld(_ -> List.of(drifted)))).extracting(Flaw::what).containsExactly(
                "What " + total.builder() + " has on hold is kept as 21 credits; the holds say 20.");
        assertThat(only(kept().withHeld(_ -> List.of()))).extracting(Flaw::what).containsExactly(
                "What " + total.builder() + " has on hold is kept as 0 credits; the holds say 20.");
        assertThat(only(kept().withHeld(_ -> List.of(total, new HeldTotal("zoe@x.example", 1_000_000)))))
                .extracting(Flaw::what).containsExactly(
                        "What zoe@x.example has on hold is kept as 1 credits; the holds say 0.");
    }

    private static List<String> hold(Hold as) {
        return kept().withHolds(_ -> List.of(as)).audit().stream().map(Flaw::what)
                .filter(what -> what.startsWith("Hold ")).map(what -> what.replaceFirst("Hold \\d+ ", "")).toList();
    }

    @Test
    void credits_held_in_the_row_that_no_hold_holds_are_told() {
        PoolDriver pool = PoolFixture.aPool().withMonthly(100).withAddOn(50).withPromotional(10, "2027-01-01T00:00:00Z")
                .open();
        pool.hold(150, Duration.ofHours(20));
        CreditPool now = pool.written();
        Kept damaged = pool.kept().withPool(was -> with(was, with(now, now.stock(), HeldCredits.NONE), was.totals()));

        assertThat(only(damaged)).extracting(Flaw::what).containsExactly(
                "What is held of this period is kept as 0 credits; the ledger says 100.",
                "What is held of promotional credits is kept as 0 credits; the ledger says 10.",
                "What is held of add-on credits is kept as 0 credits; the ledger says 40.");
    }
}
