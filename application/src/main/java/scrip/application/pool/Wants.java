package scrip.application.pool;

import java.util.Set;

/**
 * What a request names and the store has to load beside the pool.
 *
 * @param holds
 *            numbers of holds
 * @param charges
 *            numbers of charges
 * @param purchases
 *            ids of purchases
 */
public record Wants(Set<Long> holds, Set<Long> charges, Set<String> purchases) {

    public static final Wants NOTHING = new Wants(Set.of(), Set.of(), Set.of());

    public static Wants hold(long number) {
        return new Wants(Set.of(number), Set.of(), Set.of());
    }

    public static Wants charge(long number) {
        return new Wants(Set.of(), Set.of(number), Set.of());
    }

    public static Wants purchase(String id) {
        return new Wants(Set.of(), Set.of(), Set.of(id));
    }
}
