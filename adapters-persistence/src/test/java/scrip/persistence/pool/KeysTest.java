package scrip.persistence.pool;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class KeysTest {

    private static final Instant NOW = Instant.parse("2026-11-26T06:00:00Z");

    @Test
    void kept_answers_lie_in_the_order_of_time() {
        List<KeyId> batches = List.of(new Keys(Instant.EPOCH).batch(), new Keys(NOW).batch(),
                new Keys(NOW.plusNanos(1_000)).batch(), new Keys(NOW.plusSeconds(1_000_000_000)).batch());

        assertThat(batches).isSorted();
    }

    @Test
    void transactions_of_the_same_instant_have_names_of_their_own() {
        assertThat(new Keys(NOW).batch()).isNotEqualTo(new Keys(NOW).batch());
    }
}
