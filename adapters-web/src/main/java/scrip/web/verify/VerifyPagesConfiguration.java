package scrip.web.verify;

import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import scrip.application.audit.VerificationLog;
import scrip.application.audit.Verifications;
import scrip.application.audit.Verifier;
import scrip.application.workspace.WorkspaceStore;
import scrip.web.place.Frames;

/** Builds the page Verification and what verifies behind it. */
@Configuration(proxyBeanMethods = false)
public class VerifyPagesConfiguration {

    /** One thread: more than one verification at a time would only be slower. It ends with the application at once. */
    @Bean(destroyMethod = "shutdownNow")
    ExecutorService verificationThread() {
        return Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("verification").factory());
    }

    @Bean
    Verifications verifications(Verifier verifier, VerificationLog log, InstantSource clock,
            ExecutorService verificationThread) {
        return new Verifications(verifier, log, clock, verificationThread);
    }

    @Bean
    VerifyPageController verifyPageController(Frames frames, Verifications verifications, WorkspaceStore workspaces) {
        return new VerifyPageController(frames, verifications, new PoolNames(workspaces));
    }
}
