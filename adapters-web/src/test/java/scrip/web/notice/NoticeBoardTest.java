package scrip.web.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import scrip.application.notice.InMemoryNotices;
import scrip.application.pool.InMemoryPoolStore;
import scrip.application.pool.Turns;
import scrip.application.workspace.Member;
import scrip.application.workspace.Role;
import scrip.application.workspace.Workspace;
import scrip.domain.credit.Credits;
import scrip.domain.notice.NoticeTerms;
import scrip.domain.pool.Command;
import scrip.domain.pool.CreditPool;
import scrip.domain.pool.Loaded;
import scrip.domain.pool.PoolId;
import scrip.domain.pool.Terms;
import scrip.domain.pool.Work;
import scrip.domain.pricing.Receipt;
import scrip.web.page.Notice;
import scrip.web.place.Place;
import scrip.web.place.Visit;
import scrip.web.wiring.Deployment;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("Rule 31: notices on the pages")
class NoticeBoardTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final PoolId POOL = new PoolId(1);
    private static final Workspace NEXUS = new Workspace(POOL, "nexus", "Nexus", START);

    private final InMemoryPoolStore pools = new InMemoryPoolStore();
    private final Turns turns = new Turns(pools);
    private final InMemoryNotices notices = new InMemoryNotices(pools);
    private final NoticeBoard board = new NoticeBoard(notices, NoticeTerms.DEFAULT);
    private Instant now = START;

    NoticeBoardTest() {
        pools.create(CreditPool.open(POOL, START));
    }

    private void charge(long credits) {
        turns.take(POOL, now, new Command.MakeCharge(new Work("query", "ada@nexus.example", false, null),
                Credits.of(credits), Receipt.REPORTED, true));
    }

    private void paymentFails() {
        turns.take(POOL, now, new Command.TellPaymentFailed("P1", Credits.of(500)));
    }

    private List<String> shownTo(Role role) {
        Visit visit = new Visit(new Place(NEXUS, Deployment.CLOUD),
                new Member(POOL, "ada@nexus.example", "Ada", role, null));
        CreditPool pool = pools.read(POOL, now).orElseThrow().pool().at(now, Terms.DEFAULT, Loaded.NOTHING);
        return board.of(visit, pool).stream().map(Notice::key).toList();
    }

    @Test
    void a_failed_payment_stands_above_little_left_whichever_came_first() {
        charge(80);
        paymentFails();

        assertThat(shownTo(Role.ADMIN)).containsExactly("payment-failed", "low");
    }

    @Test
    void what_stops_work_stands_above_all_else() {
        paymentFails();
        charge(105);

        assertThat(shownTo(Role.ADMIN)).containsExactly("debt", "exhausted-all", "payment-failed");
    }

    @Test
    void builders_see_what_they_can_still_spend_and_nothing_of_plan_and_payments() {
        paymentFails();
        turns.take(POOL, now, new Command.CreditPurchase("P1", Credits.of(300), Credits.ZERO, now));
        charge(85);
        now = START.plus(Duration.ofDays(1));

        assertThat(shownTo(Role.BUILDER)).containsExactly("low");
        assertThat(shownTo(Role.ADMIN)).containsExactly("payment-failed", "low");
    }

    @Test
    void what_is_dismissed_or_true_no_longer_is_gone() {
        charge(80);
        paymentFails();
        notices.dismiss(POOL, "ada@nexus.example", 2, now);
        assertThat(shownTo(Role.ADMIN)).containsExactly("low");

        now = Instant.parse("2026-02-01T00:00:00Z");
        assertThat(shownTo(Role.ADMIN)).isEmpty();
    }
}
