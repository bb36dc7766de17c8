package scrip.benchmarks.growth;

import java.util.List;

import scrip.application.reading.LedgerReader;
import scrip.domain.ledger.ChainHash;
import scrip.domain.ledger.Entry;
import scrip.domain.ledger.HashChain;
import scrip.domain.pool.PoolId;

/**
 * What reading a ledger from its beginning shows (rule 30).
 *
 * @param entries
 *            how many there are
 * @param isWhole
 *            whether none is missing, changed or out of order
 */
public record Verdict(long entries, boolean isWhole) {

    private static final int PAGE = 1_000;

    public static Verdict of(LedgerReader ledger, PoolId pool) {
        long seq = 0;
        ChainHash last = ChainHash.GENESIS;
        List<Entry> page = ledger.entries(pool, 0, PAGE);
        while (!page.isEmpty()) {
            for (Entry entry : page) {
                Entry again = new HashChain(pool.value(), seq, last).seal(List.of(entry.transfer()), entry.writtenAt())
                        .getFirst();
                if (!again.equals(entry)) {
                    return new Verdict(seq, false);
                }
                seq = entry.seq();
                last = entry.hash();
            }
            page = ledger.entries(pool, seq, PAGE);
        }
        return new Verdict(seq, true);
    }
}
