package scrip.web.form;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import scrip.domain.credit.Credits;

import static org.assertj.core.api.Assertions.assertThat;

class FormTest {

    private static Form typed(String value) {
        return new Form("f", Map.of("field", List.of(value)));
    }

    private static String complaint(Function<String, ?> parse, String value) {
        Form form = typed(value);
        form.required("field", parse);
        Form.Complaint complaint = form.complaint("field");
        return complaint == null ? "" : complaint.key();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            '   ',                  missing
            many,                   not_a_number
            1e3,                    not_a_number
            -5,                     not_a_number
            0.0000001,              too_fine
            0,                      not_positive
            1000000001,             too_much
            99999999999999999999,   not_a_number
            """)
    void credits_that_do_not_fit_are_told(String value, String complaint) {
        assertThat(complaint(Texts::credits, value)).isEqualTo(complaint);
    }

    @Test
    void credits_are_read_with_groups_of_thousands_and_space_around() {
        assertThat(typed(" 1,250.5 ").required("field", Texts::credits).get())
                .isEqualTo(Credits.of(1250).plus(Credits.ofMicros(500_000)));
    }

    @Test
    void whole_numbers_keep_their_bounds() {
        assertThat(complaint(Texts.whole(1, 10), "11")).isEqualTo("not_within");
        assertThat(complaint(Texts.whole(1, 10), "1.5")).isEqualTo("not_within");
        assertThat(complaint(Texts.whole(1, 10), "10")).isEmpty();
    }

    @Test
    void times_zones_and_addresses_are_told_when_they_are_none() {
        assertThat(complaint(Texts::localTime, "31.1.2026")).isEqualTo("not_a_time");
        assertThat(complaint(Texts::localTime, "0001-01-01T00:00")).isEqualTo("not_a_time");
        assertThat(complaint(Texts::zone, "Mars/Olympus")).isEqualTo("not_a_zone");
        assertThat(complaint(Texts::email, "ada at nexus")).isEqualTo("not_an_email");
        assertThat(typed("Ada@Nexus.test").required("field", Texts::email).get()).isEqualTo("ada@nexus.test");
        assertThat(complaint(Texts.line(3), "four")).isEqualTo("too_long");
        assertThat(complaint(Texts.line(9), "a\u0000b")).isEqualTo("not_text");
    }

    @Test
    void an_instant_reads_back_as_it_was_written_to_the_minute() {
        LocalDateTime local = Texts.localTime(
                Texts.minutes(java.time.Instant.parse("2026-07-01T07:30:59Z"), ZoneId.of("Europe/Berlin")));

        assertThat(local).isEqualTo(LocalDateTime.of(2026, 7, 1, 9, 30));
    }

    @Test
    void what_is_left_empty_is_nothing_unless_it_is_required() {
        Form form = typed("  ");

        assertThat(form.optional("field", Texts.line(9)).orNull()).isNull();
        assertThat(form.isRefused()).isFalse();
        assertThat(form.several("none", Optional::of)).isEmpty();
        assertThat(form.complaint("none")).isEqualTo(new Form.Complaint("none_chosen", List.of()));
        assertThat(form.valid(() -> "x")).isEmpty();
        assertThat(form.begins("none")).isTrue();
    }
}
