package scrip.web.api.docs;

import java.time.Duration;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The contract at {@code /v3/api-docs} and the page to try it at {@code /docs}, open to all. */
@Controller
public final class DocsController {

    /** The page's own scripts and styles only; its icons are drawn in its style sheet. */
    private static final String CONTENT_SECURITY = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final byte[] document = OpenApiDocument.asJson();

    /** The filter chain of the two, without session. */
    public static SecurityFilterChain security(HttpSecurity http) {
        http.securityMatcher("/v3/api-docs", "/docs", "/docs/**", "/webjars/swagger-ui/**");
        http.csrf(AbstractHttpConfigurer::disable).requestCache(AbstractHttpConfigurer::disable);
        http.sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
        http.headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(CONTENT_SECURITY)));
        http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll());
        return http.build();
    }

    @GetMapping("/v3/api-docs")
    public ResponseEntity<byte[]> contract() {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.maxAge(Duration.ofMinutes(5)))
                .header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*").body(document);
    }

    /** How the host shows credits on its own pages. */
    @GetMapping("/docs/embed")
    public String embed() {
        return "forward:/docs/embed.html";
    }

    @GetMapping("/docs")
    public String page() {
        return "forward:/docs/index.html";
    }
}
