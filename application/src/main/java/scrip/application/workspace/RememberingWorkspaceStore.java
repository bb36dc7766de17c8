package scrip.application.workspace;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;

import scrip.domain.pool.CreditPool;
import scrip.domain.pool.PoolId;

/**
 * Remembers for a second what every metering request asks: its API key, and whether its builder is a member. What
 * changes here counts here at once, and on other nodes within that second.
 */
public final class RememberingWorkspaceStore implements WorkspaceStore {

    private final WorkspaceStore store;
    private final Recent<String, Optional<ApiKey>> keys;
    private final Recent<Who, Optional<Member>> members;

    private record Who(PoolId workspace, String email) {}

    /** @param nanos a clock that only runs forward, such as {@link System#nanoTime} */
    public RememberingWorkspaceStore(WorkspaceStore store, LongSupplier nanos) {
        this.store = store;
        this.keys = new Recent<>(nanos);
        this.members = new Recent<>(nanos);
    }

    @Override
    public Optional<ApiKey> apiKey(String id) {
        return keys.get(id, store::apiKey);
    }

    @Override
    public void add(ApiKey key) {
        store.add(key);
        keys.forget(key.id());
    }

    @Override
    public boolean removeApiKey(PoolId workspace, String id) {
        boolean removed = store.removeApiKey(workspace, id);
        keys.forget(id);
        return removed;
    }

    @Override
    public Optional<Member> member(PoolId workspace, String email) {
        return members.get(new Who(workspace, email), who -> store.member(who.workspace, who.email));
    }

    @Override
    public boolean put(Member member) {
        boolean isNew = store.put(member);
        members.forget(new Who(member.pool(), member.email()));
        return isNew;
    }

    @Override
    public boolean removeMember(PoolId workspace, String email) {
        boolean removed = store.removeMember(workspace, email);
        members.forget(new Who(workspace, email));
        return removed;
    }

    @Override
    public boolean create(Workspace workspace, CreditPool pool) {
        return store.create(workspace, pool);
    }

    @Override
    public void rename(PoolId workspace, String name) {
        store.rename(workspace, name);
    }

    @Override
    public Optional<Workspace> bySlug(String slug) {
        return store.bySlug(slug);
    }

    @Override
    public Optional<Workspace> byPool(PoolId pool) {
        return store.byPool(pool);
    }

    @Override
    public List<Workspace> list(String part, String afterSlug, int limit) {
        return store.list(part, afterSlug, limit);
    }

    @Override
    public List<Member> membersByEmail(String email) {
        return store.membersByEmail(email);
    }

    @Override
    public List<Member> members(PoolId workspace) {
        return store.members(workspace);
    }

    @Override
    public long building(PoolId workspace, Set<String> exceptEmails) {
        return store.building(workspace, exceptEmails);
    }

    @Override
    public List<ApiKey> apiKeys(PoolId workspace) {
        return store.apiKeys(workspace);
    }
}
