package scrip.application.workspace;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

import scrip.domain.pool.CreditPool;
import scrip.domain.pool.PoolId;

/** Keeps workspaces, members and API keys in memory. */
public final class InMemoryWorkspaceStore implements WorkspaceStore {

    private final Consumer<CreditPool> pools;
    private final Map<String, Workspace> workspaces = new TreeMap<>();
    private final Map<PoolId, Map<String, Member>> members = new TreeMap<>();
    private final Map<String, ApiKey> keys = new LinkedHashMap<>();

    /** @param pools takes the pool of a new workspace */
    public InMemoryWorkspaceStore(Consumer<CreditPool> pools) {
        this.pools = pools;
    }

    @Override
    public synchronized boolean create(Workspace workspace, CreditPool pool) {
        boolean isNew = workspaces.putIfAbsent(workspace.slug(), workspace) == null;
        if (isNew) {
            pools.accept(pool);
        }
        return isNew;
    }

    @Override
    public synchronized void rename(PoolId workspace, String name) {
        workspaces.replaceAll((slug, w) -> w.pool().equals(workspace)
                ? new Workspace(w.pool(), slug, name, w.createdAt())
                : w);
    }

    @Override
    public synchronized Optional<Workspace> bySlug(String slug) {
        return Optional.ofNullable(workspaces.get(slug));
    }

    @Override
    public synchronized Optional<Workspace> byPool(PoolId pool) {
        return workspaces.values().stream().filter(workspace -> workspace.pool().equals(pool)).findFirst();
    }

    @Override
    public synchronized List<Workspace> list(String part, String afterSlug, int limit) {
        String low = part.toLowerCase(Locale.ROOT);
        return workspaces.values().stream().filter(workspace -> workspace.slug().compareTo(afterSlug) > 0)
                .filter(workspace -> workspace.slug().contains(low)
                        || workspace.name().toLowerCase(Locale.ROOT).contains(low))
                .limit(limit).toList();
    }

    @Override
    public synchronized boolean put(Member member) {
        Map<String, Member> all = members.computeIfAbsent(member.pool(), _ -> new TreeMap<>());
        Member known = all.get(member.email());
        String hash = member.passwordHash() == null && known != null ? known.passwordHash() : member.passwordHash();
        all.put(member.email(), new Member(member.pool(), member.email(), member.name(), member.role(), hash));
        return known == null;
    }

    @Override
    public synchronized boolean removeMember(PoolId workspace, String email) {
        return members.getOrDefault(workspace, new TreeMap<>()).remove(email) != null;
    }

    @Override
    public synchronized Optional<Member> member(PoolId workspace, String email) {
        return Optional.ofNullable(members.getOrDefault(workspace, Map.of()).get(email));
    }

    @Override
    public synchronized List<Member> membersByEmail(String email) {
        return members.values().stream().filter(all -> all.containsKey(email)).map(all -> all.get(email)).toList();
    }

    @Override
    public synchronized List<Member> members(PoolId workspace) {
        return List.copyOf(members.getOrDefault(workspace, Map.of()).values());
    }

    @Override
    public synchronized long building(PoolId workspace, Set<String> exceptEmails) {
        return members(workspace).stream().filter(Member::builds)
                .filter(member -> !exceptEmails.contains(member.email())).count();
    }

    @Override
    public synchronized void add(ApiKey key) {
        if (keys.putIfAbsent(key.id(), key) != null) {
            throw new IllegalStateException("there is an API key with this id: " + key.id());
        }
    }

    @Override
    public synchronized Optional<ApiKey> apiKey(String id) {
        return Optional.ofNullable(keys.get(id));
    }

    @Override
    public synchronized List<ApiKey> apiKeys(PoolId workspace) {
        return keys.values().stream().filter(key -> key.pool().equals(workspace))
                .sorted(Comparator.comparing(ApiKey::createdAt).thenComparing(ApiKey::id)).toList();
    }

    @Override
    public synchronized boolean removeApiKey(PoolId workspace, String id) {
        return apiKey(id).filter(key -> key.pool().equals(workspace)).map(key -> keys.remove(id)).isPresent();
    }
}
