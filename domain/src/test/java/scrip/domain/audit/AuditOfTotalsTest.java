package scrip.domain.audit;

import java.util.List;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import scrip.domain.audit.Flaw.Kind;
import scrip.domain.credit.Credits;
import scrip.domain.pool.Charge;
import scrip.domain.pool.PoolDriver;
import scrip.domain.pool.PoolFixture;
import scrip.domain.pool.PoolId;
import scrip.domain.pool.Slices;
import scrip.domain.pricing.Money;
import scrip.domain.purchase.Order;
import scrip.domain.purchase.Purchase;

import static org.assertj.core.api.Assertions.assertThat;

/** Charges, totals and purchases that have drifted from the ledger are found. */
@DisplayName("Rule 30: the verifier compares charges, totals and purchases with the ledger")
class AuditOfTotalsTest extends Damaged {

    @Test
    void a_charge_that_vanished_or_appeared_is_told() {
        List<Charge> charges = kept().charges();
        Kept vanished = kept().withCharges(all -> {
            all.removeFirst();
            return all;
        });
        Charge last = charges.getLast();
        Charge invented = new Charge(last.number() + 100, null, last.work(), Credits.of(1), Slices.NONE, Credits.ZERO,
                Credits.ZERO, false, last.chargedAt(), last.period(), last.receipt(), Slices.NONE, Credits.ZERO);
        Kept appeared = kept().withCharges(all -> {
            all.add(invented);
            return all;
        });

        assertThat(only(vanished)).filteredOn(flaw -> flaw.kind() == Kind.CHARGE).extracting(Flaw::what)
                .contains("Entry 4 spends for charge %d, which is not there.".formatted(charges.getFirst().number()))
                .anySatisfy(what -> assertThat(what).contains("gives back more of charge"));
        assertThat(only(vanished)).extracting(Flaw::kind).contains(Kind.TOTAL);
        assertThat(only(appeared)).extracting(Flaw::what).contains(
                "Charge %d is of 1 credits, but took 0.".formatted(invented.number()),
                "Charge %d can give back 0 credits, but should be able to give back 1.".formatted(invented.number()));
    }

    @Test
    void a_charge_that_drifted_is_told() {
        Charge was = kept().charges().getFirst();

        assertThat(charge(new Charge(was.number(), was.hold(), was.work(), was.credits(), was.slices(), was.debt(),
                was.waived(), was.late(), was.chargedAt(), was.period(), was.receipt(), was.refundable(),
                Credits.of(7)))).containsExactly("can give back 25 credits, but should be able to give back 23.",
                        "says that 2 credits more were given back than the ledger does.");
        assertThat(charge(new Charge(was.number(), was.hold(), was.work(), Credits.of(40), was.slices(), Credits.of(10),
                was.waived(), was.late(), was.chargedAt(), was.period(), was.receipt(), was.refundable(),
                was.refunded()))).contains("took 30 credits and 10 of debt; the ledger says 30 and 0.");
        assertThat(charge(new Charge(was.number(), 77L, was.work(), was.credits(), was.slices(), was.debt(),
                was.waived(), was.late(), was.chargedAt(), was.period(), was.receipt(), was.refundable(),
                was.refunded()))).containsExactly("has another builder, operation, hold or time than entry 4.");
    }

    private static List<String> charge(Charge as) {
        return kept().withCharges(all -> replaced(all, 0, as)).audit().stream()
                .filter(flaw -> flaw.kind() == Kind.CHARGE).map(Flaw::what)
                .map(what -> what.replaceFirst("Charge \\d+ ", "")).toList();
    }

    @Test
    void a_drifted_missing_or_invented_total_of_a_day_is_told() {
        DayTotal was = kept().totals().days().getFirst();
        DayTotal more = new DayTotal(was.day(), was.account(), was.micros() + 5, was.firstSeq(), was.lastSeq());
        DayTotal elsewhere = new DayTotal(was.day(), was.account(), was.micros(), was.firstSeq() + 1, was.lastSeq());
        DayTotal invented = new DayTotal(was.day().minusDays(1), was.account(), 1, 1, 1);
        String name = "The total of %s on %s ".formatted(was.account().key(), was.day());

        assertThat(only(kept().withDays(all -> replaced(all, 0, more)))).singleElement()
                .satisfies(flaw -> assertThat(flaw.what()).startsWith(name + "is kept as"));
        assertThat(only(kept().withDays(all -> replaced(all, 0, elsewhere)))).singleElement()
                .satisfies(flaw -> assertThat(flaw.what()).startsWith(name + "is kept for entries"));
        assertThat(only(kept().withDays(all -> all.subList(1, all.size())))).singleElement()
                .satisfies(flaw -> assertThat(flaw.what()).startsWith(name + "is missing"));
        assertThat(only(kept().withDays(all -> {
            all.addFirst(invented);
            return all;
        }))).singleElement().satisfies(flaw -> assertThat(flaw.what()).endsWith("but no entry was due then."));
    }

    @Test
    void drifted_missing_or_invented_use_is_told() {
        UseTotal was = kept().totals().byDay().getFirst();
        UseTotal more = new UseTotal(was.group(), was.builder(), was.operation(), was.micros() + 5, was.charges());
        UseTotal twice = new UseTotal(was.group(), was.builder(), was.operation(), was.micros(), was.charges() + 1);
        UseTotal late = new UseTotal(99_999, "eve@example.com", "query", 1_000_000, 1);

        for (UseTotal drifted : List.of(more, twice)) {
            assertThat(only(kept().withUseByDay(all -> replaced(all, 0, drifted)))).singleElement()
                    .satisfies(flaw -> assertThat(flaw.what())
                            .startsWith("The use of ada@example.com, query in 2026-01-01 is kept as"));
        }
        assertThat(only(kept().withUseByDay(all -> all.subList(1, all.size())))).singleElement()
                .satisfies(flaw -> assertThat(flaw.what()).contains("is missing; the charges say 45 credits"));
        assertThat(only(kept().withUseByDay(all -> {
            all.add(late);
            return all;
        }))).extracting(Flaw::what).containsExactly(
                "The use of eve@example.com, query in 2243-10-16 is kept as 1 credits, but there is no charge.");
        assertThat(only(kept().withUseByPeriod(all -> all.subList(0, all.size() - 1)))).extracting(Flaw::what)
                .singleElement().asString().startsWith("The use of ada@example.com in period ");
    }

    @Test
    void drifted_or_missing_use_of_a_month_or_of_all_builders_is_told() {
        UseTotal month = kept().totals().byMonth().getFirst();
        UseTotal day = kept().totals().ofDays().getFirst();
        UseTotal elsewhere = new UseTotal(day.group(), "", day.operation(), day.micros(), day.charges(),
                day.firstCharge(), day.lastCharge() + 1);

        assertThat(only(kept().withUseByMonth(all -> replaced(all, 0, new UseTotal(month.group(), month.builder(),
                month.operation(), month.micros() + 1, month.charges()))))).singleElement()
                .satisfies(flaw -> assertThat(flaw.what())
                        .startsWith("The use of ada@example.com, query in 2026-01 is kept as"));
        assertThat(only(kept().withUseOfDays(all -> replaced(all, 0, elsewhere)))).singleElement()
                .satisfies(flaw -> assertThat(flaw.what())
                        .startsWith("The use of query in 2026-01-01 by all is kept for charges"));
        assertThat(only(kept().withUseOfDays(all -> all.subList(1, all.size())))).singleElement()
                .satisfies(flaw -> assertThat(flaw.what()).contains("is missing"));
    }

    @Test
    void a_drifted_missing_or_invented_movement_of_a_day_is_told() {
        MovementTotal was = kept().totals().movements().getFirst();
        MovementTotal more = new MovementTotal(was.day(), was.way(), was.entries(), was.micros() + 5);
        MovementTotal twice = new MovementTotal(was.day(), was.way(), was.entries() + 1, was.micros());
        MovementTotal invented = new MovementTotal(was.day().minusDays(1), was.way(), 1, 1);

        for (MovementTotal drifted : List.of(more, twice)) {
            assertThat(only(kept().withMovements(all -> replaced(all, 0, drifted)))).singleElement()
                    .satisfies(flaw -> assertThat(flaw.what()).startsWith("The total of " + was.way().type().key())
                            .contains("is kept as"));
        }
        assertThat(only(kept().withMovements(all -> all.subList(1, all.size())))).singleElement()
                .satisfies(flaw -> assertThat(flaw.what()).contains("is missing"));
        assertThat(only(kept().withMovements(all -> {
            all.addFirst(invented);
            return all;
        }))).singleElement().satisfies(flaw -> assertThat(flaw.what()).endsWith("but nothing moved so then."));
    }

    @Test
    void credits_added_twice_or_for_nothing_or_not_at_all_are_told() {
        PoolDriver pool = PoolFixture.aPool().withAddOn(200).open();
        Purchase paid = purchase("P1", 200).paid(new Purchase.Payment(NEW_YEAR, "pi", null)).orElseThrow();
        Purchase half = purchase("P1", 100).paid(new Purchase.Payment(NEW_YEAR, "pi", null)).orElseThrow();

        assertThat(pool.kept().withPurchases(List.of(paid)).audit()).isEmpty();
        assertThat(pool.kept().withPurchases(List.of(half)).audit()).extracting(Flaw::what)
                .containsExactly("What purchase P1 added is kept as 100 credits; the ledger says 200.");
        assertThat(pool.kept().withPurchases(List.of(purchase("P1", 200))).audit()).extracting(Flaw::what)
                .containsExactly("What purchase P1 added is kept as 0 credits; the ledger says 200.");
        assertThat(pool.kept().withPurchases(List.of()).audit()).extracting(Flaw::what)
                .containsExactly("The ledger adds 200 credits for purchase P1, which is not there.");
        assertThat(pool.kept().withPurchases(List.of(paid, purchase("P2", 100))).audit()).isEmpty();
    }

    private static Purchase purchase(String id, long credits) {
        Money price = Money.of(credits, "usd");
        return Purchase.ordered(id, new PoolId(1), new Order(Credits.of(credits), Credits.ZERO, price,
                Money.of(0, "usd"), null, null, NEW_YEAR));
    }

    @Test
    void use_of_the_last_month_and_day_is_compared_though_nothing_follows() {
        assertThat(only(kept().withUseByMonth(all -> all.subList(0, all.size() - 1)))).extracting(Flaw::what)
                .singleElement().asString().contains("is missing");
        assertThat(only(kept().withUseOfDays(all -> all.subList(0, all.size() - 1)))).extracting(Flaw::what)
                .singleElement().asString().contains("is missing");
    }
}
