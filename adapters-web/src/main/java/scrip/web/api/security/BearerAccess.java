package scrip.web.api.security;

import java.util.Collection;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;

/** What a bearer token opens: it is authenticated by having been found, and equal to itself alone. */
public abstract class BearerAccess extends AbstractAuthenticationToken {

    private final String name;

    /** @param name who comes with it, as far as it says */
    protected BearerAccess(String name, Collection<? extends GrantedAuthority> authorities) {
        super(authorities);
        this.name = name;
    }

    @Override
    public final boolean isAuthenticated() {
        return true;
    }

    @Override
    public final Object getCredentials() {
        return "";
    }

    @Override
    public final Object getPrincipal() {
        return name;
    }

    @Override
    public final boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public final int hashCode() {
        return System.identityHashCode(this);
    }
}
