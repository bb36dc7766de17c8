package scrip.web.api.security;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FailedAttemptsTest {

    private final AtomicLong nanos = new AtomicLong();
    private final FailedAttempts attempts = new FailedAttempts(2, nanos::get);

    @Test
    void an_address_waits_until_the_minute_of_its_first_failure_is_over() {
        attempts.failed("a");
        assertThat(attempts.waitOf("a")).isEmpty();
        nanos.addAndGet(Duration.ofSeconds(20).toNanos());
        attempts.failed("a");

        assertThat(attempts.waitOf("a")).contains(Duration.ofSeconds(40));
        assertThat(attempts.waitOf("b")).isEmpty();
        nanos.addAndGet(Duration.ofSeconds(40).toNanos());
        assertThat(attempts.waitOf("a")).isEmpty();
    }

    @Test
    void however_many_addresses_fail_the_latest_are_remembered() {
        for (int i = 0; i < 30_000; i++) {
            attempts.failed("address " + i);
        }
        attempts.failed("address 29999");

        assertThat(attempts.waitOf("address 29999")).isPresent();
    }
}
