package scrip.persistence.promo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

import org.jspecify.annotations.Nullable;
import scrip.application.promo.Claim;
import scrip.application.promo.PromoStore.Counted;
import scrip.application.promo.Redemption.State;
import scrip.domain.promo.PromoCode;
import scrip.domain.promo.PromoRefusal;
import scrip.domain.promo.Use;
import scrip.persistence.sql.Micros;
import scrip.persistence.sql.RoundTrip;
import scrip.persistence.sql.Sql;
import scrip.persistence.sql.Transaction;

/**
 * A promo code whose row is locked, and one redemption of it. A code for a first purchase only locks the pool's row, too,
 * always after the code's: of two such codes in one pool, that decides.
 */
final class LockedPromo implements AutoCloseable {

    /** By a code and a pool. */
    static final String HERE = """
            SELECT COUNT(*) FROM promo_redemption r
            WHERE r.code = ? AND r.pool = ? AND r.state IN ('taken', 'kept')""";

    /** By a pool and a code. */
    static final String OTHER_FIRSTS = """
            SELECT COUNT(*) FROM promo_redemption r JOIN promo_code other ON other.code = r.code
            WHERE r.pool = ? AND r.code <> ? AND r.state IN ('taken', 'kept') AND other.first_purchase_only = 1""";

    private final Transaction transaction;
    private final Claim claim;
    private final @Nullable Counted code;
    private final @Nullable State state;
    private final long here;
    private final long otherFirsts;

    private LockedPromo(Transaction transaction, Claim claim, @Nullable Counted code) {
        this.transaction = transaction;
        this.claim = claim;
        this.code = code;
        List<State> states = new ArrayList<>();
        List<Long> counts = new ArrayList<>();
        String of = claim.code();
        long pool = claim.pool().value();
        RoundTrip reading = new RoundTrip();
        if (code != null && code.code().conditions().firstPurchaseOnly()) {
            reading.read(Sql.of("SELECT id FROM pool WHERE id = ? FOR UPDATE", pool), _ -> {
            });
        }
        transaction.run(reading
                .read(Sql.of("SELECT state FROM promo_redemption WHERE code = ? AND purchase = ?", of,
                        claim.purchase()), cells -> states.add(State.ofKey(cells.text())))
                .read(Sql.of(HERE, of, pool), cells -> counts.add(cells.number()))
                .read(Sql.of(OTHER_FIRSTS, pool, of), cells -> counts.add(cells.number())));
        state = states.isEmpty() ? null : states.getFirst();
        here = counts.getFirst();
        otherFirsts = counts.getLast();
    }

    /** Locks first, then loads; closes the transaction if that fails. */
    static LockedPromo lock(Transaction transaction, Claim claim) {
        List<Counted> found = new ArrayList<>();
        try {
            transaction.run(new RoundTrip().read(
                    Sql.of("SELECT " + PromoRow.COLUMNS + " FROM promo_code WHERE code = ? FOR UPDATE", claim.code()),
                    cells -> found.add(PromoRow.counted(cells))));
            return new LockedPromo(transaction, claim, found.isEmpty() ? null : found.getFirst());
        } catch (RuntimeException e) {
            transaction.close();
            throw e;
        }
    }

    Optional<PromoRefusal> take(Instant at, BiFunction<PromoCode, Use, Optional<PromoRefusal>> decide) {
        if (code == null) {
            return Optional.of(PromoRefusal.UNKNOWN);
        }
        if (state != null && state.counts()) {
            return Optional.empty();
        }
        Optional<PromoRefusal> refusal = decide.apply(code.code(), new Use(code.redemptions(), here, otherFirsts));
        if (refusal.isEmpty()) {
            transaction.commit(new RoundTrip().write(put(State.TAKEN, at)).write(count(1)));
        }
        return refusal;
    }

    Optional<PromoRefusal> keep(Instant at) {
        if (code != null && state != State.KEPT) {
            transaction.commit(new RoundTrip().write(put(State.KEPT, at)).write(count(state == State.TAKEN ? 0 : 1)));
        }
        return Optional.empty();
    }

    Optional<PromoRefusal> giveBack() {
        if (state == State.TAKEN) {
            transaction.commit(new RoundTrip().write(Sql.of("""
                    UPDATE promo_redemption SET state = ?, open_since = NULL WHERE code = ? AND purchase = ?""",
                    State.RETURNED.key(), claim.code(), claim.purchase())).write(count(-1)));
        }
        return Optional.empty();
    }

    /** When it was taken first stays on record. */
    private Sql put(State now, Instant at) {
        Long openSince = now == State.TAKEN ? Micros.of(at) : null;
        return Sql.of("""
                INSERT INTO promo_redemption (code, purchase, pool, state, taken_at, open_since)
                VALUES (?, ?, ?, ?, ?, ?)
                ON DUPLICATE KEY UPDATE state = VALUES(state), open_since = VALUES(open_since)""", claim.code(),
                claim.purchase(), claim.pool().value(), now.key(), Micros.of(at), openSince);
    }

    private Sql count(int more) {
        return Sql.of("UPDATE promo_code SET redeemed = redeemed + ? WHERE code = ?", more, claim.code());
    }

    @Override
    public void close() {
        transaction.close();
    }
}
