package scrip.domain.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import scrip.domain.credit.Credits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** Rule 31: when notices are due. */
class NoticeTermsTest {

    private static final Instant END = Instant.parse("2027-01-31T00:00:00Z");
    private static final NoticeTerms TERMS = new NoticeTerms(List.of(10, 0, 20, 10), List.of(7, 30, 1, 7));

    @Test
    @DisplayName("Rule 31 the lists may come in any order and say a thing twice")
    void any_order() {
        assertThat(TERMS).isEqualTo(NoticeTerms.DEFAULT);
        assertThat(TERMS.percentLeft()).containsExactly(0, 10, 20);
        assertThat(TERMS.daysBefore()).containsExactly(1, 7, 30);
    }

    @Test
    @DisplayName("Shares are 0 to 99 percent, days 1 to 365")
    void ranges() {
        assertThatCode(() -> new NoticeTerms(List.of(0, 99), List.of(1, 365))).doesNotThrowAnyException();
        Stream.of(-1, 100).forEach(percent -> assertThatIllegalArgumentException()
                .isThrownBy(() -> new NoticeTerms(List.of(50, percent), List.of()))
                .withMessageContaining("percent left has to be 0 to 99"));
        Stream.of(0, 366).forEach(days -> assertThatIllegalArgumentException()
                .isThrownBy(() -> new NoticeTerms(List.of(), List.of(50, days)))
                .withMessageContaining("days before the end has to be 1 to 365"));
    }

    @Test
    @DisplayName("Rule 31 a share is reached when no more than it is left, and the lowest one counts")
    void shares() {
        assertThat(TERMS.shareReached(Credits.ofMicros(20_000_001), Credits.of(100))).isEqualTo(NoticeTerms.NONE);
        assertThat(TERMS.shareReached(Credits.of(20), Credits.of(100))).isEqualTo(20);
        assertThat(TERMS.shareReached(Credits.ofMicros(10_000_001), Credits.of(100))).isEqualTo(20);
        assertThat(TERMS.shareReached(Credits.of(10), Credits.of(100))).isEqualTo(10);
        assertThat(TERMS.shareReached(Credits.ofMicros(1), Credits.of(100))).isEqualTo(10);
        assertThat(TERMS.shareReached(Credits.ZERO, Credits.of(100))).isZero();
        assertThat(TERMS.shareReached(Credits.ZERO, Credits.ZERO)).as("of nothing").isEqualTo(NoticeTerms.NONE);
    }

    @Test
    @DisplayName("A share is exact to the micro-credit, rounded down, and of any amount")
    void exact_shares() {
        NoticeTerms third = new NoticeTerms(List.of(33), List.of());
        Credits granted = Credits.ofMicros(1_250);
        assertThat(third.shareReached(Credits.ofMicros(412), granted)).isEqualTo(33);
        assertThat(third.shareReached(Credits.ofMicros(413), granted)).as("above 412.5").isEqualTo(NoticeTerms.NONE);

        NoticeTerms most = new NoticeTerms(List.of(99), List.of());
        Credits all = Credits.ofMicros(Long.MAX_VALUE);
        assertThat(most.shareReached(Credits.ofMicros(9_131_138_316_486_228_048L), all)).isEqualTo(99);
        assertThat(most.shareReached(Credits.ofMicros(9_131_138_316_486_228_049L), all)).isEqualTo(NoticeTerms.NONE);
    }

    @Test
    @DisplayName("Rule 31 days are of 24 hours and reached at their first instant; the fewest count")
    void days() {
        assertThat(TERMS.daysReached(END, END.minus(Duration.ofDays(30)).minusNanos(1))).isEqualTo(NoticeTerms.NONE);
        assertThat(TERMS.daysReached(END, END.minus(Duration.ofDays(30)))).isEqualTo(30);
        assertThat(TERMS.daysReached(END, END.minus(Duration.ofDays(7)))).isEqualTo(7);
        assertThat(TERMS.daysReached(END, END.minus(Duration.ofDays(1)))).isEqualTo(1);
    }

    @Test
    @DisplayName("Rule 31 the next notice of an end is that of the most days not yet given")
    void next() {
        assertThat(TERMS.nextBefore(END, NoticeTerms.NONE)).contains(END.minus(Duration.ofDays(30)));
        assertThat(TERMS.nextBefore(END, 30)).contains(END.minus(Duration.ofDays(7)));
        assertThat(TERMS.nextBefore(END, 1)).isEmpty();
    }

    @Test
    @DisplayName("Webhooks know each kind of notice by its own name")
    void keys() {
        Stream<Matter> all = Stream.of(new Matter.Low(20, Credits.of(20), Credits.of(100), Credits.of(20), END),
                new Matter.Exhausted(Credits.of(100), Credits.ZERO, END), new Matter.AddOnEnding(7, Credits.of(5), END),
                new Matter.PlanChanged(null, 0, Credits.of(100)), new Matter.PaymentFailed(null, Credits.of(100)));

        assertThat(all.map(Matter::key)).containsExactly("credits.low", "credits.exhausted", "add_on.ending",
                "plan.changed", "payment.failed");
    }
}
