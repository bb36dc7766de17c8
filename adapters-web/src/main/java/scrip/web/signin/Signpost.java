package scrip.web.signin;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.DefaultRedirectStrategy;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import scrip.web.place.ErrorFrames;
import scrip.web.place.Person;

/** Shows who is not signed in, or no longer, to the sign-in page, and refuses everyone else. */
final class Signpost implements AuthenticationEntryPoint, AccessDeniedHandler {

    private static final String EXPIRED = "/login?expired";
    private static final String UNSENT = "/login?unsent";

    private final DefaultRedirectStrategy redirect = new DefaultRedirectStrategy();

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        redirect.sendRedirect(request, response, hadSession(request) ? EXPIRED : "/login");
    }

    /**
     * A form of a session that is over, or of one before the present, lacks its token; that is nobody's fault, and nobody
     * has to find the way back.
     */
    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException {
        if (why instanceof CsrfException && isSignIn(request)) {
            redirect.sendRedirect(request, response, EXPIRED);
        } else if (why instanceof CsrfException && !isSignedIn() && comesFromPage(request)) {
            LastPage.keep(request);
            redirect.sendRedirect(request, response, UNSENT);
        } else {
            if (why instanceof CsrfException) {
                request.setAttribute(ErrorFrames.STALE, LastPage.of(request));
            }
            response.sendError(HttpStatus.FORBIDDEN.value());
        }
    }

    private static boolean isSignIn(HttpServletRequest request) {
        return request.getRequestURI().equals(request.getContextPath() + "/login");
    }

    /** Others that send what they may not are no people who were away. */
    private static boolean comesFromPage(HttpServletRequest request) {
        return hadSession(request) || request.getHeader(HttpHeaders.REFERER) != null;
    }

    private static boolean isSignedIn() {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        return who != null && who.getPrincipal() instanceof Person;
    }

    private static boolean hadSession(HttpServletRequest request) {
        return request.getRequestedSessionId() != null && !request.isRequestedSessionIdValid();
    }
}
