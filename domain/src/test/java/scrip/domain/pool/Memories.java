package scrip.domain.pool;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import scrip.domain.audit.StoredPool;
import scrip.domain.ledger.ChainHash;
import scrip.domain.ledger.Entry;
import scrip.domain.ledger.Transfer;
import scrip.domain.ledger.TransferType;
import scrip.domain.pool.Hindsight.Arrival;
import scrip.domain.pool.Hindsight.Flow;

/** What is remembered of a pool, beside its ledger, as a store keeps it. */
public final class Memories {

    private final List<Remembered> remembered = new ArrayList<>();
    private final List<Transfer> journal = new ArrayList<>();

    /** @param seq number of the last entry by then */
    private record Remembered(Memory memory, int seq) {}

    public Memories(CreditPool born) {
        remembered.add(new Remembered(Memory.ofNew(born), 0));
    }

    /** Keeps what a turn decided, and remembers it if it has to be. */
    public void keep(CreditPool before, Decision decision) {
        journal.addAll(decision.transfers());
        Memory.of(before, decision).ifPresent(memory -> remembered.add(new Remembered(memory, journal.size())));
    }

    /** @return all that is remembered, with the hash that the pool's ledger had by then */
    public List<StoredPool> all(List<Entry> ledger) {
        return remembered.stream().map(kept -> new StoredPool(kept.memory.pool(), kept.seq,
                kept.seq == 0 ? ChainHash.GENESIS : ledger.get(kept.seq - 1).hash(),
                StoredPool.Totals.of(kept.memory.pool()))).toList();
    }

    /** @return how often the pool had to be remembered */
    int count() {
        return remembered.size();
    }

    /** @return what is known of the pool at an instant of its past */
    public Optional<Hindsight> of(Instant instant) {
        return remembered.reversed().stream().filter(kept -> !kept.memory.pool().asOf().isAfter(instant)).findFirst()
                .map(kept -> new Hindsight(kept.memory.pool(), journal.subList(kept.seq, journal.size()).stream()
                        .filter(transfer -> !transfer.dueAt().isAfter(instant)).map(Memories::flow).toList()));
    }

    private static Flow flow(Transfer t) {
        String purchase = t.cause().purchase();
        boolean arrives = purchase != null && (t.type() == TransferType.PURCHASE || t.type() == TransferType.GIFT);
        return new Flow(t.from(), t.to(), t.source(), t.credits(), arrives ? new Arrival(purchase, t.dueAt()) : null);
    }
}
