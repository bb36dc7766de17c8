package scrip.application.workspace;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import scrip.application.pool.Stores;
import scrip.domain.pool.CreditPool;
import scrip.domain.pool.PoolId;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What every store of workspaces keeps to. */
public abstract class WorkspaceStoreContract {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00.000001Z");

    private Stores stores;
    private WorkspaceStore store;
    private Workspace workspace;
    private Workspace other;

    protected abstract Stores stores();

    /** Creates workspaces in those stores. */
    protected abstract WorkspaceStore newStore();

    @BeforeEach
    void createTwo() {
        stores = stores();
        store = newStore();
        workspace = created("b");
        other = created("c");
    }

    private Workspace created(String letter) {
        PoolId id = stores.nextId();
        Workspace made = new Workspace(id, String.format("w%06d-%s", id.value(), letter), "Nexus Größe 🪙", NOW);
        assertThat(store.create(made, CreditPool.open(id, NOW))).isTrue();
        return made;
    }

    @Test
    void a_workspace_comes_with_its_pool() {
        assertThat(store.bySlug(workspace.slug())).contains(workspace);
        assertThat(store.byPool(workspace.pool())).contains(workspace);
        assertThat(stores.pools().read(workspace.pool(), NOW).orElseThrow().pool())
                .isEqualTo(CreditPool.open(workspace.pool(), NOW));
        assertThat(store.bySlug("unknown")).isEmpty();
    }

    @Test
    void a_slug_is_taken_once_and_nothing_is_written_the_second_time() {
        PoolId id = stores.nextId();

        assertThat(store.create(new Workspace(id, workspace.slug(), "Again", NOW), CreditPool.open(id, NOW))).isFalse();

        assertThat(store.bySlug(workspace.slug())).contains(workspace);
        assertThat(store.byPool(id)).isEmpty();
        assertThat(stores.pools().read(id, NOW)).isEmpty();
    }

    @Test
    void a_workspace_can_be_renamed() {
        store.rename(workspace.pool(), "Nexus Two");

        assertThat(store.byPool(workspace.pool()).orElseThrow().name()).isEqualTo("Nexus Two");
        assertThat(store.byPool(other.pool())).contains(other);
    }

    @Test
    void workspaces_are_listed_by_slug_in_pages() {
        String before = workspace.slug().substring(0, workspace.slug().length() - 1) + "a";

        assertThat(store.list("", before, 2)).containsExactly(workspace, other);
        assertThat(store.list("", workspace.slug(), 1)).containsExactly(other);
    }

    @Test
    void workspaces_are_found_by_a_part_of_slug_or_name_whatever_its_case() {
        String name = "Grüne 100%_" + UUID.randomUUID();
        store.rename(other.pool(), name);

        assertThat(store.list(name.toUpperCase(Locale.ROOT), "", 9)).extracting(Workspace::slug)
                .containsExactly(other.slug());
        assertThat(store.list(other.slug().toUpperCase(Locale.ROOT), "", 9)).extracting(Workspace::slug)
                .containsExactly(other.slug());
        assertThat(store.list("100_%", "", 9)).as("no patterns").isEmpty();
        assertThat(store.list(name, other.slug(), 9)).isEmpty();
    }

    @Test
    void a_member_is_put_replaced_and_removed() {
        assertThat(store.put(member(workspace, "Ada", Role.ADMIN, "hash"))).isTrue();
        assertThat(store.put(member(workspace, "Ada L.", Role.BUILDER, "newer"))).isFalse();
        assertThat(store.put(member(workspace, "Ada L.", Role.BUILDER, "newer"))).isFalse();

        Member ada = member(workspace, "Ada L.", Role.BUILDER, "newer");
        assertThat(store.member(workspace.pool(), ada.email())).contains(ada);
        assertThat(store.member(other.pool(), ada.email())).isEmpty();
        assertThat(store.removeMember(other.pool(), ada.email())).isFalse();
        assertThat(store.removeMember(workspace.pool(), ada.email())).isTrue();
        assertThat(store.removeMember(workspace.pool(), ada.email())).isFalse();
        assertThat(store.members(workspace.pool())).isEmpty();
    }

    @Test
    void a_member_put_without_a_password_keeps_the_one_there_is() {
        store.put(member(workspace, "Ada", Role.ADMIN, "hash"));
        store.put(member(workspace, "Ada", Role.END_USER, null));
        store.put(member(other, "Ada", Role.ADMIN, null));

        String email = member(workspace, "Ada", Role.ADMIN, null).email();
        assertThat(store.member(workspace.pool(), email)).contains(member(workspace, "Ada", Role.END_USER, "hash"));
        assertThat(store.member(other.pool(), email).orElseThrow().passwordHash()).isNull();
    }

    @Test
    void a_person_may_be_in_several_workspaces() {
        Member here = new Member(workspace.pool(), "bob" + workspace.pool().value() + "@x.example", "Bob",
                Role.BUILDER, "hash");
        Member there = new Member(other.pool(), here.email(), "Robert", Role.ADMIN, null);
        store.put(there);
        store.put(here);

        assertThat(store.membersByEmail(here.email())).containsExactly(here, there);
        assertThat(store.membersByEmail("nobody@x.example")).isEmpty();
    }

    @Test
    void members_are_listed_by_address() {
        Member zoe = new Member(workspace.pool(), "zoe@x.example", "Zoë", Role.BUILDER, null);
        Member ada = new Member(workspace.pool(), "ada@x.example", "Ada", Role.BUILDER, null);
        store.put(zoe);
        store.put(ada);

        assertThat(store.members(workspace.pool())).containsExactly(ada, zoe);
    }

    @Test
    void members_who_build_are_counted_but_for_some() {
        for (Role role : Role.values()) {
            store.put(new Member(workspace.pool(), role.key() + "@x.example", "Somebody", role, null));
        }
        store.put(new Member(other.pool(), "other@x.example", "Somebody", Role.BUILDER, null));

        assertThat(store.building(workspace.pool(), Set.of())).isEqualTo(2);
        assertThat(store.building(workspace.pool(), Set.of("admin@x.example", "end_user@x.example", "other@x.example")))
                .isEqualTo(1);
    }

    @Test
    void an_api_key_opens_its_own_workspace_until_it_is_removed() {
        ApiKey key = key("k1-" + workspace.pool().value(), EnumSet.allOf(Scope.class), 2);
        ApiKey older = key("k2-" + workspace.pool().value(), Set.of(Scope.READ), 1);
        store.add(key);
        store.add(older);

        assertThat(store.apiKey(key.id())).contains(key);
        assertThat(store.apiKeys(workspace.pool())).containsExactly(older, key);
        assertThat(store.apiKeys(other.pool())).isEmpty();
        assertThat(store.removeApiKey(other.pool(), key.id())).isFalse();
        assertThat(store.removeApiKey(workspace.pool(), key.id())).isTrue();
        assertThat(store.apiKey(key.id())).isEmpty();
    }

    @Test
    void an_api_key_is_never_replaced() {
        ApiKey key = key("k3-" + workspace.pool().value(), Set.of(Scope.METER), 1);
        store.add(key);

        assertThatThrownBy(() -> store.add(key)).isInstanceOf(IllegalStateException.class);
    }

    private ApiKey key(String id, Set<Scope> scopes, long second) {
        return new ApiKey(id, workspace.pool(), "CI", scopes, "ab".repeat(32), NOW.plusSeconds(second));
    }

    private static Member member(Workspace of, String name, Role role, String hash) {
        return new Member(of.pool(), "ada@nexus.example", name, role, hash);
    }
}
