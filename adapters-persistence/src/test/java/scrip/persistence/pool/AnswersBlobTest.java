package scrip.persistence.pool;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
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
