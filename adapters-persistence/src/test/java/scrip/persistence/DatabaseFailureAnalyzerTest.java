package scrip.persistence;

import java.net.ConnectException;
import java.sql.SQLException;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.diagnostics.FailureAnalysis;

import static org.assertj.core.api.Assertions.assertThat;

class DatabaseFailureAnalyzerTest {

    private static @Nullable FailureAnalysis analysisOf(SQLException failure) {
        return new DatabaseFailureAnalyzer().analyze(new IllegalStateException("no bean", failure));
    }

    @Test
    void a_server_that_is_not_there_is_told_with_what_to_do() {
        var analysis = analysisOf(new SQLException("Communications link failure\n\nThe last packet …", "08S01",
                new ConnectException("Connection refused")));

        assertThat(analysis).isNotNull();
        assertThat(analysis.getDescription())
                .isEqualTo("There is no connection to the database: Communications link failure (Connection refused).");
        assertThat(analysis.getAction()).contains("spring.datasource.url");
    }

    @ParameterizedTest
    @ValueSource(ints = {1044, 1045, 1049})
    void so_is_a_server_that_does_not_let_in(int code) {
        assertThat(analysisOf(new SQLException("Access denied", "28000", code))).isNotNull();
    }

    @Test
    void a_statement_that_fails_is_a_bug_and_stays_one() {
        assertThat(analysisOf(new SQLException("You have an error in your SQL syntax", "42000", 1064))).isNull();
    }
}
