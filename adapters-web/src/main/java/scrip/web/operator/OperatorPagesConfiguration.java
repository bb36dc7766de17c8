package scrip.web.operator;

import java.security.SecureRandom;
import java.time.InstantSource;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.password.PasswordEncoder;
import scrip.application.pool.PoolStore;
import scrip.application.purchase.PurchaseStore;
import scrip.application.purchase.Refunds;
import scrip.application.reading.Balances;
import scrip.application.reading.LedgerReader;
import scrip.application.workspace.Workspaces;
import scrip.domain.license.Licensing;
import scrip.domain.pool.CreditPool;
import scrip.web.api.security.ApiKeyText;
import scrip.web.place.Frames;
import scrip.web.place.PublicAddress;
import scrip.web.signin.SignedIn;
import scrip.web.usage.ExplanationCards;
import scrip.web.wiring.ScripProperties;

/** Builds the operator's console. */
@Configuration(proxyBeanMethods = false)
public class OperatorPagesConfiguration {

    @Bean
    OperatorPages operatorPages(Workspaces workspaces, Balances balances, ScripProperties properties,
            OperatorPages.Books books) {
        return new OperatorPages(workspaces, balances, books, properties.deployment());
    }

    @Bean
    OperatorPages.Books operatorBooks(PoolStore pools, LedgerReader ledger, ExplanationCards explanations) {
        return new OperatorPages.Books(pools, ledger, explanations);
    }

    @Bean
    OperatorController operatorController(Frames frames, OperatorPages pages) {
        return new OperatorController(frames, pages);
    }

    @Bean
    WorkspaceController workspaceController(Frames frames, WorkspacePages pages, Workspaces workspaces,
            WorkspaceController.Means means) {
        return new WorkspaceController(frames, pages, workspaces, means);
    }

    @Bean
    WorkspacePages workspacePages(Workspaces workspaces, Balances balances, PurchaseStore purchases) {
        return new WorkspacePages(workspaces, balances, purchases);
    }

    @Bean
    WorkspaceController.Means workspaceMeans(InstantSource clock, PasswordEncoder passwords, Balances balances,
            Refunds refunds, PublicAddress address, SignedIn signedIn) {
        SecureRandom random = new SecureRandom();
        return new WorkspaceController.Means(clock, passwords, () -> ApiKeyText.draw(random),
                place -> balances.now(place.pool()).map(CreditPool::licensing).orElse(Licensing.NONE),
                refunds, new ShownOnce(address), signedIn);
    }
}
