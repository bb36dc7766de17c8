package scrip.web.api.request;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import scrip.web.api.problem.Problem;
import scrip.web.api.problem.ProblemCode;

/** Reads bodies, up to what the contract allows, whether or not they say their length. */
public final class BodyBytes {

    /** The most bytes that a body may have. */
    public static final int MOST = 1024 * 1024;

    private BodyBytes() {}

    /**
     * @throws scrip.web.api.problem.ProblemException
     *             {@code too_large}, or {@code malformed_request} if the body breaks off
     */
    public static byte[] of(HttpServletRequest request) {
        if (request.getContentLengthLong() > MOST) {
            throw tooLarge();
        }
        byte[] bytes;
        try {
            bytes = request.getInputStream().readNBytes(MOST + 1);
        } catch (IOException _) {
            throw Problem.of(ProblemCode.MALFORMED_REQUEST, "The body broke off.").asException();
        }
        if (bytes.length > MOST) {
            throw tooLarge();
        }
        return bytes;
    }

    private static RuntimeException tooLarge() {
        return Problem.of(ProblemCode.TOO_LARGE, "A body has at most " + MOST + " bytes.").asException();
    }
}
