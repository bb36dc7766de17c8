package scrip.web.api.security;

import java.security.MessageDigest;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import scrip.application.workspace.ApiKey;
import scrip.application.workspace.Workspaces;
import scrip.domain.pool.PoolId;

/** Finds what a key opens. Keys are compared by their hashes, in constant time. */
final class Keys {

    /** Stands in for a key that is not there, so that an unknown id costs what a wrong secret does. */
    private static final ApiKey NOBODY = new ApiKey("", new PoolId(1), "", Set.of(), "0".repeat(64), Instant.EPOCH);

    private final Workspaces workspaces;
    private final byte @Nullable [] operatorHash;

    /**
     * @param operatorKey
     *            null or empty if there is none, and then nothing opens the operator's part
     */
    Keys(Workspaces workspaces, @Nullable String operatorKey) {
        this.workspaces = workspaces;
        this.operatorHash = operatorKey == null || operatorKey.isEmpty() ? null : Sha256.of(operatorKey);
    }

    Optional<Access> ofPool(String token) {
        Optional<ApiKeyText> text = ApiKeyText.parse(token);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<ApiKey> key = workspaces.apiKey(text.get().id());
        boolean opens = text.get().opens(key.orElse(NOBODY));
        return opens ? key.map(Access::of) : Optional.empty();
    }

    Optional<Access> ofOperator(String token) {
        return operatorHash != null && MessageDigest.isEqual(Sha256.of(token), operatorHash)
                ? Optional.of(Access.ofOperator())
                : Optional.empty();
    }
}
