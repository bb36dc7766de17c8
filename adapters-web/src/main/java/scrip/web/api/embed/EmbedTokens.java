package scrip.web.api.embed;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

import scrip.application.workspace.ApiKey;
import scrip.application.workspace.Role;
import scrip.application.workspace.Scope;
import scrip.application.workspace.Workspaces;
import scrip.domain.pool.PoolId;

/** Makes and checks embed tokens. */
public final class EmbedTokens {

    /** How long a token lives. */
    static final Duration LIFE = Duration.ofMinutes(15);

    private final Workspaces workspaces;
    private final InstantSource clock;

    public EmbedTokens(Workspaces workspaces, InstantSource clock) {
        this.workspaces = workspaces;
        this.clock = clock;
    }

    /** What a token is worth. */
    sealed interface Check {

        /** It opens the pool for its builder. */
        record Valid(EmbedToken token, PoolId pool) implements Check {}

        /** Its time is over, its key is revoked or may not read any more, or the person is an end user by now. */
        record Over() implements Check {}

        /** We have not made it. */
        record Forged() implements Check {}
    }

    /** @return a token that lives for {@link #LIFE}; nothing if the key is gone */
    public Optional<EmbedToken> make(String keyId, String builder) {
        Instant expiresAt = clock.instant().plus(LIFE).truncatedTo(ChronoUnit.SECONDS);
        return workspaces.apiKey(keyId).map(key -> new EmbedToken(keyId, builder, expiresAt));
    }

    /** @return the text to hand over; nothing if the key is gone */
    public Optional<String> seal(EmbedToken token) {
        return workspaces.apiKey(token.keyId()).map(token::sealedWith);
    }

    /** @return whether the person may see credits at all: end users may not */
    public boolean maySee(PoolId pool, String builder) {
        return workspaces.member(pool, builder).filter(member -> member.role() == Role.END_USER).isEmpty();
    }

    Check check(String text) {
        Optional<EmbedToken.Unchecked> parsed = EmbedToken.parse(text);
        if (parsed.isEmpty()) {
            return new Check.Forged();
        }
        EmbedToken token = parsed.get().token();
        Optional<ApiKey> key = workspaces.apiKey(token.keyId());
        if (key.isEmpty()) {
            return new Check.Over();
        }
        return parsed.get().isOf(key.get()) ? check(token, key.get()) : new Check.Forged();
    }

    private Check check(EmbedToken token, ApiKey key) {
        boolean valid = token.expiresAt().isAfter(clock.instant()) && key.scopes().contains(Scope.READ)
                && maySee(key.pool(), token.builder());
        return valid ? new Check.Valid(token, key.pool()) : new Check.Over();
    }
}
