package scrip.web.page;

import java.io.IOException;
import java.util.List;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.session.SessionRepository;
import scrip.web.api.problem.ProblemFilter;
import scrip.web.api.problem.Problems;

/**
 * The outermost filter of the pages: a store that cannot serve, and parameters that cannot be read, are answered with the
 * error page that belongs to them, wherever on the way they show. Sessions are in that store too, so the error page of an
 * outage is shown to nobody in particular; so are files at any time, which spares each of them a look into the store.
 */
public final class TroubleFilter implements Filter {

    private static final Logger LOG = LoggerFactory.getLogger(TroubleFilter.class);
    private static final String OUTAGE = TroubleFilter.class.getName();
    /** Where Spring Session keeps the session that a request has begun, which would have to be stored after it. */
    private static final String SESSION = SessionRepository.class.getName() + ".CURRENT_SESSION";
    private static final String RETRY_SECONDS = "5";
    private static final List<String> FILES = List.of("/assets/", "/webjars/", "/embed/credits.js");

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest asked = (HttpServletRequest) request;
        if (ProblemFilter.isApi(asked)) {
            chain.doFilter(asked, response);
            return;
        }
        try {
            chain.doFilter(isForAnybody(asked) ? new Anonymous(asked) : asked, response);
        } catch (ServletException | RuntimeException e) {
            if (response.isCommitted() || !isAnswered(e, asked, (HttpServletResponse) response)) {
                throw e;
            }
        }
    }

    private static boolean isForAnybody(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return request.getAttribute(OUTAGE) != null || FILES.stream().anyMatch(path::startsWith);
    }

    private static boolean isAnswered(Exception failure, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof InvalidParameterException unreadable) {
                response.sendError(unreadable.getErrorCode());
                return true;
            }
            if (Problems.isOutage(cause)) {
                LOG.warn("A page could not be shown: {}", cause.toString());
                request.setAttribute(OUTAGE, true);
                response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
                response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
                return true;
            }
        }
        return false;
    }

    /** A request of nobody's: without the cookie that names a session, and without one that was begun before the trouble. */
    private static final class Anonymous extends HttpServletRequestWrapper {

        Anonymous(HttpServletRequest request) {
            super(request);
        }

        @Override
        public Cookie @Nullable [] getCookies() {
            return null;
        }

        @Override
        public @Nullable Object getAttribute(String name) {
            return name.equals(SESSION) ? null : super.getAttribute(name);
        }
    }
}
