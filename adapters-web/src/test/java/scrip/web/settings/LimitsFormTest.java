package scrip.web.settings;

import java.util.Map;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.util.MultiValueMap;
import scrip.domain.credit.Credits;
import scrip.domain.pool.Limits;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("Rule 24: what the form of limits may set")
class LimitsFormTest {

    private static LimitsForm form(Map<String, String> fields) {
        return LimitsForm.of(MultiValueMap.fromSingleValue(fields));
    }

    @Test
    void custom_limits_are_named_by_email_addresses_in_lower_case_and_by_nothing_else() {
        LimitsForm form = form(Map.of("enabled", "on", "limit.Ada@Example.com", "250", "limit.no address", "9",
                "limit." + "x".repeat(100_000), "9"));

        assertThat(form.limits(Limits.NONE)).isEqualTo(
                new Limits(true, null, Map.of("ada@example.com", Credits.of(250))));
    }

    @Test
    void an_empty_field_takes_a_custom_limit_away_and_one_that_is_not_there_leaves_it() {
        Limits before = new Limits(true, null, Map.of("ada@example.com", Credits.of(1), "bob@example.com",
                Credits.of(2)));

        assertThat(form(Map.of("limit.ada@example.com", "")).limits(before)).isEqualTo(
                new Limits(false, null, Map.of("bob@example.com", Credits.of(2))));
    }

    @Test
    void what_is_no_whole_number_of_credits_from_one_on_sets_nothing() {
        LimitsForm form = form(Map.of("default", "0", "limit.ada@example.com", "1.5", "limit.bob@example.com",
                "1,000,000,001"));

        assertThat(form.errors()).containsExactlyInAnyOrderEntriesOf(Map.of("default", "below_one",
                "ada@example.com", "not_whole", "bob@example.com", "too_much"));
        assertThat(form.limits(Limits.NONE)).isNull();
    }
}
