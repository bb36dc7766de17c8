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
import scrip.application.purchase.Inbox.Letter;
import scrip.application.purchase.Inbox.Standing;
import scrip.application.purchase.Inbox.Waiting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

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

    @Test
    void what_is_stored_and_claimed_in_one_is_claimed_again_only_once_that_has_run_out() {
        assertThat(inbox.take(event("evt_1"), NOW, MINUTE)).isTrue();
        assertThat(inbox.take(event("evt_1"), NOW, MINUTE)).isFalse();
        assertThat(inbox.store(event("evt_1"), NOW)).isFalse();

        assertThat(inbox.claim(NOW.plusSeconds(59), MINUTE, 10)).isEmpty();
        assertThat(inbox.claim(NOW.plusSeconds(60), MINUTE, 10)).containsExactly(new Waiting(event("evt_1"), 2));
    }

    @Test
    void it_tells_which_events_it_has_never_had() {
        inbox.store(event("evt_1"), NOW);

        assertThat(inbox.missing(List.of("evt_1", "evt_2", "EVT_1"))).containsExactlyInAnyOrder("evt_2", "EVT_1");
    }

    @Test
    void the_operator_sees_where_each_stands_newest_first() {
        for (String id : List.of("evt_a", "evt_b", "evt_c", "evt_d", "evt_e")) {
            inbox.store(event(id), NOW);
        }
        inbox.claim(NOW, MINUTE, 10);
        inbox.done("evt_a", NOW);
        inbox.ignored("evt_b", "not about a purchase", NOW);
        inbox.failed("evt_c", "differs", null);
        inbox.failed("evt_d", "away", NOW.plusSeconds(300));

        assertThat(inbox.newest(null, null, 10)).containsExactly(letter("evt_e", Standing.WAITING, null),
                letter("evt_d", Standing.WAITING, "away"), letter("evt_c", Standing.DEAD, "differs"),
                letter("evt_b", Standing.IGNORED, "not about a purchase"), letter("evt_a", Standing.DONE, null));
        assertThat(inbox.newest(null, "evt_d", 2)).extracting(Letter::id).containsExactly("evt_c", "evt_b");
        assertThat(inbox.newest(Standing.DEAD, null, 10)).extracting(Letter::id).containsExactly("evt_c");
        assertThat(inbox.newest(Standing.DEAD, "evt_c", 10)).isEmpty();
        assertThat(inbox.newest(null, "evt_unknown", 10)).isEmpty();
        assertThat(inbox.dead()).isEqualTo(1);
    }

    @Test
    void an_event_that_is_replayed_waits_as_if_it_were_new() {
        inbox.store(event("evt_1"), NOW);
        inbox.claim(NOW, MINUTE, 10);
        inbox.failed("evt_1", "differs", null);

        assertThat(inbox.replay("evt_1", NOW.plusSeconds(9))).isTrue();

        assertThat(inbox.dead()).isZero();
        assertThat(inbox.newest(null, null, 1)).extracting(Letter::standing, Letter::detail)
                .containsExactly(tuple(Standing.WAITING, null));
        assertThat(inbox.claim(NOW.plusSeconds(9), MINUTE, 10)).containsExactly(new Waiting(event("evt_1"), 1));
        assertThat(inbox.replay("evt_unknown", NOW)).isFalse();
    }

    @Test
    void a_dead_letter_that_is_put_away_tells_by_whom_and_is_dead_no_more_until_it_is_replayed() {
        inbox.store(event("evt_dead"), NOW);
        inbox.store(event("evt_waiting"), NOW);
        inbox.failed("evt_dead", "differs", null);

        assertThat(inbox.putAway("evt_waiting", "ada", NOW)).isFalse();
        assertThat(inbox.putAway("evt_unknown", "ada", NOW)).isFalse();
        assertThat(inbox.putAway("evt_dead", "ada", NOW.plusSeconds(5))).isTrue();
        assertThat(inbox.putAway("evt_dead", "bob", NOW.plusSeconds(6))).as("again").isFalse();

        assertThat(inbox.dead()).isZero();
        assertThat(inbox.newest(Standing.DEAD, null, 10)).isEmpty();
        assertThat(inbox.newest(Standing.PUT_AWAY, null, 10)).singleElement().satisfies(letter -> {
            assertThat(letter.detail()).isEqualTo("differs");
            assertThat(letter.seen()).isEqualTo(new Inbox.Seen("ada", NOW.plusSeconds(5)));
        });
        assertThat(inbox.claim(NOW.plus(Duration.ofDays(9)), MINUTE, 10)).extracting(w -> w.event().id())
                .containsExactly("evt_waiting");
        assertThat(inbox.replay("evt_dead", NOW.plusSeconds(7))).isTrue();
        assertThat(inbox.newest(Standing.WAITING, null, 10)).filteredOn(letter -> letter.id().equals("evt_dead"))
                .extracting(Letter::seen).containsOnlyNulls();
    }

    @Test
    void a_dead_letter_that_is_put_away_is_dropped_in_time() {
        inbox.store(event("evt_dead"), NOW);
        inbox.failed("evt_dead", "differs", null);
        inbox.putAway("evt_dead", "ada", NOW);

        assertThat(inbox.drop(NOW, 10)).isZero();
        assertThat(inbox.drop(NOW.plusSeconds(1), 10)).isEqualTo(1);
    }

    @Test
    void what_ended_long_ago_is_dropped_first_ended_first_and_no_more_than_asked_for() {
        for (String id : List.of("evt_a", "evt_b", "evt_c", "evt_d")) {
            inbox.store(event(id), NOW);
        }
        inbox.done("evt_b", NOW.plusSeconds(1));
        inbox.ignored("evt_a", "not about a purchase", NOW.plusSeconds(2));
        inbox.done("evt_c", NOW.plusSeconds(3));
        inbox.done("evt_d", NOW.plusSeconds(4));

        assertThat(inbox.drop(NOW.plusSeconds(4), 2)).isEqualTo(2);
        assertThat(inbox.newest(null, null, 10)).extracting(Letter::id).containsExactly("evt_d", "evt_c");
        assertThat(inbox.drop(NOW.plusSeconds(4), 2)).isEqualTo(1);
        assertThat(inbox.drop(NOW.plusSeconds(4), 2)).isZero();
        assertThat(inbox.newest(null, null, 10)).extracting(Letter::id).containsExactly("evt_d");
    }

    @Test
    void what_waits_and_what_is_dead_stays_until_somebody_has_seen_to_it() {
        inbox.store(event("evt_waiting"), NOW);
        inbox.store(event("evt_dead"), NOW);
        inbox.store(event("evt_again"), NOW);
        inbox.failed("evt_dead", "differs", null);
        inbox.done("evt_again", NOW);
        inbox.replay("evt_again", NOW);
        Instant later = NOW.plus(Duration.ofDays(365));

        assertThat(inbox.drop(later, 10)).isZero();
        inbox.replay("evt_dead", later);
        inbox.done("evt_dead", later);
        assertThat(inbox.drop(later, 10)).isZero();
        assertThat(inbox.drop(later.plusSeconds(1), 10)).isEqualTo(1);
        assertThat(inbox.missing(List.of("evt_waiting", "evt_dead", "evt_again"))).containsExactly("evt_dead");
    }

    @Test
    void the_upkeep_drops_all_that_is_older_than_its_retention_in_parts() {
        Duration retention = Duration.ofDays(31);
        for (int i = 0; i < 1_005; i++) {
            inbox.store(event("evt_" + i), NOW);
            inbox.done("evt_" + i, NOW);
        }
        inbox.store(event("evt_young"), NOW);
        inbox.done("evt_young", NOW.plusSeconds(1));

        new InboxUpkeep(inbox, () -> NOW.plus(retention), retention).run();
        assertThat(inbox.newest(null, null, 1_000)).hasSize(1_000);
        new InboxUpkeep(inbox, () -> NOW.plus(retention).plusSeconds(1), retention).run();

        assertThat(inbox.newest(null, null, 1_000)).extracting(Letter::id).containsExactly("evt_young");
    }

    private static Letter letter(String id, Standing standing, String detail) {
        return new Letter(id, "charge.refunded", NOW, standing, 1, detail, null);
    }

    private static VerifiedEvent event(String id) {
        return new VerifiedEvent(id, "charge.refunded", NOW.minusSeconds(1), "{\"id\": \"" + id + "\", \"é\": \"🪙\"}");
    }
}
