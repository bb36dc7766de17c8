package scrip.application.purchase;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import scrip.application.payment.VerifiedEvent;

/** Keeps the gateway's events in memory. */
public final class InMemoryInbox implements Inbox {

    private final Map<String, Stored> events = new LinkedHashMap<>();

    /** @param dueAt when it may be claimed, null unless it waits */
    private record Stored(VerifiedEvent event, Instant receivedAt, int attempts, @Nullable Instant dueAt,
            Standing standing, @Nullable String detail, @Nullable Instant endedAt, @Nullable String seenBy) {

        Stored claimed(Instant until) {
            return new Stored(event, receivedAt, attempts + 1, until, standing, detail, endedAt, null);
        }

        Stored ended(Standing as, @Nullable String why, @Nullable Instant at) {
            return new Stored(event, receivedAt, attempts, null, as, why, at, null);
        }

        Stored seen(String by, Instant at) {
            return new Stored(event, receivedAt, attempts, null, Standing.PUT_AWAY, detail, at, by);
        }
    }

    @Override
    public synchronized boolean store(VerifiedEvent event, Instant receivedAt) {
        return putIfAbsent(new Stored(event, receivedAt, 0, receivedAt, Standing.WAITING, null, null, null));
    }

    @Override
    public synchronized boolean take(VerifiedEvent event, Instant now, Duration claimFor) {
        return putIfAbsent(new Stored(event, now, 1, now.plus(claimFor), Standing.WAITING, null, null, null));
    }

    private boolean putIfAbsent(Stored stored) {
        return events.putIfAbsent(stored.event.id(), stored) == null;
    }

    @Override
    public synchronized Set<String> missing(Collection<String> ids) {
        Set<String> missing = new HashSet<>(ids);
        missing.removeAll(events.keySet());
        return missing;
    }

    @Override
    public synchronized List<Waiting> claim(Instant now, Duration claimFor, int limit) {
        List<Stored> due = events.values().stream().filter(e -> e.dueAt != null && !e.dueAt.isAfter(now))
                .sorted(Comparator.comparing(Stored::dueAt)).limit(limit).toList();
        List<Waiting> claimed = new ArrayList<>();
        for (Stored stored : due) {
            put(stored.claimed(now.plus(claimFor)));
            claimed.add(new Waiting(stored.event, stored.attempts + 1));
        }
        return claimed;
    }

    @Override
    public synchronized void done(String eventId, Instant at) {
        end(eventId, Standing.DONE, null, at);
    }

    @Override
    public synchronized void ignored(String eventId, String why, Instant at) {
        end(eventId, Standing.IGNORED, why, at);
    }

    @Override
    public synchronized void failed(String eventId, String why, @Nullable Instant retryAt) {
        Stored stored = events.get(eventId);
        if (stored != null && retryAt != null) {
            put(new Stored(stored.event, stored.receivedAt, stored.attempts, retryAt, Standing.WAITING, why,
                    null, null));
        } else {
            end(eventId, Standing.DEAD, why, null);
        }
    }

    private void end(String eventId, Standing as, @Nullable String why, @Nullable Instant at) {
        Stored stored = events.get(eventId);
        if (stored != null) {
            put(stored.ended(as, why, at));
        }
    }

    @Override
    public synchronized boolean replay(String eventId, Instant now) {
        Stored stored = events.get(eventId);
        if (stored != null) {
            put(new Stored(stored.event, stored.receivedAt, 0, now, Standing.WAITING, null, null, null));
        }
        return stored != null;
    }

    @Override
    public synchronized boolean putAway(String eventId, String by, Instant at) {
        Stored stored = events.get(eventId);
        boolean dead = stored != null && stored.standing == Standing.DEAD;
        if (dead) {
            put(stored.seen(by, at));
        }
        return dead;
    }

    @Override
    public synchronized List<Letter> newest(@Nullable Standing only, @Nullable String before, int limit) {
        List<Letter> all = events.values().stream()
                .sorted(Comparator.comparing(Stored::receivedAt).thenComparing(e -> e.event.id()).reversed())
                .map(InMemoryInbox::letter).toList();
        List<Letter> rest = all;
        if (before != null) {
            List<String> ids = all.stream().map(Letter::id).toList();
            rest = ids.contains(before) ? all.subList(ids.indexOf(before) + 1, all.size()) : List.of();
        }
        return rest.stream().filter(letter -> only == null || letter.standing() == only).limit(limit).toList();
    }

    private static Letter letter(Stored e) {
        return new Letter(e.event.id(), e.event.type(), e.receivedAt, e.standing, e.attempts, e.detail,
                e.seenBy == null || e.endedAt == null ? null : new Seen(e.seenBy, e.endedAt));
    }

    @Override
    public synchronized int drop(Instant endedBefore, int most) {
        List<String> old = events.values().stream().filter(e -> e.endedAt != null && e.endedAt.isBefore(endedBefore))
                .sorted(Comparator.comparing(Stored::endedAt)).limit(most).map(e -> e.event.id()).toList();
        old.forEach(events::remove);
        return old.size();
    }

    @Override
    public synchronized int dead() {
        return (int) events.values().stream().filter(e -> e.standing == Standing.DEAD).count();
    }

    private void put(Stored stored) {
        events.put(stored.event.id(), stored);
    }
}
