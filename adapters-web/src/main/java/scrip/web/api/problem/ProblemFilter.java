package scrip.web.api.problem;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The outermost filter of the API: what fails or is refused before any controller, such as a path that the firewall does
 * not let through, is answered with a problem too and never with an error page.
 */
public final class ProblemFilter extends OncePerRequestFilter {

    /** Tells the filter that looks sessions up that it has been here: a key comes with every request of the API. */
    private static final String HAS_NO_SESSION = SessionRepositoryFilter.class.getName() + ".FILTERED";

    /** @return whether the address is the API's or the webhook's, where no page is */
    public static boolean isApi(HttpServletRequest request) {
        return isApi(request.getRequestURI().substring(request.getContextPath().length()));
    }

    /** @return whether the path is one of the API's or the webhook's */
    public static boolean isApi(String path) {
        return path.startsWith("/api/") || path.startsWith("/webhooks/");
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !isApi(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException {
        request.setAttribute(HAS_NO_SESSION, true);
        try {
            chain.doFilter(request, new ErrorsAsProblems(response));
        } catch (ServletException | RuntimeException e) {
            Throwable cause = e instanceof ServletException && e.getCause() != null ? e.getCause() : e;
            Problems.write(Problems.of(cause), response);
        }
    }

    /** Answers with a problem where a filter would ask the container for an error page. */
    private static final class ErrorsAsProblems extends HttpServletResponseWrapper {

        private final HttpServletResponse response;

        ErrorsAsProblems(HttpServletResponse response) {
            super(response);
            this.response = response;
        }

        @Override
        public void sendError(int status) throws IOException {
            Problems.write(Problems.ofStatus(status), response);
        }

        @Override
        public void sendError(int status, String message) throws IOException {
            sendError(status);
        }
    }
}
