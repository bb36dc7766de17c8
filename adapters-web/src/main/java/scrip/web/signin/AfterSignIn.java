package scrip.web.signin;

import java.io.IOException;
import java.time.Duration;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.DefaultRedirectStrategy;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.savedrequest.DefaultSavedRequest;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;

/** Leads on after an attempt to sign in: to the page that was asked for, or back to the form with what was typed. */
final class AfterSignIn implements AuthenticationSuccessHandler, AuthenticationFailureHandler {

    private final RequestCache asked;
    private final DefaultRedirectStrategy redirect = new DefaultRedirectStrategy();

    AfterSignIn(RequestCache asked) {
        this.asked = asked;
    }

    @Override
    public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response,
            Authentication who) throws IOException {
        SavedRequest saved = asked.getRequest(request, response);
        asked.removeRequest(request, response);
        redirect.sendRedirect(request, response, saved instanceof DefaultSavedRequest page
                ? own(page.getRequestURI(), page.getQueryString())
                : LastPage.taken(request));
    }

    /** @return the path alone, so that a forged host leads nowhere else */
    static String own(@Nullable String path, @Nullable String query) {
        if (path == null || !path.startsWith("/") || path.startsWith("//") || path.startsWith("/\\")) {
            return "/";
        }
        return query == null ? path : path + "?" + query;
    }

    @Override
    public void onAuthenticationFailure(HttpServletRequest request, HttpServletResponse response,
            AuthenticationException failure) throws IOException, ServletException {
        @Nullable
        Duration wait = failure instanceof TooManyAttemptsException tooMany ? tooMany.waitTime() : null;
        if (wait != null) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(wait.toSeconds() + 1));
        }
        response.setStatus(wait == null ? HttpStatus.UNAUTHORIZED.value() : HttpStatus.TOO_MANY_REQUESTS.value());
        request.setAttribute(SignInController.STATE, wait == null ? "refused" : "throttled");
        request.getRequestDispatcher(SignInController.AGAIN).forward(request, response);
    }
}
