package scrip.web.metrics;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import scrip.application.metering.Caller;
import scrip.application.metering.ChargeRequest;
import scrip.application.metering.HoldRequest;
import scrip.application.metering.Metering;
import scrip.application.metering.Used;
import scrip.application.pool.Answer;
import scrip.application.pool.ConflictException;
import scrip.application.pool.InMemoryPoolStore;
import scrip.application.pool.PoolStore.Wanted;
import scrip.application.pool.Turns;
import scrip.application.pool.UnavailableException;
import scrip.domain.credit.Credits;
import scrip.domain.pool.CreditPool;
import scrip.domain.pool.PoolId;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Requests are counted by kind and outcome, transactions by how they ended. */
class MetersTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    private long requests(String kind, String outcome) {
        return registry.get("scrip.requests").tags("kind", kind, "outcome", outcome).timer().count();
    }

    private long transactions(String outcome) {
        return registry.get("scrip.desk.transaction").tag("outcome", outcome).timer().count();
    }

    @Test
    void requests_count_once_they_are_answered_by_what_they_were_answered() {
        CompletableFuture<Answer> coming = new CompletableFuture<>();
        MeteredMetering metering = new MeteredMetering(new Always(coming), registry);

        var _ = metering.release(null, 1);
        assertThat(requests("release", "done")).as("not answered yet").isZero();
        coming.complete(new Answer(200, "{}"));

        assertThat(requests("release", "done")).isEqualTo(1);
        assertThat(requests("settle", "done")).isZero();
    }

    @Test
    void every_outcome_has_its_own_count() {
        answered(new Answer(201, "{}"));
        answered(new Answer(201, "{}", true));
        answered(new Answer(402, "{}"));
        answered(new Answer(402, "{}", true));
        answered(new Answer(422, "{}"));
        failed(new UnavailableException("down", null));
        failed(new IllegalStateException("a bug"));

        assertThat(requests("hold", "done")).isEqualTo(1);
        assertThat(requests("hold", "replayed")).isEqualTo(2);
        assertThat(requests("hold", "insufficient")).isEqualTo(1);
        assertThat(requests("hold", "refused")).isEqualTo(1);
        assertThat(requests("hold", "unavailable")).isEqualTo(1);
        assertThat(requests("hold", "failed")).isEqualTo(1);
    }

    private void answered(Answer answer) {
        assertThat(new MeteredMetering(new Always(CompletableFuture.completedFuture(answer)), registry)
                .hold(null, null).join()).isEqualTo(answer);
    }

    private void failed(RuntimeException failure) {
        assertThat(new MeteredMetering(new Always(CompletableFuture.failedFuture(failure)), registry)
                .hold(null, null)).isCompletedExceptionally();
    }

    @Test
    void transactions_count_by_how_they_ended_with_the_requests_they_served() {
        InMemoryPoolStore pools = new InMemoryPoolStore();
        PoolId pool = new PoolId(1);
        pools.create(CreditPool.open(pool, NOW));
        MeteredPoolStore store = new MeteredPoolStore(pools, registry);
        Map<PoolId, Wanted> three = Map.of(pool, new Wanted(Set.of("a", "b", "c"), Set.of(), Set.of(), Set.of()));

        store.transact(three, () -> NOW, Turns::decide);
        assertThatThrownBy(() -> store.transact(three, () -> NOW, _ -> {
            throw new ConflictException("deadlock", new IllegalStateException());
        })).isInstanceOf(ConflictException.class);
        assertThatThrownBy(() -> store.transact(three, () -> NOW, _ -> {
            throw new IllegalStateException("a bug");
        })).isInstanceOf(IllegalStateException.class);

        assertThat(transactions("committed")).isEqualTo(1);
        assertThat(transactions("conflict")).isEqualTo(1);
        assertThat(transactions("failed")).isEqualTo(1);
        assertThat(registry.get("scrip.desk.batch").summary().totalAmount()).isEqualTo(3);
    }

    /** Answers everything the same. */
    private record Always(CompletableFuture<Answer> answer) implements Metering {

        @Override
        public CompletableFuture<Answer> hold(Caller caller, HoldRequest request) {
            return answer;
        }

        @Override
        public CompletableFuture<Answer> settle(Caller caller, long hold, Used used) {
            return answer;
        }

        @Override
        public CompletableFuture<Answer> release(Caller caller, long hold) {
            return answer;
        }

        @Override
        public CompletableFuture<Answer> extend(Caller caller, long hold, Duration timeToLive) {
            return answer;
        }

        @Override
        public CompletableFuture<Answer> charge(Caller caller, ChargeRequest request) {
            return answer;
        }

        @Override
        public CompletableFuture<Answer> makeGood(Caller caller, long charge, Credits credits, String reason) {
            return answer;
        }
    }
}
