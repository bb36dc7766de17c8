package scrip.web.site;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/** The demo in the cloud: one running application for all tests of it. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = {"scrip.demo=true",
    "scrip.deployment=cloud", "scrip.api.failed-attempts=5", "scrip.live.heartbeat=300ms"})
abstract class CloudSite extends Site {}
