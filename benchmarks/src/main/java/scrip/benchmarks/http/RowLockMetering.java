package scrip.benchmarks.http;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

import com.zaxxer.hikari.HikariDataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import scrip.application.metering.Caller;
import scrip.application.metering.ChargeRequest;
import scrip.application.metering.HoldRequest;
import scrip.application.metering.Metering;
import scrip.application.metering.Used;
import scrip.application.pool.Answer;
import scrip.application.workspace.Workspace;
import scrip.application.workspace.Workspaces;
import scrip.benchmarks.database.Access;
import scrip.benchmarks.design.Design;
import scrip.benchmarks.design.RowLockDesign;
import scrip.domain.credit.Credits;
import scrip.domain.pool.PoolId;
import scrip.web.api.metering.PublicId;

/** Sends holds and settlements of the workspace {@code row-lock} the row lock's way, all others the desk's. */
final class RowLockMetering implements Metering {

    static final int CONNECTIONS = 16;
    private static final String SLUG = "row-lock";

    private final Metering desk;
    private final ObjectProvider<Workspaces> workspaces;
    private final ObjectProvider<HikariDataSource> connections;
    private final ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS,
            Thread.ofPlatform().daemon().name("row-lock-", 1).factory());
    private volatile @Nullable RowLocked rowLocked;

    private record RowLocked(PoolId pool, Design design) {}

    RowLockMetering(Metering desk, ObjectProvider<Workspaces> workspaces,
            ObjectProvider<HikariDataSource> connections) {
        this.desk = desk;
        this.workspaces = workspaces;
        this.connections = connections;
    }

    /** @return the row lock's way if the caller is to take it */
    private @Nullable Design rowLock(Caller caller) {
        RowLocked known = rowLocked;
        if (known == null) {
            known = workspaces.getObject().find(SLUG).map(Workspace::pool).map(this::rowLocked).orElse(null);
        }
        return known != null && known.pool.equals(caller.pool()) ? known.design : null;
    }

    private synchronized RowLocked rowLocked(PoolId pool) {
        RowLocked made = rowLocked;
        if (made == null) {
            HikariDataSource scrip = connections.getObject();
            Access access = new Access(scrip.getJdbcUrl(), scrip.getUsername(), scrip.getPassword());
            made = new RowLocked(pool, new RowLockDesign(access.plainConnections(CONNECTIONS)));
            rowLocked = made;
        }
        return made;
    }

    @Override
    public CompletableFuture<Answer> hold(Caller caller, HoldRequest request) {
        PoolId pool = caller.pool();
        Design rowLock = rowLock(caller);
        return rowLock != null ? run(() -> {
            String id = PublicId.HOLD.of(pool, rowLock.hold(pool, caller.key().key()));
            return new Answer(201, "{\"id\":\"" + id + "\",\"status\":\"held\"}");
        }) : desk.hold(caller, request);
    }

    @Override
    public CompletableFuture<Answer> settle(Caller caller, long hold, Used used) {
        Design rowLock = rowLock(caller);
        return rowLock != null ? run(() -> {
            rowLock.settle(caller.pool(), hold, caller.key().key());
            return new Answer(200, "{\"status\":\"settled\"}");
        }) : desk.settle(caller, hold, used);
    }

    private CompletableFuture<Answer> run(Supplier<Answer> transaction) {
        return CompletableFuture.supplyAsync(transaction, threads);
    }

    @Override
    public CompletableFuture<Answer> release(Caller caller, long hold) {
        return desk.release(caller, hold);
    }

    @Override
    public CompletableFuture<Answer> extend(Caller caller, long hold, Duration timeToLive) {
        return desk.extend(caller, hold, timeToLive);
    }

    @Override
    public CompletableFuture<Answer> charge(Caller caller, ChargeRequest request) {
        return desk.charge(caller, request);
    }

    @Override
    public CompletableFuture<Answer> makeGood(Caller caller, long charge, @Nullable Credits credits, String reason) {
        return desk.makeGood(caller, charge, credits, reason);
    }
}
