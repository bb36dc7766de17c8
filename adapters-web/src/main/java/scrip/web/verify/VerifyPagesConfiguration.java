package scrip.web.verify;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import scrip.application.audit.Verifier;
import scrip.application.workspace.WorkspaceStore;
import scrip.web.place.Frames;

/** Builds the page Verification. */
@Configuration(proxyBeanMethods = false)
public class VerifyPagesConfiguration {

    @Bean
    VerifyPageController verifyPageController(Frames frames, Verifier verifier, WorkspaceStore workspaces) {
        return new VerifyPageController(frames, verifier, new PoolNames(workspaces));
    }
}
