package scrip.web.site;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/** The demo of an instance of one's own: one running application for all tests of it. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = {"scrip.demo=true",
    "scrip.deployment=self-hosted"})
abstract class SelfHostedSite extends Site {}
