package scrip.application.pool;

/** A transaction lost against another one, or its connection: trying it again from the start may succeed. */
public final class ConflictException extends RuntimeException {

    public ConflictException(String message, Throwable cause) {
        super(message, cause);
    }
}
