package scrip.web.site;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every page of the running application: light enough, wide enough, for everybody, and without a complaint. */
class EveryPageIT extends CloudSite {

    @ParameterizedTest
    @CsvSource(textBlock = """
            nobody,   /login
            nobody,   /docs/embed
            ada,      /nexuscorp/settings/subscription
            ada,      /nexuscorp/settings/subscription/buy
            ada,      /nexuscorp/settings/subscription/usage
            ada,      /nexuscorp/settings/subscription/usage?operation=layout&from=2020-01-01
            ada,      /nexuscorp/settings/subscription/usage?from=2020-01-01&to=2020-01-02
            ada,      /nexuscorp/settings/subscription?payment=cancelled
            ada,      /nexuscorp/builder
            ada,      /nothing/here
            ada,      /operator
            operator, /operator/workspaces/nothing
            grace,    /nexuscorp/settings/subscription
            grace,    /nexuscorp/settings/subscription/usage
            grace,    /nexuscorp/builder
            edgar,    /nexuscorp/builder
            operator, /operator
            operator, /operator/workspaces/nexuscorp
            operator, /operator/workspaces/nexuscorp/ledger
            operator, /sandbox/stripe
            """)
    void a_page_weighs_little_and_is_for_everybody(String who, String path) {
        Looks.at(this, who, path);
    }
}
