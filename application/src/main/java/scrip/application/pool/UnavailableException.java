package scrip.application.pool;

import org.jspecify.annotations.Nullable;

/** The store cannot be reached or has too much to do; nothing was taken, and the caller may try again later. */
public final class UnavailableException extends RuntimeException {

    public UnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
