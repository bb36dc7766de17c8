package scrip.persistence.proof;

import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import scrip.domain.credit.Credits;
import scrip.domain.ledger.TransferType;
import scrip.domain.pool.Command;
import scrip.domain.pool.Hold;
import scrip.domain.pool.Reply;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two nodes want things of one pool at the same moment that exclude each other: whoever comes first wins, and the other gets
 * the answer that the rules have for whoever comes second. Which one it is does not matter here, so each is tried many times;
 * {@link BothOrdersIT} has them one after the other.
 */
class InterleavingsIT extends TwoNodes {

    private static final int TIMES = 12;

    private record Both(Reply one, Reply other) {}

    private Both atOnce(Command ofOne, Command ofOther) throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Future<Reply> first = threads.submit(() -> {
                start.await();
                return askOne(ofOne);
            });
            Future<Reply> second = threads.submit(() -> {
                start.await();
                return askOther(ofOther);
            });
            return new Both(first.get(), second.get());
        }
    }

    @RepeatedTest(TIMES)
    @DisplayName("Rules 13 and 14: settle against release")
    void of_settling_and_releasing_a_hold_one_wins_and_the_other_finds_it_closed() throws Exception {
        enterLicense(100);
        Hold hold = hold(60);

        Both both = atOnce(settle(hold, 50), release(hold));

        if (both.one instanceof Reply.Charged charged) {
            assertThat(charged.charge().credits()).isEqualTo(Credits.of(50));
            assertThat(((Reply.HoldClosed) both.other).hold().status()).isEqualTo(Hold.Status.SETTLED);
            assertThat(now().available()).isEqualTo(Credits.of(50));
        } else {
            assertThat(((Reply.HoldClosed) both.one).hold().status()).isEqualTo(Hold.Status.RELEASED);
            assertThat(both.other).isInstanceOf(Reply.Released.class);
            assertThat(now().available()).isEqualTo(Credits.of(100));
        }
    }

    @RepeatedTest(TIMES)
    @DisplayName("Rules 3 and 4: renewal against charge")
    void a_charge_just_before_the_renewal_spends_the_old_period_or_comes_too_late_for_it() throws Exception {
        enterLicense(100);
        clockOfOne.set(RENEWAL.minus(TICK));
        clockOfOther.set(RENEWAL);

        Both both = atOnce(charge(100), charge(100));

        // Whoever renews first has the new period's credits; a clock that is behind does not turn time back.
        assertThat(List.of(both.one, both.other)).filteredOn(Reply.Charged.class::isInstance)
                .hasSizeBetween(1, 2);
        if (both.one instanceof Reply.Charged && both.other instanceof Reply.Charged) {
            assertThat(entries(TransferType.EXPIRY)).isZero();
        } else {
            assertThat(entries(TransferType.EXPIRY)).isEqualTo(1);
        }
        assertThat(now().available()).isEqualTo(Credits.ZERO);
        assertThat(entries(TransferType.GRANT)).isEqualTo(2);
    }

    @RepeatedTest(TIMES)
    @DisplayName("Rules 13 and 16: lapse against settle")
    void a_hold_that_lapses_while_it_is_settled_is_settled_in_time_or_late_and_its_work_is_never_lost()
            throws Exception {
        enterLicense(60);
        Hold hold = hold(60);
        clockOfOne.set(hold.expiresAt().minus(TICK));
        clockOfOther.set(hold.expiresAt());

        Both both = atOnce(settle(hold, 50), charge(60));

        var settled = ((Reply.Charged) both.one).charge();
        assertThat(settled.credits()).isEqualTo(Credits.of(50));
        if (settled.late()) {
            assertThat(both.other).isInstanceOf(Reply.Charged.class);
            assertThat(settled.debt()).isEqualTo(Credits.of(50));
            assertThat(now().debt()).isEqualTo(Credits.of(50));
        } else {
            assertThat(both.other).isInstanceOf(Reply.Insufficient.class);
            assertThat(now().available()).isEqualTo(Credits.of(10));
        }
    }

    @RepeatedTest(TIMES)
    @DisplayName("Rule 29: refund against spend")
    void a_refund_and_a_charge_of_the_same_credits_end_in_a_refusal_or_in_debt() throws Exception {
        String purchase = buy100();

        Both both = atOnce(refund(purchase), charge(100));

        assertThat(((Reply.TakenBack) both.one).taken().total()).isEqualTo(Credits.of(100));
        if (both.other instanceof Reply.Charged) {
            assertThat(now().debt()).isEqualTo(Credits.of(100));
        } else {
            assertThat(both.other).isInstanceOf(Reply.Insufficient.class);
            assertThat(now().debt()).isEqualTo(Credits.ZERO);
        }
        assertThat(now().available()).isEqualTo(Credits.ZERO);
    }
}
