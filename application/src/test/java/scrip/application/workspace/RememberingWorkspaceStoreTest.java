package scrip.application.workspace;

import java.time.Instant;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;
import scrip.application.pool.InMemoryStores;
import scrip.application.pool.Stores;
import scrip.domain.pool.PoolId;

import static org.assertj.core.api.Assertions.assertThat;

/** It keeps to the contract of what it stands before; only another node's changes come to it a second late. */
class RememberingWorkspaceStoreTest extends WorkspaceStoreContract {

    private static final ApiKey KEY = new ApiKey("key1", new PoolId(1), "service", Set.of(Scope.METER), "hash",
            Instant.parse("2026-01-01T00:00:00Z"));
    private static final Member ADA = new Member(new PoolId(1), "ada@example.com", "Ada", Role.BUILDER, null);
    private static final long SECOND = 1_000_000_000L;

    private final InMemoryStores stores = new InMemoryStores();
    private final WorkspaceStore behind = new InMemoryWorkspaceStore(stores::create);
    private final AtomicLong nanos = new AtomicLong(-SECOND / 2);
    private final WorkspaceStore remembering = new RememberingWorkspaceStore(behind, nanos::get);

    @Override
    protected Stores stores() {
        return stores;
    }

    @Override
    protected WorkspaceStore newStore() {
        return new RememberingWorkspaceStore(behind, nanos::get);
    }

    @Test
    void a_key_removed_here_opens_nothing_from_then_on() {
        remembering.add(KEY);
        assertThat(remembering.apiKey("key1")).contains(KEY);

        remembering.removeApiKey(KEY.pool(), "key1");

        assertThat(remembering.apiKey("key1")).isEmpty();
    }

    @Test
    void a_key_removed_on_another_node_opens_nothing_after_a_second() {
        behind.add(KEY);
        assertThat(remembering.apiKey("key1")).contains(KEY);
        behind.removeApiKey(KEY.pool(), "key1");

        nanos.addAndGet(SECOND - 1);
        assertThat(remembering.apiKey("key1")).as("remembered").contains(KEY);
        nanos.addAndGet(1);
        assertThat(remembering.apiKey("key1")).isEmpty();
    }

    @Test
    void a_key_that_was_looked_for_before_it_was_made_here_is_found() {
        assertThat(remembering.apiKey("key1")).isEmpty();

        remembering.add(KEY);

        assertThat(remembering.apiKey("key1")).contains(KEY);
    }

    @Test
    void a_role_changed_here_counts_at_once_and_on_another_node_after_a_second() {
        remembering.put(ADA);
        assertThat(remembering.member(ADA.pool(), ADA.email())).contains(ADA);

        Member endUser = new Member(ADA.pool(), ADA.email(), "Ada", Role.END_USER, null);
        remembering.put(endUser);
        assertThat(remembering.member(ADA.pool(), ADA.email())).contains(endUser);

        behind.removeMember(ADA.pool(), ADA.email());
        assertThat(remembering.member(ADA.pool(), ADA.email())).contains(endUser);
        nanos.addAndGet(SECOND);
        assertThat(remembering.member(ADA.pool(), ADA.email())).isEmpty();
    }
}
