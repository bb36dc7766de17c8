package scrip.persistence.pool;

import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import scrip.application.pool.Answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

@DisplayName("Rule 20: answers are kept to the letter")
class AnswersBlobTest {

    private static AnswersBlob.Entry entry(int number, String body) {
        return new AnswersBlob.Entry(KeyId.of("s:key-" + number), "ab".repeat(number % 33),
                new Answer(200 + number, body));
    }

    @Test
    void few_answers_come_back_as_they_went_in() {
        List<AnswersBlob.Entry> entries = List.of(entry(1, "{\"id\":\"ü🪙\"}"), entry(2, ""), entry(3, "{}"));

        assertThat(AnswersBlob.parse(AnswersBlob.of(entries))).isEqualTo(entries);
    }

    @Test
    void a_full_turn_comes_back_as_it_went_in_and_packs_into_little() {
        List<AnswersBlob.Entry> entries = IntStream.range(0, 1_024).mapToObj(i -> entry(i,
                "{\"id\":\"hold_1_%d\",\"status\":\"held\",\"builder\":\"grace@nexuscorp.test\",\"credits\":%d.5}"
                        .formatted(i, i * 37L)
                        .repeat(5)))
                .toList();
        long length = entries.stream().mapToLong(entry -> entry.answer().body().length()).sum();

        byte[] blob = AnswersBlob.of(entries);

        assertThat(AnswersBlob.parse(blob)).isEqualTo(entries);
        assertThat(blob.length).isLessThan((int) (length / 5));
    }

    @Test
    void a_single_answer_packs_into_a_third_of_its_text() {
        String text = "{\"id\":\"charge_5vw8mhtn7z_6v\",\"hold\":\"hold_5vw8mhtn7z_6t\",\"operation\":\"app_generation\","
                + "\"builder\":\"grace@nexuscorp.test\",\"credits\":26.25,\"taken\":{\"monthly\":26.25,\"promotional\":0,"
                + "\"addOn\":0,\"debt\":0},\"waived\":0,\"late\":false,\"ownKey\":false,\"reference\":\"run-1\","
                + "\"chargedAt\":\"2026-11-26T07:49:16.864386Z\",\"receipt\":{\"rateCard\":\"2026-01\",\"lines\":[]},"
                + "\"balance\":{\"asOf\":\"2026-11-26T07:49:16.864386Z\",\"available\":1834.32,\"held\":0,\"debt\":0,"
                + "\"monthly\":{\"granted\":2400,\"available\":1249.7,\"held\":0,\"used\":1150.3,\"heldBefore\":0,"
                + "\"periodStart\":\"2026-11-13T08:00:00Z\",\"renewsAt\":\"2026-12-13T08:00:00Z\",\"builders\":3,"
                + "\"perBuilder\":800},\"promotional\":{\"available\":0,\"held\":0,\"grants\":[]},\"addOn\":{"
                + "\"available\":484.62,\"held\":0,\"validUntil\":\"2027-10-27T14:23:00Z\"}}}";

        assertThat(AnswersBlob.of(List.of(entry(1, text)))).hasSizeLessThan(text.length() / 3 + 16);
    }

    @ParameterizedTest
    @CsvSource({
        // As it is.
        "00000000017f25a17a5f3e5d4d1c3d2b1a09f8e7d600012c00000002, 7b7d, {}",
        // Deflated.
        "01000000017f25a17a5f3e5d4d1c3d2b1a09f8e7d600012c00000002, abae0500, {}",
        // Deflated with the dictionary, which therefore has to be what it was.
        "02000000017f25a17a5f3e5d4d1c3d2b1a09f8e7d600012c00000031, 43ce2a86f186c82e03fb0bd95ab09f00,"
                + "'{\"id\":\"hold_1_1\",\"status\":\"held\",\"forecast\":null}'"
    })
    void what_an_earlier_version_kept_is_read(String head, String packed, String text) {
        assertThat(AnswersBlob.parse(HexFormat.of().parseHex(head + packed))).extracting(AnswersBlob.Entry::answer)
                .containsExactly(new Answer(300, text));
    }

    @Test
    void texts_that_do_not_pack_come_back_too() {
        String body = new java.util.Random(7).ints(20_000, 0, 0xD7FF)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();

        assertThat(AnswersBlob.parse(AnswersBlob.of(List.of(entry(1, body))))).containsExactly(entry(1, body));
    }

    @Test
    void a_form_that_is_not_known_is_told() {
        byte[] blob = AnswersBlob.of(List.of(entry(1, "{}")));
        blob[0] = 9;

        assertThatIllegalArgumentException().isThrownBy(() -> AnswersBlob.parse(blob)).withMessageContaining("9");
    }
}
