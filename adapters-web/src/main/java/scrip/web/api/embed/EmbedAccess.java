package scrip.web.api.embed;

import java.util.List;

import scrip.domain.pool.PoolId;
import scrip.web.api.security.BearerAccess;

/** A browser that has a valid embed token. */
final class EmbedAccess extends BearerAccess {

    private final String text;
    private final transient EmbedTokens.Check.Valid valid;

    EmbedAccess(String text, EmbedTokens.Check.Valid valid) {
        super(valid.token().builder(), List.of());
        this.text = text;
        this.valid = valid;
    }

    PoolId pool() {
        return valid.pool();
    }

    String builder() {
        return valid.token().builder();
    }

    /** @return the token's text */
    String text() {
        return text;
    }
}
