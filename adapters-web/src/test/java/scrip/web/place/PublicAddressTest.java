package scrip.web.place;

import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

class PublicAddressTest {

    @Test
    void without_a_setting_it_is_the_servers_own_whatever_its_port() {
        PublicAddress address = new PublicAddress(new MockEnvironment().withProperty("local.server.port", "9090"));

        assertThat(address.base()).isEqualTo("http://localhost:9090");
        assertThat(address.ownOrigin()).isEqualTo("http://localhost:9090");
    }

    @Test
    void a_slash_at_its_end_is_not_doubled() {
        PublicAddress address = new PublicAddress(
                new MockEnvironment().withProperty("scrip.public-url", "https://credits.test/scrip/"));

        assertThat(address.base()).isEqualTo("https://credits.test/scrip");
        assertThat(address.ownOrigin()).isEqualTo("https://credits.test");
    }
}
