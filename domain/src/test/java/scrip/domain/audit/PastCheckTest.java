package scrip.domain.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import scrip.domain.credit.Credits;
import scrip.domain.ledger.ChainHash;
import scrip.domain.ledger.Entry;
import scrip.domain.pool.CreditPool;
import scrip.domain.pool.HeldCredits;
import scrip.domain.pool.PoolDriver;
import scrip.domain.pool.Stock;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("Rule 30: the verifier compares what is remembered of the past with the ledger of then")
class PastCheckTest extends Damaged {

    private final PoolDriver pool = lived();
    private final List<Line> lines = pool.kept().lines();
    private final List<StoredPool> remembered = pool.remembered();

    private List<String> told(List<Line> ledger, List<StoredPool> past) {
        Flaws flaws = new Flaws();
        LedgerReplay replay = new LedgerReplay(pool.written().id(), flaws);
        replay.compareWith(past.iterator());
        ledger.forEach(replay::next);
        replay.check(pool.kept().pool());
        return flaws.list().stream().map(Flaw::what).filter(what -> what.contains(" as of ")).toList();
    }

    private List<StoredPool> with(int index, UnaryOperator<StoredPool> change) {
        List<StoredPool> past = new ArrayList<>(remembered);
        past.set(index, change.apply(past.get(index)));
        return past;
    }

    private static StoredPool with(StoredPool was, Credits monthly, HeldCredits held) {
        CreditPool p = was.pool();
        Stock stock = new Stock(p.stock().period(), monthly, p.stock().grants(), p.stock().addOn());
        return new StoredPool(new CreditPool(p.id(), p.createdAt(), p.asOf(), p.lastNumber(), p.licensing(), p.period(),
                stock, held, p.debts(), p.told(), p.limits()), was.seq(), was.hash(), was.totals());
    }

    @Test
    void a_past_without_damage_has_no_flaw() {
        assertThat(remembered).hasSizeGreaterThan(8);
        assertThat(remembered.getFirst().seq()).isZero();
        assertThat(told(lines, remembered)).isEmpty();
    }

    @Test
    void each_amount_that_drifted_is_told_with_both_amounts() {
        StoredPool was = remembered.get(3);
        String asOf = " as of " + was.pool().asOf() + " is remembered as ";
        List<StoredPool> parts = with(3, then -> with(then, then.pool().stock().monthly().plus(Credits.of(1)),
                new HeldCredits(Credits.of(2), Credits.ZERO, Credits.ZERO, Credits.ZERO)));
        List<StoredPool> totals = with(3, then -> new StoredPool(then.pool(), then.seq(), then.hash(),
                new StoredPool.Totals(then.totals().promotional() + 1, then.totals().addOn() + 2, 3)));

        assertThat(told(lines, parts)).filteredOn(what -> what.contains(asOf)).hasSize(2)
                .anyMatch(what -> what.startsWith("The monthly balance" + asOf))
                .anyMatch(what -> what.startsWith("What was held" + asOf + "2 credits; the ledger says 0."));
        assertThat(told(lines, totals)).filteredOn(what -> what.contains(asOf)).hasSize(3)
                .anyMatch(what -> what.startsWith("The promotional balance" + asOf))
                .anyMatch(what -> what.startsWith("The add-on balance" + asOf))
                .anyMatch(what -> what.startsWith("The debt" + asOf + "0.000003 credits; the ledger says 0."));
    }

    @Test
    void a_difference_that_stays_is_told_once() {
        List<Line> damaged = new ArrayList<>(lines);
        Entry was = lines.get(3).entry();
        damaged.set(3, line(was, of(was.transfer(), was.transfer().credits().minus(Credits.of(1)))));

        assertThat(told(damaged, remembered)).filteredOn(what -> what.startsWith("The monthly balance")).hasSize(1);
    }

    @Test
    void another_hash_and_entries_that_are_not_there_are_told() {
        StoredPool last = remembered.getLast();
        List<StoredPool> sealed = with(2, then -> new StoredPool(then.pool(), then.seq(), ChainHash.GENESIS,
                then.totals()));
        List<Line> shorter = lines.subList(0, (int) last.seq() - 1);
        List<Line> gap = new ArrayList<>(lines);
        gap.remove((int) last.seq() - 1);
        String missing = "The pool is remembered as of %s with entry %d, which is not there."
                .formatted(last.pool().asOf(), last.seq());

        assertThat(told(lines, sealed)).singleElement().asString().startsWith("The hash of entry");
        assertThat(told(shorter, remembered)).contains(missing);
        assertThat(told(gap, remembered)).contains(missing);
    }

    @Test
    void at_an_entry_that_cannot_be_read_nothing_is_compared() {
        StoredPool last = remembered.getLast();
        List<Line> damaged = new ArrayList<>(lines);
        damaged.set((int) last.seq() - 1, new Line(last.seq(), null, "cannot be read"));

        assertThat(told(damaged, List.of(last))).isEmpty();
    }
}
