package scrip.web.api.security;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import scrip.application.workspace.ApiKey;
import scrip.application.workspace.Scope;
import scrip.domain.pool.PoolId;

/** What the key of a request opens: one pool, by its scopes, or the operator's part of the API. */
public final class Access extends BearerAccess {

    static final String OPERATOR = "operator";

    private static final Map<Scope, GrantedAuthority> AUTHORITIES = Arrays.stream(Scope.values())
            .collect(Collectors.toUnmodifiableMap(scope -> scope,
                    scope -> new SimpleGrantedAuthority(authority(scope))));

    private final transient @Nullable PoolId pool;

    private Access(String name, @Nullable PoolId pool, Collection<? extends GrantedAuthority> authorities) {
        super(name, authorities);
        this.pool = pool;
    }

    static Access of(ApiKey key) {
        return new Access(key.id(), key.pool(), key.scopes().stream().map(AUTHORITIES::get).toList());
    }

    static Access ofOperator() {
        return new Access(OPERATOR, null, List.of(new SimpleGrantedAuthority(OPERATOR)));
    }

    static String authority(Scope scope) {
        return "scope:" + scope.key();
    }

    /**
     * @throws IllegalStateException
     *             for the operator's key, which opens no pool
     */
    public PoolId pool() {
        if (pool == null) {
            throw new IllegalStateException("the operator's key opens no pool");
        }
        return pool;
    }
}
