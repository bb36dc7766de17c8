package scrip.web.api.embed;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import scrip.domain.pool.PoolId;

/** A browser that has a valid embed token. */
final class EmbedAccess extends AbstractAuthenticationToken {

    private final String text;
    private final transient EmbedTokens.Check.Valid valid;

    EmbedAccess(String text, EmbedTokens.Check.Valid valid) {
        super(List.of());
        this.text = text;
        this.valid = valid;
        setAuthenticated(true);
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

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public Object getPrincipal() {
        return builder();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
