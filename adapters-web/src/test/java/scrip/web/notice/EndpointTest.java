package scrip.web.notice;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class EndpointTest {

    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    /** The test vector that the libraries of the Standard Webhooks project share. */
    @Test
    void signs_as_the_specification_has_it() {
        String signature = endpoint("https://hooks.example/", SECRET).sign("msg_p5jXN8AQM9LWM0D4loKWxJek", "1614265330",
                "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8));

        assertThat(signature).isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @ParameterizedTest
    @CsvSource({"ftp://hooks.example/", "hooks.example", "https:///path", "mailto:ada@example.com"})
    void an_address_that_is_none_is_refused(String url) {
        assertThatThrownBy(() -> endpoint(url, SECRET)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(url);
    }

    @ParameterizedTest
    @CsvSource({"MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "whsec_", "whsec_c2hvcnQ=", "whsec_!!!not-base64!!!", "''"})
    void a_secret_that_is_none_is_refused_without_being_shown(String secret) {
        assertThatThrownBy(() -> endpoint("https://hooks.example/", secret))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("whsec_")
                .satisfies(e -> assertThat(e.getMessage().replace("whsec_", "")).doesNotContain("short", "base64!",
                        "c2hvcnQ", "MfKQ"));
    }

    @Test
    void a_secret_may_have_64_bytes_and_no_more() {
        assertThat(endpoint("http://localhost:1/", "whsec_" + base64(64)).url()).hasPort(1);
        assertThatThrownBy(() -> endpoint("http://localhost:1/", "whsec_" + base64(65)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_endpoint_has_an_address_and_a_secret() {
        assertThatThrownBy(() -> endpoint("https://hooks.example/", null))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("a url and a secret");
    }

    private static String base64(int bytes) {
        return Base64.getEncoder().encodeToString(new byte[bytes]);
    }

    private static Endpoint endpoint(String url, String secret) {
        return new Endpoint(new NoticeSettings.Webhook(URI.create(url), secret));
    }
}
