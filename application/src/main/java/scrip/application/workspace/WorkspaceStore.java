package scrip.application.workspace;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import scrip.domain.pool.CreditPool;
import scrip.domain.pool.PoolId;

/** Where workspaces, members and API keys are kept. */
public interface WorkspaceStore {

    /**
     * Creates a workspace with its new pool, in one transaction.
     *
     * @return false if the slug is taken, and nothing is written
     */
    boolean create(Workspace workspace, CreditPool pool);

    void rename(PoolId workspace, String name);

    Optional<Workspace> bySlug(String slug);

    Optional<Workspace> byPool(PoolId pool);

    /**
     * @param part
     *            of a slug or name, whatever its case; the empty text for all
     * @param afterSlug
     *            where the last page ended, or the empty text
     * @param limit
     *            1 to 1,000
     * @return workspaces in the order of their slugs
     */
    List<Workspace> list(String part, String afterSlug, int limit);

    /**
     * Adds or replaces a member; one without a password hash keeps the one there is.
     *
     * @return true if the member is new
     */
    boolean put(Member member);

    /** @return false if there was no such member */
    boolean removeMember(PoolId workspace, String email);

    Optional<Member> member(PoolId workspace, String email);

    /** @return the workspaces that a person is a member of: one e-mail address may be in several */
    List<Member> membersByEmail(String email);

    /** @return all members in the order of their addresses, 10,000 at most */
    List<Member> members(PoolId workspace);

    /** @return how many members build, not counting some */
    long building(PoolId workspace, Set<String> exceptEmails);

    void add(ApiKey key);

    Optional<ApiKey> apiKey(String id);

    /** @return the workspace's keys, oldest first, 1,000 at most */
    List<ApiKey> apiKeys(PoolId workspace);

    /** @return false if the workspace has no such key */
    boolean removeApiKey(PoolId workspace, String id);
}
