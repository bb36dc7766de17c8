package scrip.persistence.workspace;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import scrip.application.pool.ConflictException;
import scrip.application.workspace.ApiKey;
import scrip.application.workspace.Member;
import scrip.application.workspace.Workspace;
import scrip.application.workspace.WorkspaceStore;
import scrip.domain.pool.CreditPool;
import scrip.domain.pool.PoolId;
import scrip.persistence.pool.MemoryRow;
import scrip.persistence.pool.PoolRow;
import scrip.persistence.sql.Cells;
import scrip.persistence.sql.Database;
import scrip.persistence.sql.RoundTrip;
import scrip.persistence.sql.Sql;
import scrip.persistence.sql.Transaction;

/** Workspaces, members and API keys in the database. */
public final class JdbcWorkspaceStore implements WorkspaceStore {

    private static final int MOST_MEMBERS = 10_000;
    private static final int MOST_KEYS = 1_000;

    private final Database database;

    public JdbcWorkspaceStore(Database database) {
        this.database = database;
    }

    @Override
    public boolean create(Workspace workspace, CreditPool pool) {
        try (Transaction transaction = database.begin()) {
            PoolRow row = PoolRow.ofNew(pool);
            transaction.commit(new RoundTrip().write(new WorkspaceRow(workspace).insert()).write(row.insert())
                    .write(MemoryRow.insertNew(row)));
            return true;
        } catch (ConflictException e) {
            if (bySlug(workspace.slug()).isPresent()) {
                return false;
            }
            throw e;
        }
    }

    @Override
    public void rename(PoolId workspace, String name) {
        database.write(Sql.of("UPDATE workspace SET name = ? WHERE pool = ?", name, workspace.value()));
    }

    @Override
    public Optional<Workspace> bySlug(String slug) {
        return workspaces("WHERE slug = ?", slug).stream().findFirst();
    }

    @Override
    public Optional<Workspace> byPool(PoolId pool) {
        return workspaces("WHERE pool = ?", pool.value()).stream().findFirst();
    }

    @Override
    public List<Workspace> list(String part, String afterSlug, int limit) {
        if (part.isEmpty()) {
            return workspaces("WHERE slug > ? ORDER BY slug LIMIT ?", afterSlug, limit);
        }
        String low = part.toLowerCase(Locale.ROOT);
        return workspaces(
                "WHERE slug > ? AND (LOCATE(?, slug) > 0 OR LOCATE(?, LOWER(name)) > 0) ORDER BY slug LIMIT ?",
                afterSlug,
                low, low, limit);
    }

    private List<Workspace> workspaces(String where, @Nullable Object... values) {
        return database.list(Sql.of(WorkspaceRow.SELECT + where, values), cells -> WorkspaceRow.of(cells).workspace());
    }

    @Override
    public boolean put(Member member) {
        MemberRow row = new MemberRow(member);
        return database.put(row.update(), row.insert());
    }

    @Override
    public boolean removeMember(PoolId workspace, String email) {
        return database.write(
                Sql.of("DELETE FROM member WHERE pool = ? AND email = ?", workspace.value(), email)) > 0;
    }

    @Override
    public Optional<Member> member(PoolId workspace, String email) {
        return members("WHERE pool = ? AND email = ?", workspace.value(), email).stream().findFirst();
    }

    @Override
    public List<Member> membersByEmail(String email) {
        return members("WHERE email = ? ORDER BY pool LIMIT ?", email, MOST_MEMBERS);
    }

    @Override
    public List<Member> members(PoolId workspace) {
        return members("WHERE pool = ? ORDER BY email LIMIT ?", workspace.value(), MOST_MEMBERS);
    }

    @Override
    public long building(PoolId workspace, Set<String> exceptEmails) {
        List<@Nullable Object> values = new ArrayList<>();
        values.add(workspace.value());
        values.addAll(exceptEmails);
        String but = exceptEmails.isEmpty() ? "" : " AND email NOT IN " + Sql.places(exceptEmails.size());
        return database.first(new Sql(
                "SELECT COUNT(*) FROM member WHERE pool = ? AND role IN ('admin', 'builder')" + but, values),
                Cells::number).orElse(0L);
    }

    private List<Member> members(String where, @Nullable Object... values) {
        return database.list(Sql.of(MemberRow.SELECT + where, values), cells -> MemberRow.of(cells).member());
    }

    @Override
    public void add(ApiKey key) {
        if (!database.insert(new ApiKeyRow(key).insert())) {
            throw new IllegalStateException("there is an API key with this id: " + key.id());
        }
    }

    @Override
    public Optional<ApiKey> apiKey(String id) {
        return keys("WHERE id = ?", id).stream().findFirst();
    }

    @Override
    public List<ApiKey> apiKeys(PoolId workspace) {
        return keys("WHERE pool = ? ORDER BY created_at, id LIMIT ?", workspace.value(), MOST_KEYS);
    }

    private List<ApiKey> keys(String where, @Nullable Object... values) {
        return database.list(Sql.of(ApiKeyRow.SELECT + where, values), cells -> ApiKeyRow.of(cells).key());
    }

    @Override
    public boolean removeApiKey(PoolId workspace, String id) {
        return database.write(Sql.of("DELETE FROM api_key WHERE id = ? AND pool = ?", id, workspace.value())) > 0;
    }
}
