package scrip.benchmarks.growth;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import scrip.application.workspace.Workspace;
import scrip.domain.credit.Credits;
import scrip.domain.notice.Matter;
import scrip.domain.notice.Notice;
import scrip.domain.pool.CreditPool;
import scrip.domain.pool.PoolId;
import scrip.persistence.notice.NoticeRow;
import scrip.persistence.pool.MemoryRow;
import scrip.persistence.pool.PoolRow;
import scrip.persistence.sql.Database;
import scrip.persistence.sql.Insert;
import scrip.persistence.sql.RoundTrip;
import scrip.persistence.sql.Sql;
import scrip.persistence.sql.Transaction;

/** What else a busy service has: other workspaces, events of the gateway, notices and their deliveries. */
public final class Surroundings {

    private static final int WORKSPACES = 10_000;
    private static final int EVENTS = 100_000;
    private static final int DEAD_EVERY = 1_000;
    private static final int NOTICES = 50_000;
    private static final long FIRST_POOL = 1_000_000;

    private final Database database;
    private final Instant now;

    public Surroundings(Database database, Instant now) {
        this.database = database;
        this.now = now;
    }

    /** Makes all of it at once. */
    public void fill() {
        try (Transaction transaction = database.begin()) {
            transaction.commit(new RoundTrip().write(workspaces().statements()).write(pools())
                    .write(events().statements()).write(notices().statements())
                    .write(Sql.of("UPDATE notice SET due_at = NULL WHERE pool >= ?", FIRST_POOL))
                    .write(deliveries().statements()));
        }
    }

    private Insert workspaces() {
        Insert rows = new Insert("INSERT INTO workspace (pool, slug, name, created_at) VALUES");
        for (int i = 0; i < WORKSPACES; i++) {
            Workspace one = new Workspace(new PoolId(FIRST_POOL + i), "team-%05d".formatted(i), "Team " + i, now);
            rows.row().put(one.pool().value()).put(one.slug()).put(one.name()).put(one.createdAt());
        }
        return rows;
    }

    private List<Sql> pools() {
        return IntStream.range(0, WORKSPACES)
                .mapToObj(i -> PoolRow.ofNew(CreditPool.open(new PoolId(FIRST_POOL + i), now)))
                .flatMap(row -> Stream.of(row.insert(), MemoryRow.insertNew(row))).toList();
    }

    private Insert events() {
        Insert rows = new Insert("INSERT INTO webhook_event"
                + " (id, type, created, body, received_at, attempts, due_at, done_at, failure, outcome) VALUES");
        for (int i = 0; i < EVENTS; i++) {
            boolean dead = i % DEAD_EVERY == 0;
            Instant at = before(EVENTS - i);
            rows.row().put("evt_growth_" + i).put("checkout.session.completed").put(at).put("{}").put(at).put(1)
                    .put((Long) null);
            if (dead) {
                rows.put((Long) null);
            } else {
                rows.put(at);
            }
            rows.put(dead ? "it names no purchase" : null).put(dead ? "dead" : "done");
        }
        return rows;
    }

    private Insert notices() {
        Insert rows = new Insert(NoticeRow.INSERT);
        for (int i = 0; i < NOTICES; i++) {
            Matter matter = new Matter.AddOnEnding(30, Credits.of(i + 1L), now.plus(Duration.ofDays(30)));
            NoticeRow.of(pool(i), new Notice(1 + i / WORKSPACES, before(NOTICES - i), matter), before(NOTICES - i))
                    .insert(rows);
        }
        return rows;
    }

    private Insert deliveries() {
        Insert rows = new Insert(
                "INSERT INTO notice_delivery (pool, notice, channel, address, made_at, since, attempts,"
                        + " due_at, tried_at, delivered_at, outcome) VALUES");
        for (int i = 0; i < NOTICES; i++) {
            Instant at = before(NOTICES - i);
            for (String channel : new String[]{"email", "webhook"}) {
                rows.row().put(pool(i).value()).put(1 + i / WORKSPACES).put(channel).put("to@growth.test").put(at)
                        .put(at).put(1).put((Long) null).put(at).put(at).put("sent");
            }
        }
        return rows;
    }

    private static PoolId pool(int notice) {
        return new PoolId(FIRST_POOL + notice % WORKSPACES);
    }

    private Instant before(int minutes) {
        return now.minus(Duration.ofMinutes(minutes));
    }
}
