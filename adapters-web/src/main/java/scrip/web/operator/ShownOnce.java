package scrip.web.operator;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import scrip.web.place.PublicAddress;

/**
 * Carries a secret over the redirect that follows a form, in the one browser that sent it: it is kept nowhere here, and
 * the page that shows it takes it away.
 */
final class ShownOnce {

    private static final String NAME = "scrip_shown_once";
    private static final Duration LIFE = Duration.ofMinutes(1);

    private final PublicAddress address;

    ShownOnce(PublicAddress address) {
        this.address = address;
    }

    /** @param path of the page that shows it */
    void put(HttpServletResponse response, String path, String secret) {
        response.addHeader(HttpHeaders.SET_COOKIE, cookie(path, secret, LIFE));
    }

    /** @return the secret, if this page is to show one; it is gone afterwards */
    Optional<String> take(HttpServletRequest request, HttpServletResponse response, String path) {
        Cookie[] cookies = request.getCookies();
        Optional<String> secret = cookies == null ? Optional.empty()
                : Arrays.stream(cookies).filter(cookie -> cookie.getName().equals(NAME)).map(Cookie::getValue)
                        .findFirst();
        if (secret.isPresent()) {
            response.addHeader(HttpHeaders.SET_COOKIE, cookie(path, "", Duration.ZERO));
        }
        return secret;
    }

    private String cookie(String path, String value, Duration life) {
        return ResponseCookie.from(NAME, value).path(path).maxAge(life).httpOnly(true).sameSite("Strict")
                .secure(address.isSecure()).build().toString();
    }
}
