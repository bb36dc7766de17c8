package scrip.web.api.operator;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import scrip.application.limit.BuilderLimits;
import scrip.application.pool.Desk;
import scrip.application.reading.Balances;
import scrip.application.reading.LedgerReader;
import scrip.application.workspace.WorkspaceStore;

/** Builds limits per builder (rule 24) and the operator's way to them. */
@Configuration(proxyBeanMethods = false)
public class LimitsConfiguration {

    @Bean
    BuilderLimits builderLimits(Desk desk, Balances balances, LedgerReader ledger, WorkspaceStore workspaces) {
        return new BuilderLimits(desk, balances, ledger, workspaces);
    }

    @Bean
    LimitsController limitsController(BuilderLimits limits, WorkspacePaths paths) {
        return new LimitsController(limits, paths);
    }
}
