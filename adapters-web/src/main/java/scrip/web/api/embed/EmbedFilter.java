package scrip.web.api.embed;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;
import scrip.web.api.problem.Problem;
import scrip.web.api.problem.ProblemCode;
import scrip.web.api.problem.Problems;
import scrip.web.api.security.FailedAttempts;

/** Lets in who has an embed token. Only forged ones count as failed attempts: valid ones end in every open page. */
final class EmbedFilter extends OncePerRequestFilter {

    private static final String SCHEME = "bearer ";

    private final EmbedTokens tokens;
    private final FailedAttempts attempts;

    EmbedFilter(EmbedTokens tokens, FailedAttempts attempts) {
        this.tokens = tokens;
        this.attempts = attempts;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            chain.doFilter(request, response);
            return;
        }
        String text = header.substring(SCHEME.length()).strip();
        switch (tokens.check(text)) {
            case EmbedTokens.Check.Valid valid -> {
                SecurityContextHolder.setContext(new SecurityContextImpl(new EmbedAccess(text, valid)));
                chain.doFilter(request, response);
            }
            case EmbedTokens.Check.Over _ -> Problems
                    .write(Problem.of(ProblemCode.UNAUTHENTICATED, "The token has ended."), response);
            case EmbedTokens.Check.Forged _ -> refuse(request, response);
        }
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Duration> wait = attempts.waitOf(request.getRemoteAddr());
        if (wait.isPresent()) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(wait.get().toSeconds() + 1));
            Problems.write(Problem.of(ProblemCode.RATE_LIMITED, "Too many wrong keys came from this address."),
                    response);
        } else {
            attempts.failed(request.getRemoteAddr());
            Problems.write(Problem.of(ProblemCode.UNAUTHENTICATED, "The token is not valid."), response);
        }
    }
}
