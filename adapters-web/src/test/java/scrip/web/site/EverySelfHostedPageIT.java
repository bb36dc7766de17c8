package scrip.web.site;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every page that is another on an instance of one's own, by the same measure as in the cloud. */
class EverySelfHostedPageIT extends SelfHostedSite {

    @ParameterizedTest
    @CsvSource(textBlock = """
            nobody,   /login
            ada,      /settings/license
            ada,      /settings/license/buy
            ada,      /settings/license/usage
            ada,      /settings/license?payment=cancelled
            ada,      /builder
            ada,      /nothing/here
            grace,    /settings/license
            grace,    /settings/license/usage
            grace,    /builder
            edgar,    /builder
            operator, /operator
            operator, /operator/workspaces/instance
            """)
    void a_page_weighs_little_and_is_for_everybody(String who, String path) {
        Looks.at(this, who, path);
    }
}
