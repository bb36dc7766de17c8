package scrip.web.api.metering;

import java.util.OptionalLong;

import org.jspecify.annotations.Nullable;
import scrip.domain.pool.PoolId;
import scrip.web.api.problem.Problem;
import scrip.web.api.problem.ProblemCode;

/**
 * The names of holds, charges and notices outside: {@code hold_<pool>_<number>}, each number in base 32 (Crockford's digits), so
 * that no two pools share a name and one pool's names mean nothing to another.
 */
public enum PublicId {
    HOLD("hold"), CHARGE("charge"), NOTICE("notice");

    private static final String DIGITS = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int BITS = 5;
    private static final int LONGEST = 13;

    private final String prefix;

    PublicId(String prefix) {
        this.prefix = prefix;
    }

    /**
     * @param number
     *            above zero, unique in the pool
     */
    public String of(PoolId pool, long number) {
        return prefix + "_" + encode(pool.value()) + "_" + encode(number);
    }

    /** As {@link #of(PoolId, long)}; null for null. */
    public @Nullable String orNull(PoolId pool, @Nullable Long number) {
        return number == null ? null : of(pool, number);
    }

    /**
     * @return the number of the hold or charge in the pool
     * @throws scrip.web.api.problem.ProblemException
     *             {@code not_found} if it is no such name, or another pool's
     */
    public long numberIn(PoolId pool, String id) {
        String own = prefix + "_" + encode(pool.value()) + "_";
        OptionalLong number = id.startsWith(own) ? decode(id.substring(own.length())) : OptionalLong.empty();
        return number.orElseThrow(
                () -> Problem.of(ProblemCode.NOT_FOUND, "There is no " + prefix + " with this id.").asException());
    }

    private static String encode(long number) {
        StringBuilder text = new StringBuilder();
        for (long rest = number; rest > 0; rest >>>= BITS) {
            text.append(DIGITS.charAt((int) (rest & (DIGITS.length() - 1))));
        }
        return text.reverse().toString();
    }

    /** Only what {@link #encode} writes is taken, so every hold has one name; what overflows is no number either. */
    private static OptionalLong decode(String text) {
        if (text.isEmpty() || text.length() > LONGEST || text.charAt(0) == '0'
                || (text.length() == LONGEST && text.charAt(0) > '7')) {
            return OptionalLong.empty();
        }
        long number = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = DIGITS.indexOf(text.charAt(i));
            if (digit < 0) {
                return OptionalLong.empty();
            }
            number = (number << BITS) | digit;
        }
        return number > 0 ? OptionalLong.of(number) : OptionalLong.empty();
    }
}
