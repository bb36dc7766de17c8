package scrip.web.operator;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import scrip.application.pool.PoolStore;
import scrip.application.reading.Balances;
import scrip.application.reading.LedgerReader;
import scrip.application.workspace.Workspaces;
import scrip.web.place.Frames;

/** Builds the operator's console. */
@Configuration(proxyBeanMethods = false)
public class OperatorPagesConfiguration {

    @Bean
    OperatorController operatorController(Frames frames, Workspaces workspaces, Balances balances, PoolStore pools,
            LedgerReader ledger) {
        return new OperatorController(frames, new OperatorPages(workspaces, balances, pools, ledger));
    }
}
