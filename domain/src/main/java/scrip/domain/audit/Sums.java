package scrip.domain.audit;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Micro-credits by what they belong to; what comes to zero is forgotten, so it keeps what is there and no
 * history. Damaged amounts may be so large that sums run over, which shows as a difference like any other.
 */
final class Sums<K> {

    private final Map<K, Long> sums = new LinkedHashMap<>();

    /** @return whether this took the sum from zero or more to below zero */
    boolean add(K key, long micros) {
        long before = of(key);
        long after = before + micros;
        if (after == 0) {
            sums.remove(key);
        } else {
            sums.put(key, after);
        }
        return before >= 0 && after < 0;
    }

    long of(K key) {
        return sums.getOrDefault(key, 0L);
    }

    /** @return the sum, which is forgotten */
    long remove(K key) {
        Long sum = sums.remove(key);
        return sum == null ? 0 : sum;
    }

    /** @return what is not zero */
    Map<K, Long> left() {
        return sums;
    }
}
