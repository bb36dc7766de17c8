package scrip.domain.license;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** Rule 2 against java.time itself: the n-th renewal is the anchor plus n months in local time. */
@DisplayName("Rule 2: renewals")
class BillingCycleTest {

    private static final int A_CENTURY = 1200;
    private static final Duration MICROSECOND = Duration.ofNanos(1000);
    private static final List<String> ODD_ZONES = List.of("UTC", "America/New_York", "Australia/Lord_Howe",
            "Asia/Kathmandu", "Pacific/Apia", "Africa/Casablanca", "America/St_Johns");

    private static Set<String> zones() {
        return new TreeSet<>(ZoneId.getAvailableZoneIds());
    }

    private static void checkRenewals(ZonedAnchor anchor, int months) {
        BillingCycle cycle = anchor.cycle();
        Instant before = cycle.renewal(0);
        check(before, anchor.instant(), anchor);
        for (int n = 1; n <= months; n++) {
            Instant renewal = cycle.renewal(n);
            check(renewal, anchor.local().plusMonths(n).atZone(anchor.zone()).toInstant(), anchor);
            check(renewal.isAfter(before), true, anchor);
            before = renewal;
        }
    }

    private static void checkMonths(ZonedAnchor anchor, int months, int step) {
        BillingCycle cycle = anchor.cycle();
        for (int n = 0; n <= months; n += step) {
            BillingCycle.Month month = new BillingCycle.Month(cycle.renewal(n), cycle.renewal(n + 1));
            check(cycle.monthAt(month.startInclusive()), month, anchor);
            check(cycle.monthAt(month.endExclusive().minus(MICROSECOND)), month, anchor);
        }
    }

    /** Cheaper than building an assertion for each of millions. */
    private static void check(Object actual, Object expected, ZonedAnchor anchor) {
        if (!actual.equals(expected)) {
            assertThat(actual).as(anchor.toString()).isEqualTo(expected);
        }
    }

    private record ZonedAnchor(LocalDateTime asked, ZoneId zone) {

        Instant instant() {
            return asked.atZone(zone).toInstant();
        }

        /** What a clock in the zone shows at the anchor: not what was asked for if that hour was skipped. */
        LocalDateTime local() {
            return LocalDateTime.ofInstant(instant(), zone);
        }

        BillingCycle cycle() {
            return new BillingCycle(instant(), zone);
        }
    }

    @Test
    void a_century_of_renewals_in_every_zone_is_counted_from_the_anchor() {
        for (String zone : zones()) {
            ZonedAnchor anchor = new ZonedAnchor(LocalDateTime.parse("2024-01-31T02:30:00"), ZoneId.of(zone));
            checkRenewals(anchor, A_CENTURY);
            checkMonths(anchor, A_CENTURY, 37);
        }
    }

    @Test
    void every_anchor_day_of_a_leap_year_comes_back_each_month_or_falls_on_its_last_day() {
        for (String zone : ODD_ZONES) {
            for (LocalDate day = LocalDate.parse("2024-01-01"); day.getYear() == 2024; day = day.plusDays(1)) {
                ZonedAnchor anchor = new ZonedAnchor(day.atTime(LocalTime.parse("02:30")), ZoneId.of(zone));
                checkRenewals(anchor, 60);
                checkMonths(anchor, 60, 1);
                for (int n = 0; n < 24; n++) {
                    LocalDate renewal = LocalDate.ofInstant(anchor.cycle().renewal(n), anchor.zone());
                    check(renewal.getDayOfMonth(), Math.min(day.getDayOfMonth(), renewal.lengthOfMonth()), anchor);
                }
            }
        }
    }

    @Test
    void anchors_around_every_change_of_the_clocks_renew_once_a_month() {
        for (String zone : ODD_ZONES) {
            ZoneId id = ZoneId.of(zone);
            Instant at = Instant.parse("2010-06-01T00:00:00Z");
            ZoneOffsetTransition change = id.getRules().nextTransition(at);
            for (int i = 0; i < 60 && change != null; i++) {
                for (int minutes = -90; minutes <= 90; minutes += 30) {
                    LocalDateTime local = LocalDateTime.ofInstant(change.getInstant(), id).plusMinutes(minutes);
                    for (int monthsBefore = 0; monthsBefore < 3; monthsBefore++) {
                        ZonedAnchor anchor = new ZonedAnchor(local.minusMonths(monthsBefore), id);
                        checkRenewals(anchor, 14);
                        checkMonths(anchor, 14, 1);
                    }
                }
                change = id.getRules().nextTransition(change.getInstant());
            }
        }
    }

    @Test
    void a_renewal_in_a_skipped_hour_moves_on_by_the_gap() {
        BillingCycle cycle = new BillingCycle(Instant.parse("2026-02-08T07:30:00Z"), ZoneId.of("America/New_York"));

        assertThat(cycle.renewal(1)).isEqualTo("2026-03-08T07:30:00Z");
        assertThat(cycle.renewal(2)).isEqualTo("2026-04-08T06:30:00Z");
    }

    @Test
    void an_anchor_in_the_second_of_two_equal_hours_is_kept_as_it_is() {
        Instant second = Instant.parse("2026-11-01T06:30:00Z");
        BillingCycle cycle = new BillingCycle(second, ZoneId.of("America/New_York"));

        assertThat(cycle.renewal(0)).isEqualTo(second);
        assertThat(cycle.monthAt(second).startInclusive()).isEqualTo(second);
        assertThat(cycle.renewal(1)).isEqualTo("2026-12-01T06:30:00Z");
    }

    @Test
    void a_day_that_a_zone_skipped_altogether_is_passed_over() {
        ZoneId apia = ZoneId.of("Pacific/Apia");
        Instant anchor = LocalDateTime.parse("2011-11-30T10:00:00").atZone(apia).toInstant();

        Instant renewal = new BillingCycle(anchor, apia).renewal(1);

        assertThat(LocalDateTime.ofInstant(renewal, apia)).isEqualTo("2011-12-31T10:00:00");
    }

    @Test
    void there_is_no_period_before_the_anchor() {
        Instant anchor = Instant.parse("2026-01-01T00:00:00Z");
        BillingCycle cycle = new BillingCycle(anchor, ZoneId.of("UTC"));

        assertThatIllegalArgumentException().isThrownBy(() -> cycle.monthAt(anchor.minusNanos(1)))
                .withMessageContaining("before the first period");
    }
}
