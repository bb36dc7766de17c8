package scrip.web.operator;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import scrip.application.pool.RequestKey;
import scrip.domain.credit.Credits;
import scrip.domain.pool.Command;
import scrip.web.api.json.Field;
import scrip.web.api.security.Sha256;
import scrip.web.form.Form;
import scrip.web.form.Texts;

/**
 * The form that gives promotional credits (rule 11): {@code credits}, {@code expiresAt} in UTC and {@code reason}; its
 * {@code key} is drawn with it, so that sending it twice gives once (rule 20).
 */
final class GrantForm {

    static final String NAME = "grant";

    private static final int LONGEST_REASON = 200;
    private static final String KEY = "[0-9a-f-]{36}";

    private GrantForm() {}

    static Form opening() {
        return Form.opening(NAME, Map.of("key", UUID.randomUUID().toString()));
    }

    /** Reads the form; what is wrong with it is noted in it. */
    static Optional<Command.GrantCredits> read(Form form, Instant now) {
        Field<Credits> credits = form.required("credits", Texts::credits);
        Field<LocalDateTime> expiresAt = form.required("expiresAt", Texts::localTime);
        Field<String> reason = form.required("reason", Texts.line(LONGEST_REASON));
        if (!expiresAt.or(LocalDateTime.MAX).toInstant(ZoneOffset.UTC).isAfter(now)) {
            form.refuse("expiresAt", "not_to_come");
        }
        if (!form.typed("key").matches(KEY)) {
            form.refuse("credits", "stale");
        }
        return form.valid(() -> new Command.GrantCredits(credits.get(), expiresAt.get().toInstant(ZoneOffset.UTC),
                reason.get()));
    }

    /** Another gift under the same key is another. */
    static RequestKey key(Form form, Command.GrantCredits gift) {
        String fingerprint = Sha256.hexOf(gift.toString());
        return RequestKey.ofPage("grant-" + form.typed("key") + fingerprint.substring(0, 8), fingerprint);
    }
}
