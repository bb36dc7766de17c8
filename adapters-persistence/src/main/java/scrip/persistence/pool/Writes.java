package scrip.persistence.pool;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import scrip.application.pool.PoolStore.Changes;
import scrip.application.pool.PoolStore.Locked;
import scrip.domain.ledger.ChainHash;
import scrip.domain.ledger.Entry;
import scrip.domain.pool.Charge;
import scrip.domain.pool.Decision;
import scrip.domain.pool.Hold;
import scrip.domain.pool.Memory;
import scrip.domain.pool.Repayment;
import scrip.domain.purchase.Purchase;
import scrip.persistence.notice.NoticeRow;
import scrip.persistence.purchase.PurchaseRow;
import scrip.persistence.sql.Insert;
import scrip.persistence.sql.RoundTrip;
import scrip.persistence.sql.Sql;

/** All that the turns of a transaction changed, as one round trip. */
final class Writes {

    private final PoolWrites pools = new PoolWrites();
    private final Insert memories = MemoryRow.rows();
    private final LedgerWrites ledger = new LedgerWrites();
    private final HoldWrites holds = new HoldWrites();
    private final ChargeWrites charges = new ChargeWrites();
    private final TotalWrites totals = new TotalWrites();
    private final AnswerWrites answers;
    private final List<Sql> purchases = new ArrayList<>();
    private final Insert notices = new Insert(NoticeRow.INSERT);

    private final int mostUnposted;

    /**
     * @param keys         that the requests claimed
     * @param mostUnposted sums that may stay in a pool's row
     */
    Writes(Keys keys, int mostUnposted) {
        this.mostUnposted = mostUnposted;
        answers = new AnswerWrites(keys);
    }

    /**
     * @param before   tells what is new from what is there already
     * @param unposted what stands in the pool's row
     */
    void add(Locked before, Changes changes, Unposted unposted) {
        long pool = before.pool().id().value();
        Decision decision = changes.decision();
        PoolRow after = poolAfter(before, changes);
        Memory.of(before.pool(), decision).ifPresent(
                memory -> new MemoryRow(memory, after.seq(), after.hash(), before.seq()).addTo(memories));
        changes.entries().forEach(entry -> {
            ledger.add(new EntryRow(pool, entry));
            unposted.add(entry);
        });
        Map<Long, Hold> knownHolds = before.loaded().holds().stream()
                .collect(Collectors.toMap(Hold::number, Function.identity()));
        decision.holds().forEach(hold -> {
            Hold known = knownHolds.get(hold.number());
            holds.add(new HoldRow(pool, hold), known);
            unposted.addHeld(hold.work().builder(), held(hold) - held(known));
        });
        Set<Long> knownCharges = before.loaded().charges().stream().map(Charge::number).collect(Collectors.toSet());
        decision.charges().forEach(c -> charges.add(new ChargeRow(pool, c), !knownCharges.contains(c.number())));
        addRepayments(pool, before.seq(), decision.repayments());
        decision.usage().forEach(unposted::add);
        pools.add(new PoolWrites.State(new PoolRow(before.pool(), before.seq(), before.hash()), unposted.stored()),
                new PoolWrites.State(after, left(pool, unposted)));
        answers.add(pool, changes.answers());
        decision.notices().forEach(n -> NoticeRow.of(before.pool().id(), n, before.now()).insert(notices));
        changes.purchases().forEach(purchase -> add(purchase, before.purchases().containsKey(purchase.id())));
    }

    private static long held(@Nullable Hold hold) {
        return hold != null && hold.isOpen() ? hold.credits().micros() : 0;
    }

    /** @return what stays in the pool's row: nothing if there is enough to be worth rows of its own */
    private @Nullable String left(long pool, Unposted unposted) {
        if (unposted.size() <= mostUnposted) {
            return unposted.text();
        }
        totals.add(pool, unposted);
        return null;
    }

    private static PoolRow poolAfter(Locked before, Changes changes) {
        List<Entry> entries = changes.entries();
        ChainHash hash = entries.isEmpty() ? before.hash() : entries.getLast().hash();
        return new PoolRow(changes.decision().pool(), before.seq() + entries.size(), hash);
    }

    /** Each repayment has an entry of its own in the turn, so the numbers of those are enough to order them all. */
    private void addRepayments(long pool, long seq, List<Repayment> repayments) {
        for (int i = 0; i < repayments.size(); i++) {
            charges.add(pool, seq + 1 + i, repayments.get(i));
        }
    }

    private void add(Purchase purchase, boolean isKnown) {
        PurchaseRow row = new PurchaseRow(purchase);
        purchases.add(isKnown ? row.update() : row.insert());
    }

    RoundTrip trip() {
        RoundTrip trip = new RoundTrip();
        pools.addTo(trip);
        trip.write(memories.statements());
        ledger.addTo(trip);
        holds.addTo(trip);
        charges.addTo(trip);
        totals.addTo(trip);
        answers.addTo(trip);
        return trip.write(purchases).write(notices.statements());
    }
}
