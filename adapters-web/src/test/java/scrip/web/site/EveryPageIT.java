package scrip.web.site;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every page of the running application: light enough, wide enough, for everybody, and without a complaint. */
class EveryPageIT extends CloudSite {

    private static final Looks LOOKS = new Looks();

    @AfterAll
    static void close() {
        LOOKS.close();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            nobody,   /login
            nobody,   /login?expired
            nobody,   /login?unsent
            nobody,   /login?signed-out
            nobody,   /docs/embed
            nobody,   /embed/demo
            ada,      /nexuscorp/settings/subscription
            ada,      /nexuscorp/settings/subscription?purchases=all
            ada,      /nexuscorp/settings/subscription?builders=9
            ada,      /nexuscorp/settings/subscription?payment=cancelled
            ada,      /nexuscorp/settings/subscription?saved=limits
            ada,      /nexuscorp/settings/subscription/buy
            ada,      /nexuscorp/settings/subscription/usage
            ada,      /nexuscorp/settings/subscription/usage?operation=layout&from=2020-01-01
            ada,      /nexuscorp/settings/subscription/usage?from=2020-01-01&to=2020-01-02
            ada,      /nexuscorp/settings/subscription/usage?before=100
            ada,      /nexuscorp/settings/subscription/usage?explainFrom=2020-01-01&explainTo=2020-01-02
            ada,      /nexuscorp/builder
            ada,      /nothing/here
            ada,      /tinytools/settings/subscription
            ada,      /operator
            ada,      /nexuscorp/settings/subscription/payment
            mary,     /tinytools/settings/subscription
            mary,     /tinytools/settings/subscription/usage
            mary,     /tinytools/builder
            emmy,     /tinytools/settings/subscription
            emmy,     /tinytools/builder
            grace,    /nexuscorp/settings/subscription
            grace,    /nexuscorp/settings/subscription/usage
            grace,    /nexuscorp/settings/subscription/buy
            grace,    /nexuscorp/builder
            edgar,    /nexuscorp/settings/subscription
            edgar,    /nexuscorp/builder
            operator, /operator
            operator, /operator?q=tiny
            operator, /operator?q=nobody-has-this-name
            operator, /operator/workspaces/nexuscorp
            operator, /operator/workspaces/tinytools
            operator, /operator/workspaces/nothing
            operator, /operator/workspaces/nexuscorp/ledger
            operator, /operator/workspaces/nexuscorp/ledger?before=9
            operator, /operator/promo-codes
            operator, /operator/webhooks
            operator, /operator/webhooks?dead
            operator, /operator/verify
            operator, /nexuscorp/builder
            operator, /sandbox/stripe
            """)
    void a_page_weighs_little_and_is_for_everybody(String who, String path) {
        LOOKS.at(this, who, path);
    }
}
