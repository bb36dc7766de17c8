package scrip.web.pricing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import scrip.domain.credit.Credits;
import scrip.domain.pricing.Operation;
import scrip.domain.pricing.RateCard;
import scrip.domain.pricing.RateCards;
import scrip.web.start.Settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

@DisplayName("Rule 21: rate cards are files")
class RateCardFilesTest {

    private static final String CARD = """
            version: "2026-02"
            startsAt: 2026-02-01T00:00:00Z
            increment: 0.01
            operations:
              - {key: query, label: Query, typical: 30}
            models:
              - {key: small, input: 25, cachedInput: 2.5, output: 125}
            """;

    @TempDir
    private Path folder;

    private String file(String name, String yaml) throws IOException {
        return Files.writeString(folder.resolve(name), yaml).toString();
    }

    @Test
    @DisplayName("Rule 22: the card that ships has the eight operations with their averages")
    void the_card_that_ships() {
        RateCard card = RateCardFiles.read(List.of()).at(Instant.parse("2026-03-01T00:00:00Z"));

        assertThat(card.operations()).extracting(Operation::key, Operation::typical).containsExactly(
                tuple("app_generation", Credits.of(100)), tuple("new_feature", Credits.of(100)),
                tuple("layout", Credits.of(50)), tuple("query", Credits.of(30)), tuple("debug_autofix", Credits.of(10)),
                tuple("docs_assistant", Credits.of(6)), tuple("sql_generation", Credits.of(5)),
                tuple("code_generation", Credits.of(2)));
        assertThat(card.models()).isNotEmpty();
    }

    @Test
    void several_cards_are_in_force_one_after_the_other() throws IOException {
        RateCards cards = RateCardFiles.read(List.of(file("b.yaml", CARD), file("a.yaml", CARD
                .replace("2026-02-01", "2026-05-01").replace("\"2026-02\"", "summer"))));

        assertThat(cards.at(Instant.parse("2026-04-30T23:59:59Z")).version()).isEqualTo("2026-02");
        assertThat(cards.at(Instant.parse("2026-05-01T00:00:00Z")).version()).isEqualTo("summer");
        assertThat(cards.at(Instant.parse("2026-05-01T00:00:00Z")).models().getFirst().cachedInput())
                .isEqualTo(Credits.ofMicros(2_500_000));
    }

    @ParameterizedTest(name = "{1} for {0}: {3}")
    @DisplayName("A broken card is told by its file, the line and the reason")
    @CsvSource(delimiter = '|',
            textBlock = """
                    version: "2026-02"             | version:                   | 1 | version is a text
                    startsAt: 2026-02-01T00:00:00Z | startsAt: tomorrow         | 2 | startsAt is an instant in UTC such as 2026-01-01T00:00:00Z
                    increment: 0.01                | increment: cheap           | 3 | increment is a number
                    increment: 0.01                | increment: 0               | 3 | increment is above zero
                    increment: 0.01                | increment: 0.0000001       | 3 | increment is a number of credits, 0 or more, with at most 6 decimals
                    increment: 0.01                | rounding: 0.01             | 1 | increment is missing
                    increment: 0.01                | version: again             | 3 | version stands twice
                    increment: 0.01                | increment: 0.01: 2         | 3 | mapping values are not allowed here
                    typical: 30                    | typical: 0                 | 5 | typical is above zero
                    typical: 30                    | typical: -30               | 5 | typical is a number of credits, 0 or more, with at most 6 decimals
                    typical: 30                    | cost: 30                   | 5 | typical is missing
                    '{key: query, label: Query, typical: 30}' | query           | 5 | expected names and values
                    label: Query                   | label: [Query]             | 5 | label is a text
                    output: 125                    | out: 125                   | 7 | output is missing
                    '- {key: small,'               | 'k: {key: small,'          | 7 | models is a list
                    """)
    void broken(String right, String wrong, int line, String reason) throws IOException {
        String file = file("card.yaml", CARD.replace(right, wrong));

        assertThatThrownBy(() -> RateCardFiles.read(List.of(file))).isInstanceOf(BrokenRateCardException.class)
                .hasMessage("Rate card " + file + ", line " + line + ": " + reason);
    }

    @Test
    void what_stands_twice_in_a_list_is_told_where_it_stands_again() throws IOException {
        String file = file("card.yaml", CARD.replace("models:",
                "  - {key: query, label: Again, typical: 1}\nmodels:"));

        assertThatThrownBy(() -> RateCardFiles.read(List.of(file)))
                .hasMessage("Rate card " + file + ", line 6: key stands twice in operations");
    }

    @Test
    void what_is_no_yaml_or_no_file_at_all_is_told_by_its_name() throws IOException {
        String empty = file("empty.yaml", "");
        String strange = file("strange.yaml", CARD.replace("Query", "\u0007"));

        assertThatThrownBy(() -> RateCardFiles.read(List.of(empty)))
                .hasMessage("Rate card " + empty + ": expected names and values");
        assertThatThrownBy(() -> RateCardFiles.read(List.of(strange))).isInstanceOf(BrokenRateCardException.class)
                .hasMessageStartingWith("Rate card " + strange + ": ");
        assertThatThrownBy(() -> RateCardFiles.read(List.of("/no/such.yaml")))
                .hasMessageStartingWith("Rate card /no/such.yaml: cannot be read");
    }

    @Test
    void two_cards_of_one_version_or_start_stop_the_start_as_a_broken_one_does() throws IOException {
        String one = file("one.yaml", CARD);
        String same = file("same.yaml", CARD.replace("2026-02-01", "2026-05-01"));
        String broken = file("broken.yaml", CARD.replace("0.01", "0"));

        assertThatThrownBy(() -> RateCardFiles.read(List.of(one, same))).isInstanceOf(BrokenRateCardException.class)
                .hasMessageContaining(one + ", " + same).hasMessageContaining("a version and a start of their own");
        assertThatThrownBy(() -> Settings.read("scrip.rate-cards", () -> RateCardFiles.read(List.of(one, broken))))
                .hasMessageStartingWith("scrip.rate-cards cannot be used: ")
                .hasMessageContaining("Rate card " + broken + ", line 3: increment is above zero");
    }
}
