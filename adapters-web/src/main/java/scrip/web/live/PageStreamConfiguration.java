package scrip.web.live;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.SessionRepository;
import scrip.application.workspace.Workspaces;

/** Builds what keeps pages up to date. */
@Configuration(proxyBeanMethods = false)
public class PageStreamConfiguration {

    @Bean
    PageStreamController pageStreamController(BalanceStreams streams, Workspaces workspaces,
            SessionRepository<?> sessions) {
        return new PageStreamController(streams, workspaces, sessions);
    }
}
