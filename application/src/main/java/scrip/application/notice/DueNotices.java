package scrip.application.notice;

import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import scrip.application.pool.Answer;
import scrip.application.pool.Ask;
import scrip.application.pool.Desk;
import scrip.domain.pool.Command;
import scrip.domain.pool.PoolId;

/**
 * Touches the pools to which time alone has brought a notice, so that it goes out though nobody uses the pool. Any node
 * may do it, and twice is harmless: the pool's turn decides what is told.
 */
public final class DueNotices {

    private static final int BATCH = 100;

    private final Notices notices;
    private final Desk desk;
    private final InstantSource clock;

    public DueNotices(Notices notices, Desk desk, InstantSource clock) {
        this.notices = notices;
        this.desk = desk;
        this.clock = clock;
    }

    /**
     * @return how many pools were touched; more may wait if it is not zero
     */
    public int touch() {
        List<PoolId> due = notices.poolsDue(clock.instant(), BATCH);
        List<CompletableFuture<Answer>> touches = due.stream()
                .map(pool -> desk.submit(Ask.of(pool, new Command.Touch()))).toList();
        touches.forEach(CompletableFuture::join);
        return due.size();
    }
}
