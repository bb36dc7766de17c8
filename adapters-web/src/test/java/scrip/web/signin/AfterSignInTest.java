package scrip.web.signin;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class AfterSignInTest {

    @ParameterizedTest
    @ValueSource(strings = {"//evil.example/x", "/\\evil.example", "https://evil.example", ""})
    void signing_in_leads_nowhere_but_to_own_pages(String path) {
        assertThat(AfterSignIn.own(path, null)).isEqualTo("/");
        assertThat(AfterSignIn.own("/nexuscorp/builder", "a=b")).isEqualTo("/nexuscorp/builder?a=b");
    }
}
