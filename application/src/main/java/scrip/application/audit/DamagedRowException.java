package scrip.application.audit;

/** A row was damaged so far that it cannot be read; the message is a clause that says which and why. */
public final class DamagedRowException extends RuntimeException {

    public DamagedRowException(String what, Throwable cause) {
        super(what, cause);
    }
}
