package scrip.web.site;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Who gets where on an instance of one's own. */
class SelfHostedPagesIT extends SelfHostedSite {

    @ParameterizedTest
    @CsvSource(textBlock = """
            /settings/license,                    200, 200, 403, 403
            /settings/license/buy,                200, 403, 403, 403
            /settings/license/usage,              200, 200, 403, 403
            /builder,                             200, 200, 403, 403
            /instance/settings/subscription,      404, 404, 404, 404
            /instance/builder,                    404, 404, 404, 404
            /nexuscorp/settings/subscription/buy, 404, 404, 404, 404
            """)
    void everyone_gets_to_his_own_pages_only(String page, int admin, int builder, int endUser, int operator) {
        assertThat(status("ada@nexuscorp.test", "scrip-demo", page)).isEqualTo(admin);
        assertThat(status("grace@nexuscorp.test", "scrip-demo", page)).isEqualTo(builder);
        assertThat(status("edgar@nexuscorp.test", "scrip-demo", page)).isEqualTo(endUser);
        assertThat(status("operator", "operator-password", page)).isEqualTo(operator);
    }

    private int status(String name, String password, String page) {
        try (Surfer someone = new Surfer(port)) {
            assertThat(someone.signIn(name, password).statusCode()).isEqualTo(302);
            return someone.get(page).statusCode();
        }
    }
}
