package scrip.application.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import scrip.application.notice.Delivery.Progress;
import scrip.application.notice.Delivery.Status;
import scrip.application.pool.InMemoryPoolStore;
import scrip.domain.pool.PoolId;

/** Keeps deliveries in memory, of notices that were written to pools in memory. */
public final class InMemoryOutbox implements Outbox {

    private final InMemoryPoolStore pools;
    private final Map<Key, Instant> claimed = new HashMap<>();
    private final Map<Delivery.Key, Delivery> deliveries = new LinkedHashMap<>();
    private final Map<Delivery.Key, List<Attempt>> attempts = new HashMap<>();

    /** A notice; its claim is {@link Instant#MAX} once it is dispatched. */
    private record Key(PoolId pool, long number) {}

    public InMemoryOutbox(InMemoryPoolStore pools) {
        this.pools = pools;
    }

    private static Key key(Posted posted) {
        return new Key(posted.pool(), posted.notice().number());
    }

    @Override
    public synchronized List<Posted> claimNotices(Instant now, Duration claimFor, int limit) {
        List<Posted> due = pools.pools().flatMap(pool -> pools.notices(pool.id()).stream())
                .filter(posted -> !dueAt(posted).isAfter(now))
                .sorted(Comparator.comparing(this::dueAt).thenComparingLong(posted -> posted.pool().value())
                        .thenComparingLong(posted -> posted.notice().number()))
                .limit(limit).toList();
        due.forEach(posted -> claimed.put(key(posted), now.plus(claimFor)));
        return due;
    }

    private Instant dueAt(Posted posted) {
        return claimed.getOrDefault(key(posted), posted.writtenAt());
    }

    @Override
    public synchronized void dispatch(Posted notice, Collection<Delivery.Target> targets, Instant now) {
        claimed.put(key(notice), Instant.MAX);
        for (Delivery.Target target : targets) {
            Delivery made = new Delivery(notice, target, new Progress(Status.WAITING, now, now, 0, now, null, ""));
            deliveries.putIfAbsent(made.key(), made);
        }
    }

    @Override
    public synchronized List<Delivery> claimDeliveries(Instant now, Duration claimFor, int limit) {
        List<Delivery> due = deliveries.values().stream()
                .filter(delivery -> delivery.progress().nextAt() != null && !delivery.progress().nextAt().isAfter(now))
                .sorted(Comparator.comparing((Delivery delivery) -> delivery.progress().nextAt())).limit(limit)
                .toList();
        due.forEach(delivery -> change(delivery.key(), so -> new Progress(so.status(), so.madeAt(), so.since(),
                so.attempts() + 1, now.plus(claimFor), so.triedAt(), so.outcome())));
        return due.stream().map(delivery -> new Delivery(delivery.posted(), delivery.target(),
                counted(delivery.progress()))).toList();
    }

    private static Progress counted(Progress so) {
        return new Progress(so.status(), so.madeAt(), so.since(), so.attempts() + 1, so.nextAt(), so.triedAt(),
                so.outcome());
    }

    @Override
    public synchronized void keep(Delivery.Key delivery, Attempt attempt, @Nullable Instant retryAt) {
        boolean arrived = attempt.result() == Attempt.Result.ARRIVED;
        boolean known = change(delivery, so -> {
            Status status = arrived ? Status.DELIVERED : retryAt == null ? Status.FAILED : Status.WAITING;
            return so.status() == Status.DELIVERED && !arrived ? so
                    : new Progress(status, so.madeAt(), so.since(), so.attempts(), arrived ? null : retryAt,
                            attempt.at(), attempt.outcome());
        });
        if (known) {
            attempts.computeIfAbsent(delivery, _ -> new ArrayList<>()).addFirst(attempt);
        }
    }

    @Override
    public synchronized Map<Delivery.Key, List<Attempt>> attempts(Collection<Delivery.Key> of) {
        return of.stream().filter(attempts::containsKey).collect(Collectors.toMap(Function.identity(),
                key -> attempts.get(key).stream().limit(KEPT).toList()));
    }

    @Override
    public synchronized boolean resend(Delivery.Key delivery, Instant now) {
        return change(delivery, so -> new Progress(Status.WAITING, so.madeAt(), now, 0, now, so.triedAt(), ""));
    }

    @Override
    public synchronized List<Delivery> latest(int limit) {
        return deliveries.values().stream().sorted(Comparator
                .comparing((Delivery delivery) -> delivery.progress().madeAt()).reversed()
                .thenComparingLong(delivery -> -delivery.posted().pool().value())
                .thenComparingLong(delivery -> -delivery.posted().notice().number())
                .thenComparing(delivery -> delivery.target().channel().key(), Comparator.reverseOrder())
                .thenComparing(delivery -> delivery.target().address(), Comparator.reverseOrder())).limit(limit)
                .toList();
    }

    private boolean change(Delivery.Key key, UnaryOperator<Progress> change) {
        Optional<Delivery> found = Optional.ofNullable(deliveries.get(key));
        found.ifPresent(delivery -> deliveries.put(key,
                new Delivery(delivery.posted(), delivery.target(), change.apply(delivery.progress()))));
        return found.isPresent();
    }
}
