package scrip.web.api.embed;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import scrip.application.pool.Desk;
import scrip.application.pool.InMemoryStores;
import scrip.application.workspace.ApiKey;
import scrip.application.workspace.InMemoryWorkspaceStore;
import scrip.application.workspace.Member;
import scrip.application.workspace.Role;
import scrip.application.workspace.Scope;
import scrip.application.workspace.Workspaces;
import scrip.domain.pool.PoolId;
import scrip.domain.pool.Terms;

import static org.assertj.core.api.Assertions.assertThat;

class EmbedTokensTest {

    private static final Instant T = Instant.parse("2026-03-01T12:00:00.123456Z");
    private static final PoolId POOL = new PoolId(7);
    private static final String GRACE = "grace@nexus.test";

    private final InMemoryStores stores = new InMemoryStores();
    private final InMemoryWorkspaceStore store = new InMemoryWorkspaceStore(stores::create);
    private Instant now = T;
    private final Workspaces workspaces = new Workspaces(store,
            new Desk(stores.pools(), () -> now, Terms.DEFAULT, Desk.Limits.DEFAULT), () -> now,
            new java.util.Random(1));
    private final EmbedTokens tokens = new EmbedTokens(workspaces, () -> now);

    @BeforeEach
    void aKeyThatMayRead() {
        store.add(new ApiKey("key1", POOL, "AI service", Set.of(Scope.READ), "ab".repeat(32), T));
        store.add(new ApiKey("key2", POOL, "Another", Set.of(Scope.READ), "cd".repeat(32), T));
    }

    private String aToken() {
        return tokens.seal(tokens.make("key1", GRACE).orElseThrow()).orElseThrow();
    }

    @Test
    void a_token_opens_the_pool_of_its_key_for_its_builder() {
        assertThat(tokens.check(aToken())).isInstanceOfSatisfying(EmbedTokens.Check.Valid.class, valid -> {
            assertThat(valid.pool()).isEqualTo(POOL);
            assertThat(valid.token().builder()).isEqualTo(GRACE);
            assertThat(valid.token().expiresAt()).isEqualTo("2026-03-01T12:15:00Z");
        });
    }

    @Test
    void a_token_lives_fifteen_minutes() {
        String token = aToken();
        now = T.plus(Duration.ofMinutes(14));
        assertThat(tokens.check(token)).isInstanceOf(EmbedTokens.Check.Valid.class);
        now = T.plus(Duration.ofMinutes(15));
        assertThat(tokens.check(token)).isInstanceOf(EmbedTokens.Check.Over.class);
    }

    @Test
    void a_token_ends_with_its_key() {
        String token = aToken();
        store.removeApiKey(POOL, "key1");

        assertThat(tokens.check(token)).isInstanceOf(EmbedTokens.Check.Over.class);
        assertThat(tokens.make("key1", GRACE)).isEmpty();
    }

    @Test
    void who_has_become_an_end_user_sees_nothing_any_more() {
        String token = aToken();
        store.put(new Member(POOL, GRACE, "Grace", Role.END_USER, null));

        assertThat(tokens.check(token)).isInstanceOf(EmbedTokens.Check.Over.class);
        assertThat(tokens.maySee(POOL, GRACE)).isFalse();
        assertThat(tokens.maySee(POOL, "nobody@nexus.test")).isTrue();
    }

    @Test
    void nothing_in_a_token_can_be_altered() {
        String token = aToken();
        int dot = token.indexOf('.');
        String payload = new String(Base64.getUrlDecoder().decode(token.substring("scrip_embed_".length(), dot)),
                StandardCharsets.UTF_8);
        for (String altered : new String[]{payload.replace(GRACE, "ada@nexus.test"), payload.replace("key1", "key2"),
            payload.replace("1772367300", "1872367300")}) {
            assertThat(altered).isNotEqualTo(payload);
            String forged = "scrip_embed_" + Base64.getUrlEncoder().withoutPadding()
                    .encodeToString(altered.getBytes(StandardCharsets.UTF_8)) + token.substring(dot);
            assertThat(tokens.check(forged)).isInstanceOf(EmbedTokens.Check.Forged.class);
        }
    }

    @Test
    void what_is_no_token_is_none() {
        for (String text : new String[]{"", ".", "scrip_embed_", "scrip_embed_.", "scrip_embed_x.y", "scrip_embed_%.%",
            "scrip_embed_YQ.YQ", "scrip_embed_" + "a".repeat(2_000) + ".a"}) {
            assertThat(tokens.check(text)).isInstanceOf(EmbedTokens.Check.Forged.class);
        }
    }
}
