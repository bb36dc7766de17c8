package scrip.web.signin;

import java.net.URI;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** The page on which a form stood that was not taken, so that whoever sent it gets back there. */
final class LastPage {

    private static final String ATTRIBUTE = "scrip.signin.last-page";
    private static final int LONGEST = 2_000;

    private LastPage() {}

    /** @return the page that the browser says the form stood on, as a path of ours; the start page if it does not say */
    static String of(HttpServletRequest form) {
        String page = form.getHeader(HttpHeaders.REFERER);
        return page == null || page.length() > LONGEST ? "/" : path(page);
    }

    /** Whatever site it names, only its path is gone to, on ours. */
    private static String path(String page) {
        try {
            URI address = URI.create(page);
            return AfterSignIn.own(address.getRawPath(), address.getRawQuery());
        } catch (IllegalArgumentException _) {
            // A browser sends no such thing; whoever does may start from the beginning.
            return "/";
        }
    }

    /** Remembers it until somebody signs in with this browser. */
    static void keep(HttpServletRequest form) {
        form.getSession().setAttribute(ATTRIBUTE, of(form));
    }

    /** @return what was remembered, which is forgotten; the start page for nothing */
    static String taken(HttpServletRequest signIn) {
        HttpSession session = signIn.getSession(false);
        @Nullable
        Object page = session == null ? null : session.getAttribute(ATTRIBUTE);
        if (session != null) {
            session.removeAttribute(ATTRIBUTE);
        }
        return page instanceof String known ? known : "/";
    }
}
