package scrip.web.metrics;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import scrip.application.metering.Caller;
import scrip.application.metering.ChargeRequest;
import scrip.application.metering.HoldRequest;
import scrip.application.metering.Metering;
import scrip.application.metering.Used;
import scrip.application.pool.Answer;
import scrip.domain.credit.Credits;

/** Counts and times what AI services ask for, by kind and outcome. */
final class MeteredMetering implements Metering {

    private final Metering metering;
    private final RequestTimers holds;
    private final RequestTimers settlements;
    private final RequestTimers releases;
    private final RequestTimers extensions;
    private final RequestTimers charges;
    private final RequestTimers makeGoods;

    MeteredMetering(Metering metering, MeterRegistry registry) {
        this.metering = metering;
        this.holds = new RequestTimers(registry, "hold");
        this.settlements = new RequestTimers(registry, "settle");
        this.releases = new RequestTimers(registry, "release");
        this.extensions = new RequestTimers(registry, "extend");
        this.charges = new RequestTimers(registry, "charge");
        this.makeGoods = new RequestTimers(registry, "make_good");
    }

    private static CompletableFuture<Answer> timed(RequestTimers timers, Supplier<CompletableFuture<Answer>> request) {
        long begunAt = System.nanoTime();
        return request.get().whenComplete((answer, failure) -> timers.record(begunAt, answer, failure));
    }

    @Override
    public CompletableFuture<Answer> hold(Caller caller, HoldRequest request) {
        return timed(holds, () -> metering.hold(caller, request));
    }

    @Override
    public CompletableFuture<Answer> settle(Caller caller, long hold, Used used) {
        return timed(settlements, () -> metering.settle(caller, hold, used));
    }

    @Override
    public CompletableFuture<Answer> release(Caller caller, long hold) {
        return timed(releases, () -> metering.release(caller, hold));
    }

    @Override
    public CompletableFuture<Answer> extend(Caller caller, long hold, Duration timeToLive) {
        return timed(extensions, () -> metering.extend(caller, hold, timeToLive));
    }

    @Override
    public CompletableFuture<Answer> charge(Caller caller, ChargeRequest request) {
        return timed(charges, () -> metering.charge(caller, request));
    }

    @Override
    public CompletableFuture<Answer> makeGood(Caller caller, long charge, @Nullable Credits credits, String reason) {
        return timed(makeGoods, () -> metering.makeGood(caller, charge, credits, reason));
    }
}
