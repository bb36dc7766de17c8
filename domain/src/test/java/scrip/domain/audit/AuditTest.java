package scrip.domain.audit;

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
import scrip.domain.pool.PoolDriver;
import scrip.domain.pool.PoolFixture;

import static org.assertj.core.api.Assertions.assertThat;

/** Damage of the ledger is found, and named by where it is and what it is. */
@DisplayName("Rule 30: the verifier reads the ledger")
class AuditTest extends Damaged {

    @Test
    void a_life_without_damage_has_no_flaw() {
        Kept kept = kept();

        assertThat(kept.audit()).isEmpty();
        assertThat(kept.lines().stream().map(line -> line.entry().transfer().type()).distinct())
                .contains(TransferType.GRANT, TransferType.EXPIRY, TransferType.DEBT, TransferType.REPAYMENT,
                        TransferType.MAKE_GOOD, TransferType.LAPSE, TransferType.RETURN);
    }

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
