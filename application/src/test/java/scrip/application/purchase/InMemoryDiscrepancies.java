package scrip.application.purchase;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Keeps discrepancies in memory. */
public final class InMemoryDiscrepancies implements Discrepancies {

    private final Map<String, Discrepancy> raised = new LinkedHashMap<>();

    @Override
    public synchronized void raise(Discrepancy.Kind kind, String subject, String detail, Instant at) {
        raised.merge(kind + subject, new Discrepancy(kind, subject, detail, at, at),
                (known, again) -> new Discrepancy(kind, subject, detail, known.firstSeen(), at));
    }

    @Override
    public synchronized List<Discrepancy> since(Instant seenSinceInclusive, int limit) {
        return raised.values().stream().filter(one -> !one.lastSeen().isBefore(seenSinceInclusive))
                .sorted(Comparator.comparing(Discrepancy::lastSeen).thenComparing(Discrepancy::subject).reversed())
                .limit(limit).toList();
    }

    @Override
    public synchronized int count() {
        return raised.size();
    }

    @Override
    public synchronized boolean settle(Discrepancy.Kind kind, String subject) {
        return raised.remove(kind + subject) != null;
    }
}
