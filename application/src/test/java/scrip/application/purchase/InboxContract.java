package scrip.application.purchase;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import scrip.application.payment.VerifiedEvent;
import scrip.application.purchase.Inbox.Waiting;

import static org.assertj.core.api.Assertions.assertThat;

/** What every inbox keeps to; an empty one for each test. */
public abstract class InboxContract {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00.000001Z");
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private Inbox inbox;

    protected abstract Inbox emptyInbox();

    @BeforeEach
    void open() {
        inbox = emptyInbox();
    }

    @Test
    void an_event_is_stored_once() {
        assertThat(inbox.store(event("evt_1"), NOW)).isTrue();
        assertThat(inbox.store(event("evt_1"), NOW.plusSeconds(1))).isFalse();

        assertThat(inbox.claim(NOW.plusSeconds(9), MINUTE, 10)).containsExactly(new Waiting(event("evt_1"), 1));
    }

    @Test
    void events_are_claimed_oldest_first() {
        inbox.store(event("evt_late"), NOW.plusSeconds(2));
        inbox.store(event("evt_early"), NOW.plusSeconds(1));
        inbox.store(event("evt_latest"), NOW.plusSeconds(3));

        assertThat(inbox.claim(NOW.plusSeconds(9), MINUTE, 2)).extracting(w -> w.event().id())
                .containsExactly("evt_early", "evt_late");
    }

    @Test
    void a_claim_lasts_until_its_end() {
        inbox.store(event("evt_1"), NOW);
        assertThat(inbox.claim(NOW, MINUTE, 10)).hasSize(1);

        assertThat(inbox.claim(NOW.plusSeconds(59), MINUTE, 10)).isEmpty();
        assertThat(inbox.claim(NOW.plusSeconds(60), MINUTE, 10)).containsExactly(new Waiting(event("evt_1"), 2));
    }

    @Test
    void what_is_done_or_dead_is_not_claimed_again() {
        inbox.store(event("evt_done"), NOW);
        inbox.store(event("evt_dead"), NOW);
        inbox.claim(NOW, MINUTE, 10);

        inbox.done("evt_done", NOW);
        inbox.failed("evt_dead", "x".repeat(100_000), null);

        assertThat(inbox.claim(NOW.plusSeconds(9_999), MINUTE, 10)).isEmpty();
        assertThat(inbox.store(event("evt_done"), NOW)).isFalse();
    }

    @Test
    void what_failed_waits_until_it_is_tried_again() {
        inbox.store(event("evt_1"), NOW);
        inbox.claim(NOW, MINUTE, 10);

        inbox.failed("evt_1", "the gateway is away", NOW.plusSeconds(300));

        assertThat(inbox.claim(NOW.plusSeconds(299), MINUTE, 10)).isEmpty();
        assertThat(inbox.claim(NOW.plusSeconds(300), MINUTE, 10)).containsExactly(new Waiting(event("evt_1"), 2));
    }

    @Test
    void two_workers_never_claim_the_same_event() throws Exception {
        for (int i = 0; i < 40; i++) {
            inbox.store(event("evt_" + i), NOW);
        }
        Callable<List<String>> worker = () -> {
            List<String> claimed = new ArrayList<>();
            for (int round = 0; round < 20; round++) {
                inbox.claim(NOW, MINUTE, 5).forEach(waiting -> claimed.add(waiting.event().id()));
            }
            return claimed;
        };

        List<String> all = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            for (Future<List<String>> claimed : threads.invokeAll(Collections.nCopies(2, worker))) {
                all.addAll(claimed.get());
            }
        }

        assertThat(all).hasSize(40).doesNotHaveDuplicates();
    }

    private static VerifiedEvent event(String id) {
        return new VerifiedEvent(id, "charge.refunded", NOW.minusSeconds(1), "{\"id\": \"" + id + "\", \"é\": \"🪙\"}");
    }
}
