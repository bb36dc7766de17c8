package scrip.domain.license;

import java.time.Instant;
import java.time.ZoneOffset;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import scrip.domain.credit.Credits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** Rule 6: licenses that come and end. */
class LicensingTest {

    private static Instant day(int day) {
        return Instant.parse("2026-01-%02dT00:00:00Z".formatted(day));
    }

    private static License license(int builders, int start, @Nullable Integer end) {
        return new License("team", builders, Credits.of(100), BillingInterval.MONTHLY, day(start),
                end == null ? null : day(end), ZoneOffset.UTC);
    }

    private static License license(int start, @Nullable Integer end) {
        return license(1, start, end);
    }

    @Test
    void a_license_has_no_seats_below_zero_and_ends_after_it_starts() {
        assertThat(license(0, 1, null).monthlyCredits()).isEqualTo(Credits.ZERO);
        assertThatIllegalArgumentException().isThrownBy(() -> license(-1, 1, null));
        assertThatIllegalArgumentException().isThrownBy(() -> license(5, 5));
    }

    @Test
    @DisplayName("Rule 6 a license is in force from its start up to its end, which is exclusive")
    void in_force() {
        License license = license(5, 9);

        assertThat(license.isInForceAt(day(5).minusNanos(1))).isFalse();
        assertThat(license.isInForceAt(day(5))).isTrue();
        assertThat(license.isInForceAt(day(9).minusNanos(1))).isTrue();
        assertThat(license.isInForceAt(day(9))).isFalse();
    }

    @Test
    @DisplayName("Rule 6 ending all licenses leaves one that is over as it was, and forgets one that has not begun")
    void end_all() {
        assertThat(new Licensing(license(1, 5), license(20, null)).endAll(day(10)))
                .isEqualTo(new Licensing(license(1, 5), null));
        assertThat(new Licensing(license(1, null), null).endAll(day(10)))
                .isEqualTo(new Licensing(license(1, 10), null));
        assertThat(new Licensing(license(10, null), null).endAll(day(10))).isEqualTo(Licensing.NONE);
    }

    @Test
    @DisplayName("Rule 6 the next change is the first start or end to come")
    void next_change() {
        assertThat(Licensing.NONE.nextChangeAfter(day(1))).isEmpty();
        assertThat(new Licensing(license(1, null), null).nextChangeAfter(day(1))).isEmpty();
        assertThat(new Licensing(license(1, 9), null).nextChangeAfter(day(1))).contains(day(9));
        assertThat(new Licensing(license(1, 9), null).nextChangeAfter(day(9))).as("it has come").isEmpty();
        assertThat(new Licensing(null, license(5, null)).nextChangeAfter(day(1))).contains(day(5));
        assertThat(new Licensing(license(1, 9), license(5, null)).nextChangeAfter(day(1))).contains(day(5));
        assertThat(new Licensing(license(1, 9), license(20, null)).nextChangeAfter(day(1))).contains(day(9));
        assertThat(new Licensing(license(1, 9), license(20, null)).nextChangeAfter(day(9))).contains(day(20));
        assertThat(new Licensing(license(1, null), license(20, null)).nextChangeAfter(day(9))).contains(day(20));
    }
}
