package scrip.web.pricing;

/** A rate card cannot be used; the message names the file, the line and the reason. */
public final class BrokenRateCardException extends RuntimeException {

    BrokenRateCardException(String file, int line, String reason) {
        super("Rate card " + file + (line > 0 ? ", line " + line : "") + ": " + reason);
    }
}
