package scrip.persistence.embedded;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ServerOptionsTest {

    @ParameterizedTest
    @CsvSource({"512, 256", "1024, 256", "4096, 1024", "24576, 6144", "65536, 8192"})
    void the_server_may_keep_a_quarter_of_the_memory_within_bounds(long megabytes, long expected) {
        assertThat(ServerOptions.cacheMegabytes(megabytes << 20)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 1", "4, 2", "64, 4"})
    void clearing_up_leaves_processors_to_those_who_wait(int processors, int expected) {
        assertThat(ServerOptions.purgers(processors)).isEqualTo(expected);
    }
}
