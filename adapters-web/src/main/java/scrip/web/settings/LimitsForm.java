package scrip.web.settings;

import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import scrip.application.limit.BuilderLimits;
import scrip.application.metering.MeterOperations;
import scrip.domain.credit.Credits;
import scrip.domain.pool.Limits;
import scrip.web.api.json.Kinds;

/**
 * The form of the limits as it was sent: {@code enabled}, {@code default}, and {@code limit.EMAIL} for each builder;
 * empty fields stand for an equal share, or for no custom limit. What names no e-mail address is none of the page's
 * fields and is passed over.
 *
 * @param each
 *            what was typed as everybody's limit
 * @param typed
 *            what was typed by builder
 * @param errors
 *            what is wrong by field, {@value #EACH} or an e-mail address, ending {@code limits.error.…}
 */
record LimitsForm(boolean enabled, String each, Map<String, String> typed, Map<String, String> errors) {

    static final String EACH = "default";

    private static final String PREFIX = "limit.";
    private static final int LONGEST = 20;

    static LimitsForm of(MultiValueMap<String, String> form) {
        Map<String, String> typed = new HashMap<>();
        Map<String, String> errors = new HashMap<>();
        form.toSingleValueMap().forEach((name, value) -> {
            if (name.startsWith(PREFIX)) {
                Kinds.emailOf(name.substring(PREFIX.length())).ifPresent(email -> typed.put(email, strip(value)));
            }
        });
        String each = strip(form.getFirst(EACH));
        note(errors, EACH, each);
        typed.forEach((email, text) -> note(errors, email, text));
        return new LimitsForm(form.containsKey("enabled"), each, typed, errors);
    }

    private static String strip(@Nullable String text) {
        String stripped = text == null ? "" : text.strip().replace(",", "");
        return stripped.substring(0, Math.min(LONGEST, stripped.length()));
    }

    private static void note(Map<String, String> errors, String field, String text) {
        if (text.isEmpty()) {
            return;
        }
        if (!text.matches("-?[0-9]{1,18}")) {
            errors.put(field, "not_whole");
        } else if (Long.parseLong(text) < 1) {
            errors.put(field, "below_one");
        } else if (Long.parseLong(text) > MeterOperations.MOST.micros() / Credits.MICROS_PER_CREDIT) {
            errors.put(field, "too_much");
        }
    }

    /**
     * @param before
     *            whose custom limits stay for builders that the form did not show
     * @return what to set; null if there are errors
     */
    @Nullable
    Limits limits(Limits before) {
        if (!errors.isEmpty()) {
            return null;
        }
        Map<String, Credits> custom = new HashMap<>(before.custom());
        typed.forEach((email, text) -> {
            custom.remove(email);
            if (!text.isEmpty()) {
                custom.put(email, credits(text));
            }
        });
        if (custom.size() > BuilderLimits.MOST_CUSTOM) {
            errors.put(EACH, "too_many");
            return null;
        }
        return new Limits(enabled, each.isEmpty() ? null : credits(each), custom);
    }

    private static Credits credits(String text) {
        return Credits.of(Long.parseLong(text));
    }
}
