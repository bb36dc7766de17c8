package scrip.web.start;

/** The settings do not allow a start; the message says why. */
final class StartRefusedException extends RuntimeException {

    private final String action;

    /** @param action what to do about it */
    StartRefusedException(String why, String action) {
        super(why);
        this.action = action;
    }

    String action() {
        return action;
    }
}
