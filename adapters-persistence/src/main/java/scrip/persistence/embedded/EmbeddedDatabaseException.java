package scrip.persistence.embedded;

import java.io.Serial;

/** Tells why the embedded database cannot run, and what a person can do about it. */
public class EmbeddedDatabaseException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String action;

    EmbeddedDatabaseException(String message, String action) {
        super(message);
        this.action = action;
    }

    EmbeddedDatabaseException(String message, String action, Throwable cause) {
        super(message, cause);
        this.action = action;
    }

    /**
     * Returns what to do about it, as a sentence for the person who started the application.
     */
    public String action() {
        return action;
    }
}
