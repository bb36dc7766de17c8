package scrip.web.verify;

import java.time.InstantSource;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import scrip.application.audit.Archive;
import scrip.application.audit.Verifier;
import scrip.application.workspace.WorkspaceStore;

/** Builds the verifier and its part of the API. */
@Configuration(proxyBeanMethods = false)
public class VerifyConfiguration {

    @Bean
    Verifier verifier(Archive archive, InstantSource clock) {
        return new Verifier(archive, clock);
    }

    @Bean
    VerifyController verifyController(Verifier verifier, WorkspaceStore workspaces) {
        return new VerifyController(verifier, new PoolNames(workspaces));
    }
}
