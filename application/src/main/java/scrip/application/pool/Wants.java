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
 * @param builders
 *            e-mail addresses of builders whose limits may be asked for, or change
 * @param limits
 *            whether it changes limits, so that they matter also where they are off
 */
public record Wants(Set<Long> holds, Set<Long> charges, Set<String> purchases, Set<String> builders,
        boolean limits) {

    public static final Wants NOTHING = new Wants(Set.of(), Set.of(), Set.of());

    public Wants(Set<Long> holds, Set<Long> charges, Set<String> purchases) {
        this(holds, charges, purchases, Set.of(), false);
    }

    /** A request that spends for a builder. */
    public static Wants builder(String email) {
        return new Wants(Set.of(), Set.of(), Set.of(), Set.of(email), false);
    }

    /** A request that sets limits, custom ones of these builders among them. */
    public static Wants limitsOf(Set<String> emails) {
        return new Wants(Set.of(), Set.of(), Set.of(), emails, true);
    }

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
