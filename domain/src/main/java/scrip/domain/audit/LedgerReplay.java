package scrip.domain.audit;

import java.util.Iterator;

import scrip.domain.ledger.Entry;
import scrip.domain.pool.PoolId;

/** Follows the ledger of one pool from its first entry: numbers, hashes, movements, and what they come to. */
public final class LedgerReplay {

    private final ChainCheck chain;
    private final DayCheck days;
    private final MovementCheck movements;
    private final PastCheck past;
    private final Tally tally;
    private final Flaws flaws;

    public LedgerReplay(PoolId pool, Flaws flaws) {
        this.flaws = flaws;
        chain = new ChainCheck(pool.value(), flaws);
        days = new DayCheck(flaws);
        movements = new MovementCheck(flaws);
        tally = new Tally(flaws);
        past = new PastCheck(tally, flaws);
    }

    /** Has the pool as it is remembered of its past compared on the way: all of it, in the order of the ledger. */
    public void compareWith(Iterator<StoredPool> remembered) {
        past.begin(remembered);
    }

    /** Takes the next row. */
    public void next(Line line) {
        chain.next(line);
        Entry entry = line.entry();
        if (entry != null) {
            tally.add(entry);
            days.add(entry);
            movements.add(entry);
        }
        past.reached(line.seq(), entry == null ? null : entry.hash());
    }

    /** @return how many entries there are, by their numbers */
    public long entries() {
        return chain.seq();
    }

    /** Compares the pool's row with the ledger, all of which was taken. */
    public void check(StoredPool stored) {
        chain.end(stored.seq(), stored.hash());
        past.end();
        new BalanceCheck(tally, flaws).check(stored);
    }

    /** @return what compares open holds with the ledger, all of which was taken */
    public HoldCheck holds(StoredPool stored) {
        return new HoldCheck(tally, stored.pool(), flaws);
    }

    /** @return what compares totals by day with the ledger, all of which was taken */
    public DayCheck days() {
        return days;
    }

    /** @return what compares movements by day with the ledger, all of which was taken */
    public MovementCheck movements() {
        return movements;
    }

    /** @return what compares purchases with the ledger, all of which was taken */
    public PurchaseCheck purchases() {
        return new PurchaseCheck(tally, flaws);
    }
}
