package scrip.web.api.operator;

import java.security.SecureRandom;
import java.time.InstantSource;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.session.FindByIndexNameSessionRepository;
import scrip.application.workspace.Workspaces;
import scrip.web.signin.SignedIn;
import scrip.web.wiring.Deployment;
import scrip.web.wiring.ScripProperties;

/** Builds the operator's part of the API. */
@Configuration(proxyBeanMethods = false)
public class OperatorConfiguration {

    @Bean
    WorkspacePaths workspacePaths(Workspaces workspaces, ScripProperties properties) {
        return new WorkspacePaths(workspaces, properties.deployment() == Deployment.SELF_HOSTED);
    }

    @Bean
    WorkspacesController workspacesController(Workspaces workspaces, WorkspacePaths paths) {
        return new WorkspacesController(workspaces, paths);
    }

    @Bean
    LicenseController licenseController(Workspaces workspaces, WorkspacePaths paths) {
        return new LicenseController(workspaces, paths);
    }

    @Bean
    SignedIn signedIn(ObjectProvider<FindByIndexNameSessionRepository<?>> sessions) {
        return new SignedIn(sessions.getIfAvailable());
    }

    @Bean
    MembersController membersController(Workspaces workspaces, WorkspacePaths paths, PasswordEncoder passwords,
            SignedIn signedIn) {
        return new MembersController(workspaces, paths, passwords, signedIn);
    }

    @Bean
    ApiKeysController apiKeysController(Workspaces workspaces, WorkspacePaths paths, InstantSource clock) {
        return new ApiKeysController(workspaces, paths, clock, new SecureRandom());
    }

    @Bean
    GrantsController grantsController(Workspaces workspaces, WorkspacePaths paths) {
        return new GrantsController(workspaces, paths);
    }

    @Bean
    ClockController clockController(InstantSource clock) {
        return new ClockController(clock);
    }
}
