package scrip.web.explain;

import java.time.InstantSource;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import scrip.application.explain.Explanations;
import scrip.application.explain.Statements;
import scrip.domain.pool.Terms;

/** Builds what explains balances, and its part of the API. */
@Configuration(proxyBeanMethods = false)
public class ExplainConfiguration {

    @Bean
    Explanations explanations(Statements statements, Terms terms) {
        return new Explanations(statements, terms);
    }

    @Bean
    ExplainController explainController(Explanations explanations, InstantSource clock) {
        return new ExplainController(explanations, clock);
    }
}
