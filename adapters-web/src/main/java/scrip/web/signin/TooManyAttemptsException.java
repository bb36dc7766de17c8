package scrip.web.signin;

import java.time.Duration;

import org.springframework.security.core.AuthenticationException;

/** An address has failed to sign in too often and has to wait. */
final class TooManyAttemptsException extends AuthenticationException {

    private final Duration wait;

    TooManyAttemptsException(Duration wait) {
        super("too many attempts");
        this.wait = wait;
    }

    Duration waitTime() {
        return wait;
    }
}
