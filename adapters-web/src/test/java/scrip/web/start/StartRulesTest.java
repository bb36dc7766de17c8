package scrip.web.start;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class StartRulesTest {

    private static final String KEY = "0123456789abcdef0123456789abcdef";

    private static MockEnvironment look(MockEnvironment environment) {
        new StartRules().postProcessEnvironment(environment, new SpringApplication());
        return environment;
    }

    @Test
    void a_start_without_a_long_operator_key_is_refused_and_says_what_to_do() {
        assertThatThrownBy(() -> look(new MockEnvironment().withProperty("scrip.operator-key", KEY.substring(1))))
                .isInstanceOfSatisfying(StartRefusedException.class,
                        refused -> assertThat(refused.action()).contains("SCRIP_OPERATOR_KEY"));
    }

    @Test
    void the_adjustable_clock_and_the_demo_are_refused_beside_a_live_key() {
        MockEnvironment live = new MockEnvironment().withProperty("scrip.operator-key", KEY)
                .withProperty("scrip.stripe.api-key", "rk_live_x").withProperty("scrip.clock", "Adjustable");

        assertThatThrownBy(() -> look(live)).hasMessageContaining("adjustable clock");
        assertThatThrownBy(() -> look(live.withProperty("scrip.demo", "true"))).hasMessageContaining("demo");
    }

    @Test
    void a_vendors_key_that_is_none_is_refused_before_anything_starts() {
        MockEnvironment broken = new MockEnvironment().withProperty("scrip.operator-key", KEY)
                .withProperty("scrip.license.public-key", "AAAA");

        assertThatThrownBy(() -> look(broken)).hasMessageContaining("scrip.license.public-key is not an Ed25519");
    }

    @ParameterizedTest
    @ValueSource(strings = {"credits.example.com", "//credits.example.com", "ftp://credits.example.com",
        "https://user@credits.example.com", "https://credits.example.com/?a=b", "https://"})
    void a_public_address_that_browsers_cannot_reach_is_refused(String url) {
        MockEnvironment broken = new MockEnvironment().withProperty("scrip.operator-key", KEY)
                .withProperty("scrip.public-url", url);

        assertThatThrownBy(() -> look(broken)).isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("scrip.public-url is not the address of a web server");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "http://localhost:8080", "HTTPS://credits.example.com/", "https://[::1]:8443/scrip"})
    void a_public_address_may_be_any_other_or_none(String url) {
        MockEnvironment fine = new MockEnvironment().withProperty("scrip.operator-key", KEY)
                .withProperty("scrip.public-url", url);

        assertThat(look(fine)).isSameAs(fine);
    }

    @Test
    void the_demo_sets_only_what_is_not_set() {
        MockEnvironment demo = look(new MockEnvironment().withProperty("scrip.demo", "true")
                .withProperty("scrip.deployment", "self-hosted"));

        assertThat(demo.getProperty("scrip.deployment")).isEqualTo("self-hosted");
        assertThat(demo.getProperty("scrip.clock")).isEqualTo("adjustable");
        assertThat(demo.getProperty("scrip.operator-key")).hasSizeGreaterThanOrEqualTo(32);
    }
}
