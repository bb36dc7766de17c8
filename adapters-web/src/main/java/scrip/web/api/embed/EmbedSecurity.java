package scrip.web.api.embed;

import java.time.Duration;
import java.util.List;

import jakarta.servlet.DispatcherType;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import scrip.web.api.problem.Problem;
import scrip.web.api.problem.ProblemCode;
import scrip.web.api.problem.Problems;
import scrip.web.api.security.FailedAttempts;
import scrip.web.live.Listener;

/**
 * The one part of the service that pages of other origins reach: what a token opens, and the file that shows it. A token
 * comes in a header and never in a cookie, so it does not matter which page sends it.
 */
final class EmbedSecurity {

    static final String API = "/api/v1/embed/**";
    static final String FILES = "/embed/*.js";

    private static final Duration PREFLIGHT_LIFE = Duration.ofHours(1);

    private EmbedSecurity() {}

    static SecurityFilterChain api(HttpSecurity http, EmbedTokens tokens, FailedAttempts attempts) {
        quiet(http.securityMatcher(API)).cors(cors -> cors.configurationSource(anyOrigin()));
        http.addFilterBefore(new EmbedFilter(tokens, attempts), AuthorizationFilter.class);
        http.authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ASYNC).permitAll()
                .anyRequest().authenticated());
        http.exceptionHandling(errors -> errors.authenticationEntryPoint((_, response, _) -> Problems.write(
                Problem.of(ProblemCode.UNAUTHENTICATED, "Send Authorization: Bearer with an embed token."), response)));
        return http.build();
    }

    static SecurityFilterChain files(HttpSecurity http) {
        quiet(http.securityMatcher(FILES)).cors(cors -> cors.configurationSource(anyOrigin()));
        http.headers(headers -> headers.cacheControl(cache -> cache.disable())
                .crossOriginResourcePolicy(policy -> policy.policy(CrossOriginResourcePolicy.CROSS_ORIGIN)));
        http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll());
        return http.build();
    }

    private static HttpSecurity quiet(HttpSecurity http) {
        http.csrf(AbstractHttpConfigurer::disable).requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable);
        http.sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
        http.headers(headers -> headers.contentSecurityPolicy(
                csp -> csp.policyDirectives("default-src 'none'; frame-ancestors 'none'")));
        return http;
    }

    private static UrlBasedCorsConfigurationSource anyOrigin() {
        CorsConfiguration cors = new CorsConfiguration();
        cors.setAllowedOrigins(List.of(CorsConfiguration.ALL));
        cors.setAllowedMethods(List.of(HttpMethod.GET.name()));
        cors.setAllowedHeaders(List.of(HttpHeaders.AUTHORIZATION, HttpHeaders.ACCEPT, Listener.LAST_HEARD));
        cors.setMaxAge(PREFLIGHT_LIFE);
        UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
        source.registerCorsConfiguration("/**", cors);
        return source;
    }
}
