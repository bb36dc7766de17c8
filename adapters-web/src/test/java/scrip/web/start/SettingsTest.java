package scrip.web.start;

import java.math.BigDecimal;
import java.util.List;

import org.junit.jupiter.api.Test;
import scrip.application.pool.Desk;
import scrip.domain.credit.Credits;
import scrip.web.pricing.RateCardFiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SettingsTest {

    @Test
    void what_can_be_made_of_settings_is_made() {
        assertThat(Settings.read("scrip.free-plan.credits", () -> Credits.of(BigDecimal.TEN)))
                .isEqualTo(Credits.of(10));
    }

    @Test
    void what_they_do_not_allow_refuses_the_start_with_their_names_and_the_reason() {
        assertThatThrownBy(() -> Settings.read("scrip.desk", () -> new Desk.Limits(0, 1, 1, 1, 1)))
                .isInstanceOf(StartRefusedException.class).hasMessageStartingWith("scrip.desk cannot be used: writers");
        assertThatThrownBy(
                () -> Settings.read("scrip.free-plan.credits", () -> Credits.of(new BigDecimal("1.0000001"))))
                .isInstanceOf(StartRefusedException.class);
        assertThatThrownBy(() -> Settings.read("scrip.rate-cards", () -> RateCardFiles.read(List.of("/no/such.yaml"))))
                .isInstanceOf(StartRefusedException.class).hasMessageContaining("/no/such.yaml");
    }
}
