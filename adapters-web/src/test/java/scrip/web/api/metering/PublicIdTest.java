package scrip.web.api.metering;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import scrip.domain.pool.PoolId;
import scrip.web.api.problem.ProblemException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PublicIdTest {

    private static final PoolId POOL = new PoolId(1_000);

    @ParameterizedTest
    @ValueSource(longs = {1, 31, 32, 1_000_000, Long.MAX_VALUE})
    void a_name_leads_back_to_its_number(long number) {
        assertThat(PublicId.HOLD.numberIn(POOL, PublicId.HOLD.of(POOL, number))).isEqualTo(number);
    }

    @Test
    void a_name_shows_pool_and_number_in_base_32() {
        assertThat(PublicId.HOLD.of(POOL, 33)).isEqualTo("hold_z8_11");
        assertThat(PublicId.CHARGE.of(POOL, 33)).isEqualTo("charge_z8_11");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hold_", "hold_z8", "hold_z8_", "hold_z8_0", "hold_z8_01", "hold_z8_U", "hold_z8_1_1",
        "charge_z8_1", "hold_z9_1", "HOLD_z8_1", "hold_z8_zzzzzzzzzzzzz", "hold_z8_zzzzzzzzzzzzzz", "hold_z8_-1"})
    void any_other_text_names_nothing(String id) {
        assertThatThrownBy(() -> PublicId.HOLD.numberIn(POOL, id)).isInstanceOf(ProblemException.class);
    }
}
