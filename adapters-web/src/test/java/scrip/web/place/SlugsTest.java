package scrip.web.place;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import scrip.web.wiring.Deployment;

import static org.assertj.core.api.Assertions.assertThat;

class SlugsTest {

    @ParameterizedTest
    @ValueSource(strings = {"api", "login", "operator", "settings", "builder", "docs", "webhooks", "sandbox", "embed",
        "assets", "instance", "-a", "a-", "A", "a_b", "", "ä"})
    void a_workspace_cannot_have_a_name_that_is_scrips_own_or_not_well_formed(String slug) {
        assertThat(Slugs.allows(slug, Deployment.CLOUD)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nexuscorp", "a", "a-1", "0"})
    void any_other_name_is_a_workspaces_in_the_cloud_only(String slug) {
        assertThat(Slugs.allows(slug, Deployment.CLOUD)).isTrue();
        assertThat(Slugs.allows(slug, Deployment.SELF_HOSTED)).isFalse();
        assertThat(Slugs.allows("instance", Deployment.SELF_HOSTED)).isTrue();
    }
}
