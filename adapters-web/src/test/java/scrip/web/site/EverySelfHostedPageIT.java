package scrip.web.site;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every page of an instance of one's own, by the same measure as in the cloud. */
class EverySelfHostedPageIT extends SelfHostedSite {

    private static final Looks LOOKS = new Looks();

    @AfterAll
    static void close() {
        LOOKS.close();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            nobody,   /login
            ada,      /settings/license
            ada,      /settings/license?purchases=all
            ada,      /settings/license?payment=cancelled
            ada,      /settings/license?saved=license-key
            ada,      /settings/license/buy
            ada,      /settings/license/usage
            ada,      /settings/license/usage?operation=layout
            ada,      /builder
            ada,      /nothing/here
            ada,      /instance/builder
            grace,    /settings/license
            grace,    /settings/license/usage
            grace,    /settings/license/buy
            grace,    /builder
            edgar,    /settings/license
            edgar,    /builder
            operator, /operator
            operator, /operator/workspaces/instance
            operator, /operator/workspaces/instance/ledger
            operator, /operator/promo-codes
            operator, /operator/webhooks
            operator, /operator/verify
            operator, /builder
            operator, /sandbox/stripe
            """)
    void a_page_weighs_little_and_is_for_everybody(String who, String path) {
        LOOKS.at(this, who, path);
    }
}
