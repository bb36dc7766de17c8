package scrip.domain.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import scrip.domain.audit.Flaw.Kind;
import scrip.domain.credit.Credits;
import scrip.domain.ledger.Account;
import scrip.domain.ledger.Cause;
import scrip.domain.ledger.ChainHash;
import scrip.domain.ledger.Entry;
import scrip.domain.ledger.Source;
import scrip.domain.ledger.Transfer;
import scrip.domain.ledger.TransferType;
import scrip.domain.pool.AddOn;
import scrip.domain.pool.Charge;
import scrip.domain.pool.CreditPool;
import scrip.domain.pool.HeldCredits;
import scrip.domain.pool.Hold;
import scrip.domain.pool.Lot;
import scrip.domain.pool.PoolDriver;
import scrip.domain.pool.PoolFixture;
import scrip.domain.pool.PoolId;
import scrip.domain.pool.Slices;
import scrip.domain.pool.Stock;
import scrip.domain.pricing.Money;
import scrip.domain.purchase.Order;
import scrip.domain.purchase.Purchase;

import static org.assertj.core.api.Assertions.assertThat;

/** Damage of every kind is found, and named by where it is and what it is. */
@DisplayName("Rule 30: the verifier")
class AuditTest {

    private static final Instant NEW_YEAR = PoolFixture.NEW_YEAR;

    /** A pool that has seen renewals, holds, debt, make-goods and the end of its add-on credits. */
    private static PoolDriver lived() {
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

    private static Kept kept() {
        return lived().kept();
    }

    private static List<Flaw> only(Kept damaged) {
        return damaged.audit();
    }

    private static <T> List<T> replaced(List<T> list, int index, T with) {
        list.set(index, with);
        return list;
    }

    private static Line line(Entry was, Transfer transfer) {
        return Line.of(new Entry(was.seq(), was.writtenAt(), transfer, was.hash()));
    }

    private static Transfer of(Transfer was, Credits credits) {
        return new Transfer(was.dueAt(), was.type(), was.from(), was.to(), credits, was.source(), was.cause());
    }

    @Test
    void a_life_without_damage_has_no_flaw() {
        Kept kept = kept();

        assertThat(kept.audit()).isEmpty();
        assertThat(kept.lines().stream().map(line -> line.entry().transfer().type()).distinct())
                .contains(TransferType.GRANT, TransferType.EXPIRY, TransferType.DEBT, TransferType.REPAYMENT,
                        TransferType.MAKE_GOOD, TransferType.LAPSE, TransferType.RETURN);
    }

    // ---- the ledger

    @Test
    void a_changed_amount_breaks_its_seal_and_every_sum() {
        Kept damaged = kept().withLines(lines -> replaced(lines, 3, line(lines.get(3).entry(),
                of(lines.get(3).entry().transfer(), Credits.of(29)))));

        assertThat(only(damaged)).contains(new Flaw(Kind.HASH, 4L,
                "The hash of entry 4 does not follow from the entry and the one before it."));
        assertThat(only(damaged)).filteredOn(flaw -> flaw.kind() == Kind.HASH).hasSize(1);
        assertThat(only(damaged)).extracting(Flaw::kind).contains(Kind.BALANCE, Kind.CHARGE, Kind.TOTAL);
    }

    @Test
    void a_changed_hash_is_told_once() {
        byte[] other = new byte[32];
        other[7] = 1;
        Kept damaged = kept().withLines(lines -> {
            Entry was = lines.get(3).entry();
            return replaced(lines, 3,
                    Line.of(new Entry(was.seq(), was.writtenAt(), was.transfer(), ChainHash.of(other))));
        });

        assertThat(only(damaged)).containsExactly(new Flaw(Kind.HASH, 4L,
                "The hash of entry 4 does not follow from the entry and the one before it."));
    }

    @Test
    void a_changed_time_of_writing_breaks_the_seal() {
        Kept damaged = kept().withLines(lines -> {
            Entry was = lines.get(3).entry();
            return replaced(lines, 3, Line.of(new Entry(was.seq(), was.writtenAt().plusNanos(1000), was.transfer(),
                    was.hash())));
        });

        assertThat(only(damaged)).extracting(Flaw::seq).containsExactly(4L);
    }

    @Test
    void a_deleted_entry_is_a_gap() {
        Kept one = kept().withLines(lines -> {
            lines.remove(3);
            return lines;
        });
        Kept three = kept().withLines(lines -> {
            lines.subList(3, 6).clear();
            return lines;
        });

        assertThat(only(one)).contains(new Flaw(Kind.GAP, 4L, "Entry 4 is missing."));
        assertThat(only(one)).extracting(Flaw::kind).doesNotContain(Kind.HASH);
        assertThat(only(three)).contains(new Flaw(Kind.GAP, 4L, "Entries 4 to 6 are missing."));
    }

    @Test
    void a_deleted_end_is_a_gap_too() {
        Kept kept = kept();
        int all = kept.lines().size();
        Kept damaged = kept.withLines(lines -> {
            lines.removeLast();
            return lines;
        });

        assertThat(only(damaged)).contains(new Flaw(Kind.GAP, (long) all, ("The pool's row says that its ledger has %d"
                + " entries; it has %d.").formatted(all, all - 1)));
    }

    @Test
    void an_end_that_the_pool_does_not_know_is_told() {
        Kept damaged = kept().withPool(was -> new StoredPool(was.pool(), was.seq(), ChainHash.GENESIS, was.totals()));

        assertThat(only(damaged)).extracting(Flaw::what).singleElement().asString()
                .endsWith("is not the one of the pool's row.");
    }

    @Test
    void a_swapped_pair_breaks_the_seals_of_both() {
        Kept damaged = kept().withLines(lines -> {
            Entry one = lines.get(3).entry();
            Entry two = lines.get(4).entry();
            lines.set(3, Line.of(new Entry(4, two.writtenAt(), two.transfer(), two.hash())));
            lines.set(4, Line.of(new Entry(5, one.writtenAt(), one.transfer(), one.hash())));
            return lines;
        });

        assertThat(only(damaged)).filteredOn(flaw -> flaw.kind() == Kind.HASH).extracting(Flaw::seq).contains(4L, 5L);
    }

    @Test
    void an_entry_that_cannot_be_read_is_told_and_the_rest_is_verified() {
        Kept damaged = kept().withLines(lines -> replaced(lines, 3, new Line(4, null, "cannot be read: no type 99")));

        assertThat(only(damaged)).contains(new Flaw(Kind.UNREADABLE, 4L, "Entry 4 cannot be read: no type 99."));
        assertThat(only(damaged)).extracting(Flaw::kind).doesNotContain(Kind.HASH, Kind.GAP);
    }

    @Test
    void a_movement_that_no_rule_makes_is_told() {
        assertThat(objectionTo(TransferType.GRANT, Account.ISSUED, Account.ADD_ON, new Source.AddOn("P1")))
                .isEqualTo("moves credits from issued to add_on, which no grant does");
        assertThat(objectionTo(TransferType.SPEND, Account.MONTHLY, Account.SPENT, null))
                .isEqualTo("does not name the source of its credits");
        assertThat(objectionTo(TransferType.SPEND, Account.MONTHLY, Account.SPENT, new Source.AddOn("P1")))
                .isEqualTo("does not name the source of its credits");
        assertThat(objectionTo(TransferType.DEBT, Account.DEBT, Account.SPENT, new Source.AddOn("P1")))
                .isEqualTo("does not name the source of its credits");
        assertThat(objectionTo(TransferType.HOLD, Account.MONTHLY, Account.HELD, new Source.Monthly(1)))
                .isEqualTo("moves held credits of no hold");
        assertThat(objectionTo(TransferType.DEBT, Account.DEBT, Account.SPENT, null)).isEmpty();
        assertThat(objectionTo(TransferType.MAKE_GOOD, Account.SPENT, Account.DEBT, null)).isEmpty();
        assertThat(objectionTo(TransferType.REPAYMENT, Account.MONTHLY, Account.DEBT, new Source.Monthly(1)))
                .isEmpty();
        assertThat(objectionTo(TransferType.REPAYMENT, Account.MONTHLY, Account.DEBT, null)).isNotEmpty();
    }

    private static String objectionTo(TransferType type, Account from, Account to, Source source) {
        return Movements.objection(new Transfer(NEW_YEAR, type, from, to, Credits.of(1), source, Cause.TIME))
                .orElse("");
    }

    @Test
    void an_entry_that_takes_what_is_not_there_is_told_where_it_does() {
        Kept damaged = kept().withLines(lines -> replaced(lines, 3, line(lines.get(3).entry(),
                of(lines.get(3).entry().transfer(), Credits.of(9_000)))));

        assertThat(only(damaged)).contains(
                new Flaw(Kind.MOVEMENT, 4L, "Entry 4 takes more from monthly (m:2) than there was."));
    }

    @Test
    void a_movement_that_no_rule_makes_is_told_at_its_entry() {
        Kept damaged = kept().withLines(lines -> {
            Transfer was = lines.get(3).entry().transfer();
            return replaced(lines, 3,
                    line(lines.get(3).entry(), new Transfer(was.dueAt(), TransferType.GIFT, was.from(),
                            was.to(), was.credits(), was.source(), was.cause())));
        });

        assertThat(only(damaged)).contains(new Flaw(Kind.MOVEMENT, 4L,
                "Entry 4 moves credits from monthly to spent, which no gift does."));
    }

    @Test
    void a_hold_or_a_debt_that_gives_more_than_it_has_is_told_where_it_does() {
        PoolDriver pool = PoolFixture.aPool().withMonthly(100).open();
        pool.settle(pool.hold(50), 20);
        pool.chargeEvenIntoDebt(100);
        pool.gift(10, "2027-01-01T00:00:00Z");
        List<Line> all = pool.kept().lines();

        assertThat(below(pool, all, TransferType.RETURN)).endsWith("takes more from hold 1 than there was.");
        assertThat(below(pool, all, TransferType.REPAYMENT))
                .endsWith("takes more from the debt of charge 3 than there was.");
    }

    /** @return what is told at the first entry of the type once its amount is far too large */
    private static String below(PoolDriver pool, List<Line> all, TransferType type) {
        int index = IntStream.range(0, all.size()).filter(i -> all.get(i).entry().transfer().type() == type).findFirst()
                .orElseThrow();
        Entry was = all.get(index).entry();
        return pool.kept().withLines(lines -> replaced(lines, index, line(was, of(was.transfer(), Credits.of(9_000)))))
                .audit().stream().filter(flaw -> flaw.kind() == Kind.MOVEMENT && flaw.seq() == was.seq())
                .map(Flaw::what).filter(what -> what.contains("hold") || what.contains("debt")).findFirst().orElse("");
    }

    // ---- the pool's row

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

    // ---- holds

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

    // ---- charges and totals

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

    // ---- purchases

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

    // ---- telling

    @Test
    void more_flaws_than_anybody_reads_are_counted() {
        Flaws flaws = new Flaws();
        IntStream.range(0, 1_234).forEach(i -> flaws.add(Kind.HASH, (long) i, "no. " + i));

        assertThat(flaws.list()).hasSize(Flaws.MOST + 1).last()
                .isEqualTo(new Flaw(Kind.HASH, null, "And 1,134 more."));
        assertThat(new Flaws().list()).isEqualTo(Collections.emptyList());
        assertThat(Kind.UNREADABLE.key()).isEqualTo("unreadable");
    }
}
