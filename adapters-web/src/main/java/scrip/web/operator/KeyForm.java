package scrip.web.operator;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import scrip.application.workspace.ApiKey;
import scrip.application.workspace.Scope;
import scrip.domain.pool.PoolId;
import scrip.web.api.json.Field;
import scrip.web.api.security.ApiKeyText;
import scrip.web.form.Form;
import scrip.web.form.Texts;

/** The form that makes an API key: {@code name} and one or more {@code scopes}. */
final class KeyForm {

    static final String NAME = "key";

    private static final int LONGEST_NAME = 100;
    private static final Map<String, Scope> SCOPES = Map.of("meter", Scope.METER, "read", Scope.READ, "purchase",
            Scope.PURCHASE);

    private KeyForm() {}

    static Form opening() {
        return new Form(NAME, Map.of("scopes", List.of("meter", "read")));
    }

    /** Reads the form; what is wrong with it is noted in it. */
    static Optional<ApiKey> read(Form form, PoolId pool, ApiKeyText text, Instant now) {
        Field<String> name = form.required("name", Texts.line(LONGEST_NAME));
        List<Scope> scopes = form.several("scopes", word -> Optional.ofNullable(SCOPES.get(word)));
        return form.valid(
                () -> new ApiKey(text.id(), pool, name.get(), Set.copyOf(scopes), text.secretHash(), now));
    }
}
