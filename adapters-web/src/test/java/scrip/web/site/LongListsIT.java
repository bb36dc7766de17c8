package scrip.web.site;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.crypto.password.PasswordEncoder;
import scrip.application.workspace.Member;
import scrip.application.workspace.Role;
import scrip.application.workspace.Workspaces;
import scrip.domain.pool.PoolId;

import static org.assertj.core.api.Assertions.assertThat;

/** The settings page of a workspace with more builders than fit on it. */
class LongListsIT extends CloudSite {

    private static final String PASSWORD = "a-long-password";
    private static final int BUILDERS = 119;

    @Autowired
    private Workspaces workspaces;

    @Autowired
    private PasswordEncoder passwords;

    private final String slug = "co-" + UUID.randomUUID().toString().substring(0, 8);
    private final String admin = "zoe@" + slug + ".test";
    private final String settings = "/" + slug + "/settings/subscription";

    @BeforeEach
    void employ() {
        workspaces.put(slug, "Many Builders");
        PoolId pool = workspaces.find(slug).orElseThrow().pool();
        workspaces.put(new Member(pool, admin, "Zoe", Role.ADMIN, passwords.encode(PASSWORD)));
        for (int i = 1; i <= BUILDERS; i++) {
            workspaces.put(new Member(pool, email(i), "Builder %03d".formatted(i), Role.BUILDER, null));
        }
    }

    private String email(int number) {
        return "builder-%03d@%s.test".formatted(number, slug);
    }

    @Test
    @DisplayName("Rule 24: limits are set page by page, and those of other pages stay")
    void limits_are_set_page_by_page() {
        try (Surfer zoe = new Surfer(port)) {
            zoe.signIn(admin, PASSWORD);
            assertThat(zoe.get(settings).body()).contains("1–50 of 120 builders", "limit." + email(50),
                    settings + "?builders=2#limits").doesNotContain("limit." + email(51));

            assertThat(limit(zoe, "1", email(1), "7")).endsWith("builders=1#limits");
            assertThat(limit(zoe, "3", email(119), "9")).endsWith("builders=3#limits");

            assertThat(zoe.get(settings).body()).contains("value=\"7\"");
            assertThat(zoe.get(settings + "?builders=3").body()).contains("101–120 of 120 builders", "value=\"9\"",
                    "limit." + admin).doesNotContain("builders=4");
            assertThat(zoe.get(settings + "?builders=99").body()).contains("101–120 of 120 builders");
            assertThat(zoe.get(settings + "?builders=x").body()).contains("1–50 of 120 builders");
        }
    }

    private String limit(Surfer who, String page, String email, String limit) {
        HttpResponse<String> answer = who.post(settings, settings + "/limits",
                Map.of("enabled", "on", "builders", page, "limit." + email, limit));
        assertThat(answer.statusCode()).isEqualTo(302);
        return answer.headers().firstValue("Location").orElseThrow();
    }
}
