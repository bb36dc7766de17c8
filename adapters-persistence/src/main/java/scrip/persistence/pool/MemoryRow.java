package scrip.persistence.pool;

import scrip.domain.ledger.ChainHash;
import scrip.domain.pool.Memory;
import scrip.persistence.sql.Insert;
import scrip.persistence.sql.Micros;
import scrip.persistence.sql.Sql;

/**
 * The row of a pool as it is remembered; a turn that moves nothing at the very time of another takes its place.
 *
 * @param seq
 *            number of the last entry by then
 * @param hash
 *            its hash
 * @param seqBefore
 *            number of the last entry before the turn
 */
public record MemoryRow(Memory memory, long seq, ChainHash hash, long seqBefore) {

    private static final String INSERT = "INSERT INTO past_pool (" + PoolRow.WRITTEN
            + ", late_from, late_after) VALUES";

    /** @return the statement that inserts what is remembered of a pool that has no ledger yet */
    public static Sql insertNew(PoolRow pool) {
        Insert rows = rows();
        new MemoryRow(Memory.ofNew(pool.pool()), pool.seq(), pool.hash(), pool.seq()).addTo(rows);
        return rows.statements().getFirst();
    }

    static Insert rows() {
        return new Insert(INSERT, PoolRow.ON_DUPLICATE);
    }

    void addTo(Insert rows) {
        boolean late = memory.lateFrom() != null;
        new PoolRow(memory.pool(), seq, hash).addTo(rows).put(Micros.ofNullable(memory.lateFrom()))
                .put(late ? (Long) seqBefore : null);
    }
}
