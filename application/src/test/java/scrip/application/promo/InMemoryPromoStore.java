package scrip.application.promo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

import scrip.application.pool.InMemoryPoolStore;
import scrip.application.promo.Redemption.State;
import scrip.domain.pool.PoolId;
import scrip.domain.promo.PromoCode;
import scrip.domain.promo.PromoRefusal;
import scrip.domain.promo.Use;
import scrip.domain.purchase.Purchase;

/** Keeps promo codes in memory, beside the purchases of pools in memory. */
public final class InMemoryPromoStore implements PromoStore {

    private final InMemoryPoolStore pools;
    private final Map<String, PromoCode> codes = new LinkedHashMap<>();
    private final Map<Claim, Redemption> redemptions = new LinkedHashMap<>();

    public InMemoryPromoStore(InMemoryPoolStore pools) {
        this.pools = pools;
    }

    @Override
    public synchronized boolean put(PromoCode code) {
        PromoCode old = codes.get(code.code());
        codes.put(code.code(), old == null ? code
                : new PromoCode(code.code(), code.gives(), code.conditions(), old.createdAt(), code.retiredAt()));
        return old == null;
    }

    @Override
    public synchronized boolean make(PromoCode code) {
        return codes.putIfAbsent(code.code(), code) == null;
    }

    @Override
    public synchronized boolean retire(String code, Instant at) {
        return codes.computeIfPresent(code, (_, old) -> old.retiredAt() != null ? old
                : new PromoCode(code, old.gives(), old.conditions(), old.createdAt(), at)) != null;
    }

    @Override
    public synchronized Optional<Counted> find(String code) {
        return Optional.ofNullable(codes.get(code)).map(found -> new Counted(found, count(code, null)));
    }

    @Override
    public synchronized List<Counted> list(int limit) {
        return codes.values().stream()
                .sorted(Comparator.comparing(PromoCode::createdAt).reversed().thenComparing(PromoCode::code))
                .limit(limit).map(code -> new Counted(code, count(code.code(), null))).toList();
    }

    @Override
    public synchronized List<Redemption> redemptions(String code, int limit) {
        return redemptions.values().stream().filter(redemption -> redemption.claim().code().equals(code))
                .sorted(Comparator.comparing(Redemption::takenAt).reversed()
                        .thenComparing(redemption -> redemption.claim().purchase()))
                .limit(limit).toList();
    }

    @Override
    public synchronized Optional<Use> use(String code, PoolId pool) {
        return codes.containsKey(code) ? Optional.of(new Use(count(code, null), count(code, pool),
                otherFirsts(code, pool))) : Optional.empty();
    }

    private long otherFirsts(String code, PoolId pool) {
        return codes.values().stream().filter(other -> other.conditions().firstPurchaseOnly()).map(PromoCode::code)
                .filter(other -> !other.equals(code)).mapToLong(other -> count(other, pool)).sum();
    }

    private long count(String code, PoolId pool) {
        return redemptions.values().stream().filter(redemption -> redemption.state().counts())
                .map(Redemption::claim).filter(claim -> claim.code().equals(code))
                .filter(claim -> pool == null || claim.pool().equals(pool)).count();
    }

    @Override
    public synchronized boolean stands(Claim claim) {
        Redemption known = redemptions.get(claim);
        return known != null && known.state().counts();
    }

    @Override
    public synchronized Optional<PromoRefusal> take(Claim claim, Instant at,
            BiFunction<PromoCode, Use, Optional<PromoRefusal>> decide) {
        PromoCode code = codes.get(claim.code());
        if (code == null) {
            return Optional.of(PromoRefusal.UNKNOWN);
        }
        Redemption known = redemptions.get(claim);
        if (stands(claim)) {
            return Optional.empty();
        }
        Optional<PromoRefusal> refusal = decide.apply(code, use(claim.code(), claim.pool()).orElseThrow());
        if (refusal.isEmpty()) {
            redemptions.put(claim, new Redemption(claim, State.TAKEN, known == null ? at : known.takenAt()));
        }
        return refusal;
    }

    @Override
    public synchronized void keep(Claim claim, Instant at) {
        Redemption known = redemptions.get(claim);
        redemptions.put(claim, new Redemption(claim, State.KEPT, known == null ? at : known.takenAt()));
    }

    @Override
    public synchronized void giveBack(Claim claim) {
        redemptions.computeIfPresent(claim, (_, known) -> known.state() == State.TAKEN
                ? new Redemption(claim, State.RETURNED, known.takenAt())
                : known);
    }

    @Override
    public synchronized List<Claim> unsettled(Instant takenBefore, int limit) {
        Map<String, Purchase.Status> purchases = new LinkedHashMap<>();
        pools.purchases().forEach(purchase -> purchases.put(purchase.id(), purchase.status()));
        return new ArrayList<>(redemptions.values()).stream()
                .filter(redemption -> redemption.state() == State.TAKEN && redemption.takenAt().isBefore(takenBefore))
                .sorted(Comparator.comparing(Redemption::takenAt)).map(Redemption::claim)
                .filter(claim -> purchases.get(claim.purchase()) != Purchase.Status.PENDING).limit(limit).toList();
    }
}
