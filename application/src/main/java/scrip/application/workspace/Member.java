package scrip.application.workspace;

import org.jspecify.annotations.Nullable;
import scrip.domain.pool.PoolId;

/**
 * A person of a workspace.
 *
 * @param email
 *            in lower case, unique in the workspace
 * @param passwordHash
 *            as the password encoder wrote it, or null for one who cannot sign in
 */
public record Member(PoolId pool, String email, String name, Role role, @Nullable String passwordHash) {

    /** @return whether this is a licensed person who builds, among whom monthly credits are shared (rule 24) */
    public boolean builds() {
        return role != Role.END_USER;
    }
}
