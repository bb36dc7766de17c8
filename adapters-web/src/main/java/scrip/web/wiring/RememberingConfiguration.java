package scrip.web.wiring;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import scrip.application.workspace.RememberingWorkspaceStore;
import scrip.application.workspace.WorkspaceStore;

/** Spares every metering request two look-ups: see {@link RememberingWorkspaceStore}. */
@Configuration(proxyBeanMethods = false)
public class RememberingConfiguration {

    @Bean
    @Primary
    WorkspaceStore rememberingWorkspaceStore(@Qualifier("workspaceStore") WorkspaceStore store) {
        return new RememberingWorkspaceStore(store, System::nanoTime);
    }
}
