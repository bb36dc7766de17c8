package scrip.web.signin;

import org.jspecify.annotations.Nullable;
import org.springframework.session.FindByIndexNameSessionRepository;

/** Who is signed in, on whatever node. */
public final class SignedIn {

    private final @Nullable FindByIndexNameSessionRepository<?> sessions;

    /** @param sessions null where nobody can sign in */
    public SignedIn(@Nullable FindByIndexNameSessionRepository<?> sessions) {
        this.sessions = sessions;
    }

    /** Ends all sessions of a person, whose password is another from now on: whoever had the old one is out too. */
    public void end(String email) {
        if (sessions != null) {
            sessions.findByPrincipalName(email).keySet().forEach(sessions::deleteById);
        }
    }
}
