package scrip.web.signin;

import jakarta.servlet.DispatcherType;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.convert.ConversionService;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;
import scrip.web.api.security.FailedAttempts;
import scrip.web.place.ContentPolicy;
import scrip.web.place.Frames;
import scrip.web.place.Paths;
import scrip.web.place.Places;
import scrip.web.place.PublicAddress;
import scrip.web.place.VisitGate;
import scrip.web.wiring.ScripProperties;

/** The chain of the pages: sign-in with a session and CSRF tokens; whatever no other chain took comes here. */
@Configuration(proxyBeanMethods = false)
public class SignInConfiguration {

    private static final String[] OPEN = {"/login", "/assets/**", "/webjars/**", "/favicon.ico", "/embed/**",
        "/error", "/actuator/health/**"};

    /** Never without TLS once the public address has it, whatever a proxy in between makes of the request. */
    @Bean
    CookieSerializer cookieSerializer(PublicAddress address) {
        DefaultCookieSerializer cookies = new DefaultCookieSerializer();
        cookies.setUseHttpOnlyCookie(true);
        cookies.setSameSite("Lax");
        if (address.isSecure()) {
            cookies.setUseSecureCookie(true);
        }
        return cookies;
    }

    /** Spring Session finds it by its name. */
    @Bean(defaultCandidate = false)
    ConversionService springSessionConversionService() {
        return SessionBytes.conversion();
    }

    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    SecurityFilterChain pageChain(HttpSecurity http, Places places, PublicAddress address) {
        HttpSessionRequestCache asked = askedPages();
        AfterSignIn after = new AfterSignIn(asked);
        Signpost signpost = new Signpost();
        http.authorizeHttpRequests(requests -> authorize(requests, new VisitGate(places)));
        http.requestCache(cache -> cache.requestCache(asked));
        http.formLogin(form -> form.loginPage("/login").successHandler(after).failureHandler(after));
        http.logout(logout -> logout.logoutSuccessUrl("/login?signed-out").deleteCookies("SESSION"));
        http.exceptionHandling(errors -> errors.authenticationEntryPoint(signpost).accessDeniedHandler(signpost));
        http.headers(headers -> protect(headers, address));
        return http.build();
    }

    @Bean
    PasswordCheck passwordCheck(Places places, PasswordEncoder passwords, FailedAttempts attempts,
            ScripProperties properties) {
        return new PasswordCheck(places, passwords, attempts, properties.operatorPassword());
    }

    @Bean
    SignInController signInController(Frames frames, DemoAccounts demo) {
        return new SignInController(frames, demo);
    }

    @Bean
    HomeController homeController(Places places, Frames frames) {
        return new HomeController(places, frames);
    }

    private static void authorize(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests,
            VisitGate gate) {
        requests.dispatcherTypeMatchers(DispatcherType.FORWARD, DispatcherType.ERROR, DispatcherType.ASYNC)
                .permitAll();
        requests.requestMatchers(OPEN).permitAll();
        requests.requestMatchers("/actuator/**").denyAll();
        requests.requestMatchers("/operator/**", "/sandbox/**").hasRole("OPERATOR");
        requests.requestMatchers(Paths.all()).access(gate);
        requests.anyRequest().authenticated();
    }

    /** Only a page that somebody opened is worth going back to after signing in. */
    private static HttpSessionRequestCache askedPages() {
        HttpSessionRequestCache cache = new HttpSessionRequestCache();
        cache.setRequestMatcher(request -> HttpMethod.GET.matches(request.getMethod())
                && request.getHeader("HX-Request") == null && accepts(request.getHeader(HttpHeaders.ACCEPT))
                && !request.getRequestURI().equals(request.getContextPath() + "/"));
        return cache;
    }

    private static boolean accepts(@Nullable String header) {
        return header != null && header.contains("text/html");
    }

    private static void protect(HeadersConfigurer<HttpSecurity> headers, PublicAddress address) {
        headers.addHeaderWriter(new ContentPolicy(address));
        headers.referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN));
        headers.permissionsPolicyHeader(permissions -> permissions
                .policy("camera=(), geolocation=(), microphone=(), payment=(), usb=()"));
    }
}
