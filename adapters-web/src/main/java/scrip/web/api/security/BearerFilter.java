package scrip.web.api.security;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;

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

/** Lets in who has a bearer token that opens something. Wrong ones are counted by address, and past the limit refused. */
public abstract class BearerFilter extends OncePerRequestFilter {

    private static final String SCHEME = "bearer ";
    private static final int LONGEST = 1_000;

    private final String noun;
    private final FailedAttempts attempts;

    /**
     * @param noun
     *            what a token is called to whoever sends a wrong one
     */
    protected BearerFilter(String noun, FailedAttempts attempts) {
        this.noun = noun;
        this.attempts = attempts;
    }

    /** What a token is worth. */
    protected sealed interface Verdict {

        /** It opens something. */
        record Opens(BearerAccess access) implements Verdict {}

        /** It did, and does not count as a failed attempt: good ones end in every open page. */
        record Ended() implements Verdict {}

        /** Nobody has made it. */
        record Wrong() implements Verdict {}
    }

    /**
     * @param token
     *            as it was sent, empty if it was too long to be one
     * @param mayGuess
     *            whether the address has not yet sent too many wrong ones
     */
    protected abstract Verdict judge(String token, BooleanSupplier mayGuess);

    @Override
    protected final void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String token = token(request);
        if (token == null) {
            chain.doFilter(request, response);
            return;
        }
        switch (judge(token, () -> attempts.waitOf(request.getRemoteAddr()).isEmpty())) {
            case Verdict.Opens(BearerAccess access) -> {
                SecurityContextHolder.setContext(new SecurityContextImpl(access));
                chain.doFilter(request, response);
            }
            case Verdict.Ended _ -> Problems
                    .write(Problem.of(ProblemCode.UNAUTHENTICATED, "The " + noun + " has ended."), response);
            case Verdict.Wrong _ -> refuse(request, response);
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
            Problems.write(Problem.of(ProblemCode.UNAUTHENTICATED, "The " + noun + " is not valid."), response);
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
