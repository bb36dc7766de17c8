package scrip.application.notice;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import scrip.application.pool.Stores;
import scrip.application.pool.Turns;
import scrip.domain.credit.Credits;
import scrip.domain.license.BillingInterval;
import scrip.domain.license.License;
import scrip.domain.notice.Matter;
import scrip.domain.notice.Notice;
import scrip.domain.pool.Command;
import scrip.domain.pool.CreditPool;
import scrip.domain.pool.PoolId;
import scrip.domain.pool.Work;
import scrip.domain.pricing.Receipt;

import static org.assertj.core.api.Assertions.assertThat;

/** What every reader of notices keeps to. */
@DisplayName("Rule 31: notices that were written")
public abstract class NoticesContract {

    private static final Instant START = Instant.parse("2026-01-31T14:00:00.123456Z");
    private static final Work WORK = new Work("query", "ada@nexus.example", false, null);

    private Notices notices;
    private Turns turns;
    private PoolId pool;
    private PoolId other;

    protected abstract Stores stores();

    protected abstract Notices newNotices();

    @BeforeEach
    void openTwoPools() {
        turns = new Turns(stores().pools());
        notices = newNotices();
        pool = opened();
        other = opened();
    }

    private PoolId opened() {
        PoolId id = stores().nextId();
        stores().create(CreditPool.open(id, START));
        return id;
    }

    private static Instant at(Duration later) {
        return START.plus(later);
    }

    private void charge(Instant at, long credits) {
        turns.take(pool, at, new Command.MakeCharge(WORK, Credits.of(credits), Receipt.REPORTED, true));
    }

    @Test
    void every_kind_is_written_with_its_turn_as_it_was_decided() {
        Instant later = at(Duration.ofMinutes(1));
        License license = new License("Team ☃", 2, Credits.ofMicros(400_000_001), BillingInterval.ANNUAL, START,
                at(Duration.ofDays(360)), ZoneOffset.UTC);
        turns.take(pool, START, new Command.EnterLicense(license),
                new Command.CreditPurchase("P1", Credits.of(300), Credits.ZERO, START));
        charge(later, 700);
        charge(later, 200);
        turns.take(pool, later, new Command.TellPaymentFailed("P2", Credits.of(500)),
                new Command.TellPaymentFailed(null, Credits.of(100)));
        turns.take(pool, at(Duration.ofDays(340)), new Command.Touch());
        turns.take(pool, at(Duration.ofDays(361)), new Command.Touch());

        List<Posted> posted = notices.ofPool(pool, 100).reversed();
        assertThat(posted).extracting(one -> one.notice().matter().key()).containsExactly("plan.changed", "credits.low",
                "credits.exhausted", "payment.failed", "payment.failed", "add_on.ending", "plan.changed",
                "add_on.ending");
        assertThat(posted).extracting(one -> one.notice().number()).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L);
        assertThat(posted.getFirst()).isEqualTo(new Posted(pool, new Notice(1, START,
                new Matter.PlanChanged("Team ☃", 2, Credits.ofMicros(800_000_002))), START));
        assertThat(posted.get(1).notice().matter()).isInstanceOfSatisfying(Matter.Low.class, low -> {
            assertThat(low.percent()).isEqualTo(20);
            assertThat(low.left()).isEqualTo(Credits.ofMicros(100_000_002));
            assertThat(low.available()).isEqualTo(Credits.ofMicros(400_000_002));
        });
        assertThat(posted.get(5).notice().at()).isEqualTo(at(Duration.ofDays(335)));
        assertThat(posted.get(5).writtenAt()).isEqualTo(at(Duration.ofDays(340)));
        assertThat(posted.get(6).notice().matter())
                .isEqualTo(new Matter.PlanChanged(null, 0, Credits.of(100)));
        assertThat(notices.ofPool(other, 100)).isEmpty();
    }

    @Test
    void the_newest_come_first_and_no_more_than_asked_for() {
        charge(START, 80);
        charge(START, 10);

        assertThat(notices.ofPool(pool, 1)).extracting(one -> one.notice().number()).containsExactly(2L);
    }

    @Test
    void what_was_told_is_kept_with_the_pool_and_told_no_more() {
        charge(START, 80);
        charge(at(Duration.ofSeconds(1)), 1);

        assertThat(notices.ofPool(pool, 100)).hasSize(1);
    }

    @Test
    void a_person_dismisses_a_notice_for_himself_alone_once_or_twice() {
        charge(START, 80);
        notices.dismiss(pool, "ada@nexus.example", 1, START);
        notices.dismiss(pool, "ada@nexus.example", 1, START);
        notices.dismiss(pool, "ada@nexus.example", 999, START);

        assertThat(notices.dismissedBy(pool, "ada@nexus.example")).containsExactly(1L);
        assertThat(notices.dismissedBy(pool, "grace@nexus.example")).isEmpty();
        assertThat(notices.dismissedBy(other, "ada@nexus.example")).isEmpty();
    }

    @Test
    void pools_are_due_when_time_alone_brings_them_a_notice() {
        turns.take(pool, at(Duration.ofDays(1)),
                new Command.CreditPurchase("P1", Credits.of(300), Credits.ZERO, at(Duration.ofDays(1))));
        turns.take(other, START, new Command.CreditPurchase("P2", Credits.of(300), Credits.ZERO, START));
        Instant first = at(Duration.ofDays(335));
        Instant second = at(Duration.ofDays(336));

        assertThat(due(first.minusNanos(1000))).isEmpty();
        assertThat(due(first)).containsExactly(other);
        assertThat(due(second)).containsExactly(other, pool);
        turns.take(other, second, new Command.Touch());
        assertThat(due(second)).containsExactly(pool);
    }

    private List<PoolId> due(Instant now) {
        return notices.poolsDue(now, 1_000).stream().filter(id -> id.equals(pool) || id.equals(other)).toList();
    }
}
