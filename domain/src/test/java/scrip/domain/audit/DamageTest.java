package scrip.domain.audit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import scrip.domain.audit.Flaw.Kind;
import scrip.domain.credit.Credits;
import scrip.domain.ledger.Account;
import scrip.domain.ledger.Cause;
import scrip.domain.ledger.Entry;
import scrip.domain.ledger.Source;
import scrip.domain.ledger.Transfer;
import scrip.domain.ledger.TransferType;
import scrip.domain.pool.CreditPool;
import scrip.domain.pool.HeldCredits;
import scrip.domain.pool.Hold;
import scrip.domain.pool.PoolDriver;
import scrip.domain.pool.PoolId;
import scrip.domain.pool.Slices;
import scrip.domain.pool.Taken;
import scrip.domain.pricing.Money;
import scrip.domain.purchase.Order;
import scrip.domain.purchase.Purchase;
import scrip.domain.purchase.Reversals;

import static org.assertj.core.api.Assertions.assertThat;
import static scrip.domain.pool.PoolFixture.aLicense;
import static scrip.domain.pool.PoolFixture.aPool;

/** The verifier beside {@link AuditTest}: pools that are sound whatever is under way, and damage that sums alone hide. */
@DisplayName("Rule 30: the verifier, part by part,")
class DamageTest {

    private static List<String> told(Kept kept) {
        return kept.audit().stream().map(Flaw::what).toList();
    }

    @Test
    void finds_nothing_in_a_sound_pool_with_grants_holds_debt_and_more_seats() {
        PoolDriver holding = aPool().withMonthly(100).withPromotional(50, "2026-06-01T00:00:00Z").withAddOn(100).open();
        holding.hold(120);
        PoolDriver owing = aPool().withMonthly(100).open();
        owing.hold(60);
        owing.chargeEvenIntoDebt(50);
        PoolDriver seats = aPool().withLicense(aLicense(1, 100)).withLicense(aLicense(3, 100)).open();

        assertThat(told(holding.kept())).isEmpty();
        assertThat(told(owing.kept())).isEmpty();
        assertThat(told(seats.kept())).isEmpty();
        assertThat(told(seats.pass(Duration.ofDays(40)).touch().kept())).isEmpty();
    }

    private static Transfer movement(TransferType type, Account from, Account to, @Nullable Source source) {
        return new Transfer(aPool().open().now(), type, from, to, Credits.of(5), source, Cause.TIME);
    }

    /** @return what is told of a ledger of that one entry, its seal aside */
    private static List<String> told(Transfer first) {
        Kept kept = aPool().withMonthly(100).open().kept();
        Entry was = kept.lines().getFirst().entry();
        return kept.withLines(lines -> new ArrayList<>(List.of(
                Line.of(new Entry(1, was.writtenAt(), first, was.hash()))))).audit().stream()
                .filter(flaw -> flaw.kind() == Kind.MOVEMENT).map(Flaw::what).toList();
    }

    @Test
    void tells_what_is_taken_from_an_account_that_has_nothing_or_of_a_source_that_is_not_there() {
        assertThat(told(movement(TransferType.SPEND, Account.MONTHLY, Account.SPENT, null)))
                .contains("Entry 1 takes more from monthly than there was.");
        assertThat(told(movement(TransferType.HOLD, Account.MONTHLY, Account.HELD, new Source.Monthly(1))))
                .containsExactly("Entry 1 moves held credits of no hold.",
                        "Entry 1 takes more from monthly (m:1) than there was.");
    }

    @Test
    void tells_what_one_source_or_hold_lacks_although_others_have_it() {
        PoolDriver pool = aPool().withMonthly(100).open();
        Hold one = pool.hold(50);
        pool.hold(40);
        pool.release(one);
        pool.charge(5);

        assertThat(told(changed(pool, TransferType.RETURN, was -> with(was, Credits.of(80), was.source()))))
                .anyMatch(what -> what.endsWith("takes more from hold 1 than there was."));
        assertThat(told(changed(pool, TransferType.SPEND, was -> with(was, was.credits(), new Source.Monthly(7)))))
                .anyMatch(what -> what.endsWith("takes more from monthly (m:7) than there was."));
    }

    private static Transfer with(Transfer was, Credits credits, @Nullable Source source) {
        return new Transfer(was.dueAt(), was.type(), was.from(), was.to(), credits, source, was.cause());
    }

    private static Kept changed(PoolDriver pool, TransferType type,
            UnaryOperator<Transfer> change) {
        return pool.kept().withLines(lines -> {
            lines.replaceAll(line -> line.entry().transfer().type() == type
                    ? Line.of(new Entry(line.seq(), line.entry().writtenAt(), change.apply(line.entry().transfer()),
                            line.entry().hash()))
                    : line);
            return lines;
        });
    }

    @Test
    void tells_of_use_that_is_kept_before_any_charge() {
        PoolDriver pool = aPool().withMonthly(100).open();
        pool.charge(5);
        Kept damaged = pool.kept().withUseByDay(use -> {
            use.addFirst(new UseTotal(use.getFirst().group() - 1, "eve@example.com", "query", 7, 1));
            return use;
        });

        assertThat(told(damaged)).singleElement().asString().contains("eve@example.com, query")
                .contains("but there is no charge");
    }

    @Test
    void counts_the_entries() {
        Kept kept = aPool().withMonthly(100).withAddOn(100).open().kept();
        LedgerReplay replay = new LedgerReplay(kept.pool().pool().id(), new Flaws());
        kept.lines().forEach(replay::next);

        assertThat(replay.entries()).isEqualTo(2);
    }

    @Test
    void tells_the_first_hundred_flaws_and_how_many_more_there_are() {
        Flaws flaws = new Flaws();
        IntStream.range(0, 100).forEach(i -> flaws.add(Kind.GAP, null, "flaw " + i));
        assertThat(flaws.list()).hasSize(100);

        IntStream.range(0, 1_234).forEach(i -> flaws.add(Kind.HASH, null, "another"));
        assertThat(flaws.list()).hasSize(101).last().isEqualTo(new Flaw(Kind.GAP, null, "And 1,234 more."));
    }

    // ---- purchases

    private static Purchase purchase(PoolDriver pool, boolean paid, long bonus, Reversals reversals) {
        Order order = new Order(Credits.of(100), Credits.of(bonus), Money.of(1000, "usd"), Money.zero("usd"), null,
                null, pool.now());
        Purchase.Payment payment = paid ? new Purchase.Payment(pool.now(), "pi_1", null) : null;
        return new Purchase("P1", new PoolId(1), order, Purchase.Status.PAID, null, payment, reversals);
    }

    @Test
    void tells_what_a_purchase_did_not_add_or_take_back() {
        PoolDriver pool = aPool().open();
        pool.buy(100, 10, pool.now());
        Reversals taken = Reversals.NONE.withTaken(new Taken(new Taken.Part(Slices.NONE, Credits.of(3)),
                new Taken.Part(Slices.NONE, Credits.of(1))));

        assertThat(told(pool.kept().withPurchases(List.of(purchase(pool, true, 10, Reversals.NONE))))).isEmpty();
        assertThat(told(pool.kept().withPurchases(List.of(purchase(pool, false, 10, Reversals.NONE)))))
                .containsExactly("What purchase P1 added is kept as 0 credits; the ledger says 100.",
                        "The bonus of purchase P1 is kept as 0 credits; the ledger says 10.");
        assertThat(told(pool.kept().withPurchases(List.of(purchase(pool, true, 7, taken)))))
                .containsExactly("The bonus of purchase P1 is kept as 7 credits; the ledger says 10.",
                        "What was taken back of purchase P1 is kept as 4 credits; the ledger says 0.");
    }

    @Test
    void tells_what_is_held_of_each_kind() {
        PoolDriver pool = aPool().withMonthly(100).withAddOn(100).open();
        pool.goTo("2026-01-31T12:00:00Z").hold(60, Duration.ofHours(20));
        pool.goTo("2026-02-01T00:00:00Z").hold(30);

        assertThat(told(pool.kept())).isEmpty();
        assertThat(told(pool.kept().withPool(DamageTest::holdingNothing))).contains(
                "What is held of this period is kept as 0 credits; the ledger says 30.",
                "What is held of periods that have ended is kept as 0 credits; the ledger says 60.");
    }

    private static StoredPool holdingNothing(StoredPool was) {
        CreditPool p = was.pool();
        return new StoredPool(new CreditPool(p.id(), p.createdAt(), p.asOf(), p.lastNumber(), p.licensing(), p.period(),
                p.stock(), HeldCredits.NONE, p.debts(), p.told(), p.limits()), was.seq(), was.hash(), was.totals());
    }
}
