package scrip.web.api.security;

import java.security.SecureRandom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ApiKeyTextTest {

    private static final String ID = "0AZaz9012345";
    private static final String SECRET = "09AZaz789012345678901234567890ab";

    @Test
    void a_key_that_was_drawn_is_read_as_it_was() {
        ApiKeyText key = ApiKeyText.draw(new SecureRandom());

        assertThat(ApiKeyText.parse(key.reveal())).contains(key);
        assertThat(key.toString()).contains(key.id()).doesNotContain(key.secret());
    }

    @Test
    void ids_have_12_to_40_letters_and_digits_and_secrets_32_to_80() {
        assertThat(ApiKeyText.parse("scrip_" + ID + "_" + SECRET)).contains(new ApiKeyText(ID, SECRET));
        assertThat(ApiKeyText.parse("scrip_" + "i".repeat(40) + "_" + "s".repeat(80))).isPresent();
        assertThat(ApiKeyText.parse("scrip_" + "i".repeat(11) + "_" + SECRET)).isEmpty();
        assertThat(ApiKeyText.parse("scrip_" + "i".repeat(41) + "_" + SECRET)).isEmpty();
        assertThat(ApiKeyText.parse("scrip_" + ID + "_" + "s".repeat(31))).isEmpty();
        assertThat(ApiKeyText.parse("scrip_" + ID + "_" + "s".repeat(81))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "scrip_", "scrip__", "scrip", "_", "Scrip_" + ID + "_" + SECRET, ID + "_" + SECRET,
        "scrip_" + ID + SECRET, "scrip_" + ID + "_" + SECRET + "_", "scrip_" + ID + "_" + SECRET + "\n",
        " scrip_" + ID + "_" + SECRET, "scrip_" + ID + "é_" + SECRET, "scrip_" + ID + "_" + SECRET + "٣",
        "scrip_" + ID + "_" + SECRET + "/", "scrip_" + ID + "_" + SECRET + ":", "scrip_" + ID + "_" + SECRET + "@",
        "scrip_" + ID + "_" + SECRET + "[", "scrip_" + ID + "_" + SECRET + "`", "scrip_" + ID + "_" + SECRET + "{"})
    void nothing_else_is_a_key(String text) {
        assertThat(ApiKeyText.parse(text)).isEmpty();
    }
}
