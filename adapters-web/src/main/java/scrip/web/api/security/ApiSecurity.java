package scrip.web.api.security;

import jakarta.servlet.DispatcherType;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.context.NullSecurityContextRepository;
import scrip.application.workspace.Scope;
import scrip.application.workspace.Workspaces;
import scrip.web.api.problem.Problem;
import scrip.web.api.problem.ProblemCode;
import scrip.web.api.problem.Problems;

/** The filter chain of the API: a key with every request, no session and so no CSRF. */
public final class ApiSecurity {

    private static final String CONTENT_SECURITY = "default-src 'none'; frame-ancestors 'none'";

    /** Prometheus sends the operator's key as its bearer token. */
    private static final String METRICS = "/actuator/prometheus";

    private ApiSecurity() {}

    /**
     * @param operatorKey
     *            null leaves the operator's part closed
     */
    public static SecurityFilterChain chain(HttpSecurity http, Workspaces workspaces, @Nullable String operatorKey,
            FailedAttempts attempts) {
        http.securityMatcher("/api/**", "/webhooks/**", METRICS);
        // Whatever is of no use to who shows a key with every request would cost each of them.
        http.csrf(AbstractHttpConfigurer::disable).requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable).sessionManagement(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable).servletApi(AbstractHttpConfigurer::disable);
        http.securityContext(context -> context.securityContextRepository(new NullSecurityContextRepository()));
        http.headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(CONTENT_SECURITY)));
        // Built here and no bean of its own: the container would put every filter that is a bean before all paths.
        http.addFilterBefore(new KeyFilter(new Keys(workspaces, operatorKey), attempts), AuthorizationFilter.class);
        http.authorizeHttpRequests(ApiSecurity::authorize);
        http.exceptionHandling(errors -> errors
                .authenticationEntryPoint((_, response, _) -> Problems.write(Problem.of(ProblemCode.UNAUTHENTICATED,
                        "Send Authorization: Bearer with a key."), response))
                .accessDeniedHandler((_, response, _) -> Problems
                        .write(Problem.of(ProblemCode.FORBIDDEN, "The key is not for this."), response)));
        return http.build();
    }

    private static void authorize(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
        // A stream that ends is dispatched once more; its first dispatch was let in by its key.
        requests.dispatcherTypeMatchers(DispatcherType.ASYNC).permitAll();
        requests.requestMatchers("/webhooks/**").permitAll();
        requests.requestMatchers("/api/v1/operator/**", METRICS).hasAuthority(Access.OPERATOR);
        requests.requestMatchers("/api/v1/holds/**", "/api/v1/charges/**", "/api/v1/batch")
                .hasAuthority(Access.authority(Scope.METER));
        requests.requestMatchers(HttpMethod.GET, "/api/v1/purchases").hasAuthority(Access.authority(Scope.READ));
        requests.requestMatchers("/api/v1/purchases", "/api/v1/quotes")
                .hasAuthority(Access.authority(Scope.PURCHASE));
        requests.requestMatchers("/api/v1/balance", "/api/v1/ledger", "/api/v1/explain", "/api/v1/usage",
                "/api/v1/operations", "/api/v1/estimates", "/api/v1/embed-tokens")
                .hasAuthority(Access.authority(Scope.READ));
        requests.anyRequest().authenticated();
    }
}
