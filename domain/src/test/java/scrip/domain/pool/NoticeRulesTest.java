package scrip.domain.pool;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import scrip.domain.credit.Credits;
import scrip.domain.ledger.TransferType;
import scrip.domain.notice.Matter;
import scrip.domain.notice.Notice;
import scrip.domain.notice.NoticeTerms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static scrip.domain.pool.PoolFixture.aLicense;
import static scrip.domain.pool.PoolFixture.aPool;

/** Rule 31: what people are told, and that it is told once; {@link LowNoticeRulesTest} tells of the shares left. */
@DisplayName("Rule 31: notices")
class NoticeRulesTest {

    @Nested
    @DisplayName("30, 7 and 1 days before add-on credits end")
    class AddOnEnding {

        private static final Instant END = Instant.parse("2027-01-01T00:00:00Z");

        private final PoolDriver pool = aPool().withAddOn(300).open();

        @Test
        void each_is_told_when_it_is_due_and_dated_so() {
            assertThat(pool.written().told().nextAt()).isEqualTo("2026-12-02T00:00:00Z");
            pool.goTo("2026-12-01T23:59:59.999999Z").touch();
            assertThat(pool.told()).isEmpty();

            pool.goTo("2026-12-03T10:00:00Z").touch();
            pool.goTo("2026-12-25T00:00:00Z").touch();
            pool.goTo("2026-12-31T00:00:00Z").touch();

            assertThat(pool.notices()).extracting(Notice::at, Notice::matter).containsExactly(
                    tuple(Instant.parse("2026-12-02T00:00:00Z"), ending(30)),
                    tuple(Instant.parse("2026-12-25T00:00:00Z"), ending(7)),
                    tuple(Instant.parse("2026-12-31T00:00:00Z"), ending(1)));
            assertThat(pool.written().told().nextAt()).isNull();
        }

        private static Matter ending(int days) {
            return new Matter.AddOnEnding(days, Credits.of(300), END);
        }

        @Test
        void who_was_away_is_told_the_most_urgent_and_of_what_is_over_nothing() {
            pool.goTo("2026-12-26T00:00:00Z").touch();
            assertThat(pool.told()).containsExactly(ending(7));

            pool.goTo("2027-01-05T00:00:00Z").touch();
            assertThat(pool.told()).hasSize(1);
        }

        @Test
        void a_purchase_arms_them_for_the_new_end() {
            pool.goTo("2026-12-31T00:00:00Z").touch();
            pool.buy(100);
            assertThat(pool.written().told().nextAt()).isEqualTo("2027-12-01T00:00:00Z");

            pool.goTo("2027-12-01T00:00:00Z").touch();

            assertThat(pool.told()).containsExactly(ending(1),
                    new Matter.AddOnEnding(30, Credits.of(400), Instant.parse("2027-12-31T00:00:00Z")));
        }

        @Test
        void a_purchase_that_leaves_the_end_where_it_is_repeats_nothing() {
            pool.goTo("2026-12-03T00:00:00Z").touch();

            pool.buyPaidAt(100, "2025-12-20T00:00:00Z");

            assertThat(pool.told()).hasSize(1);
        }

        @Test
        void an_end_that_a_refund_moves_back_is_told_from_then_on() {
            pool.goTo("2026-12-20T00:00:00Z").buy(100);
            pool.goTo("2026-12-28T00:00:00Z");

            pool.ask(new Command.TakeBack("P2", TransferType.REFUND, Credits.of(100), Credits.ZERO, false));

            assertThat(pool.told()).containsExactly(ending(30), ending(7));
            assertThat(pool.notices().getLast().at()).isEqualTo(pool.now());
        }

        @Test
        void of_an_empty_pool_nothing_is_told() {
            pool.charge(300);

            pool.goTo("2026-12-31T00:00:00Z").touch();

            assertThat(pool.told()).isEmpty();
            assertThat(pool.written().told().nextAt()).isNull();
        }
    }

    @Nested
    @DisplayName("on plan change")
    class PlanChanged {

        @Test
        void a_first_license_another_one_and_its_end_are_told() {
            PoolDriver pool = aPool().withFreePlan(100).open().goTo("2026-01-10T00:00:00Z");
            pool.enter(aLicense(5, 800).endingAt("2026-03-05T12:00:00Z"));
            pool.enter(aLicense(6, 800).endingAt("2026-03-05T12:00:00Z"));
            assertThat(pool.written().told().nextAt()).isEqualTo("2026-03-05T12:00:00Z");

            pool.goTo("2026-04-01T00:00:00Z").touch();

            assertThat(pool.notices()).extracting(Notice::at, Notice::matter).containsExactly(
                    tuple(Instant.parse("2026-01-10T00:00:00Z"), new Matter.PlanChanged("team", 5, Credits.of(4_000))),
                    tuple(Instant.parse("2026-01-10T00:00:00Z"), new Matter.PlanChanged("team", 6, Credits.of(4_800))),
                    tuple(Instant.parse("2026-03-05T12:00:00Z"), new Matter.PlanChanged(null, 0, Credits.of(100))));
        }

        @Test
        void the_same_license_again_or_one_that_only_ends_later_changes_nothing() {
            PoolDriver pool = aPool().open().enter(aLicense(5, 800));

            pool.enter(aLicense(5, 800)).enter(aLicense(5, 800).endingAt("2027-01-01T00:00:00Z"));

            assertThat(pool.told()).hasSize(1);
        }

        @Test
        void a_license_to_come_is_told_when_it_begins() {
            PoolDriver pool = aPool().open().enter(aLicense(5, 800).startingAt("2026-02-10T00:00:00Z"));
            assertThat(pool.told()).isEmpty();

            pool.goTo("2026-02-11T00:00:00Z").touch();

            assertThat(pool.notices()).extracting(Notice::at).containsExactly(Instant.parse("2026-02-10T00:00:00Z"));
        }
    }

    @Test
    @DisplayName("on payment failure")
    void a_payment_that_failed_is_told() {
        PoolDriver pool = aPool().open().goTo("2026-01-10T00:00:00Z");

        Reply reply = pool.ask(new Command.TellPaymentFailed("P1", Credits.of(500)));

        assertThat(reply).isEqualTo(new Reply.Noted());
        assertThat(pool.notices()).containsExactly(
                new Notice(1, pool.now(), new Matter.PaymentFailed("P1", Credits.of(500))));
    }

    @Test
    void looking_at_a_balance_tells_nothing_and_keeps_nothing() {
        PoolDriver pool = aPool().withAddOn(300).open().goTo("2026-12-20T00:00:00Z");

        pool.look();

        assertThat(pool.written().told()).isEqualTo(aPool().withAddOn(300).open().written().told());
        assertThat(pool.pass(Duration.ofDays(1)).touch().told()).hasSize(1);
    }

    @Test
    void shares_and_days_out_of_their_range_are_refused() {
        for (NoticeTermsOf terms : List.<NoticeTermsOf>of(() -> new NoticeTerms(List.of(100), List.of()),
                () -> new NoticeTerms(List.of(-1), List.of()), () -> new NoticeTerms(List.of(), List.of(0)),
                () -> new NoticeTerms(List.of(), List.of(366)))) {
            assertThatThrownBy(terms::make).isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("has to be");
        }
    }

    @FunctionalInterface
    private interface NoticeTermsOf {
        NoticeTerms make();
    }
}
