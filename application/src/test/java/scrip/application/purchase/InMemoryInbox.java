package scrip.application.purchase;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import scrip.application.payment.VerifiedEvent;

/** Keeps the gateway's events in memory. */
public final class InMemoryInbox implements Inbox {

    private final Map<String, Stored> events = new LinkedHashMap<>();

    /** @param dueAt when it may be claimed, null once it is done or dead */
    private record Stored(VerifiedEvent event, int attempts, @Nullable Instant dueAt) {}

    @Override
    public synchronized boolean store(VerifiedEvent event, Instant receivedAt) {
        return events.putIfAbsent(event.id(), new Stored(event, 0, receivedAt)) == null;
    }

    @Override
    public synchronized List<Waiting> claim(Instant now, Duration claimFor, int limit) {
        List<Stored> due = events.values().stream().filter(e -> e.dueAt != null && !e.dueAt.isAfter(now))
                .sorted(Comparator.comparing(Stored::dueAt)).limit(limit).toList();
        List<Waiting> claimed = new ArrayList<>();
        for (Stored stored : due) {
            put(new Stored(stored.event, stored.attempts + 1, now.plus(claimFor)));
            claimed.add(new Waiting(stored.event, stored.attempts + 1));
        }
        return claimed;
    }

    @Override
    public synchronized void done(String eventId, Instant at) {
        change(eventId, null);
    }

    @Override
    public synchronized void failed(String eventId, String why, @Nullable Instant retryAt) {
        change(eventId, retryAt);
    }

    private void change(String eventId, @Nullable Instant dueAt) {
        Stored stored = events.get(eventId);
        if (stored != null) {
            put(new Stored(stored.event, stored.attempts, dueAt));
        }
    }

    private void put(Stored stored) {
        events.put(stored.event.id(), stored);
    }
}
