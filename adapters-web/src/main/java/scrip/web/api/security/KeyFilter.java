package scrip.web.api.security;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;
import scrip.web.api.problem.Problem;
import scrip.web.api.problem.ProblemCode;
import scrip.web.api.problem.Problems;

/**
 * Lets in who has a key. Wrong keys are counted by address; past the limit nothing but the right key of a pool is let
 * in, whose secret is too long to be guessed: so a stray service with an old key cannot lock out others behind the same
 * address.
 */
final class KeyFilter extends OncePerRequestFilter {

    private static final String SCHEME = "bearer ";
    private static final int LONGEST = 512;

    private final Keys keys;
    private final FailedAttempts attempts;

    KeyFilter(Keys keys, FailedAttempts attempts) {
        this.keys = keys;
        this.attempts = attempts;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String token = token(request);
        if (token == null) {
            chain.doFilter(request, response);
            return;
        }
        Optional<Access> poolAccess = keys.ofPool(token);
        Optional<Duration> wait = poolAccess.isPresent() ? Optional.empty() : attempts.waitOf(request.getRemoteAddr());
        Optional<Access> access = wait.isPresent() ? poolAccess : poolAccess.or(() -> keys.ofOperator(token));
        if (access.isPresent()) {
            SecurityContextHolder.setContext(new SecurityContextImpl(access.get()));
            chain.doFilter(request, response);
        } else {
            refuse(request, response, wait);
        }
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, Optional<Duration> wait)
            throws IOException {
        if (wait.isPresent()) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(wait.get().toSeconds() + 1));
            Problems.write(Problem.of(ProblemCode.RATE_LIMITED, "Too many wrong keys came from this address."),
                    response);
        } else {
            attempts.failed(request.getRemoteAddr());
            Problems.write(Problem.of(ProblemCode.UNAUTHENTICATED, "The key is not valid."), response);
        }
    }

    private static @Nullable String token(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return null;
        }
        String token = header.substring(SCHEME.length()).strip();
        return token.length() > LONGEST ? "" : token;
    }
}
