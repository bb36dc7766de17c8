package scrip.web.api.request;

import java.util.Collections;
import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import scrip.web.api.problem.Problem;
import scrip.web.api.problem.ProblemCode;

/** The key under which a request happens once. */
public final class IdempotencyKey {

    /** The header that carries it. */
    public static final String HEADER = "Idempotency-Key";

    /** The header of an answer that was given before. */
    public static final String REPLAYED = "Idempotent-Replayed";

    /** Most characters of a key. */
    public static final int LONGEST = 255;

    private IdempotencyKey() {}

    /**
     * @throws scrip.web.api.problem.ProblemException
     *             {@code idempotency_key_missing}, or {@code invalid_field} if it is not 1 to 255 printable ASCII
     *             characters, once
     */
    public static String of(HttpServletRequest request) {
        List<String> keys = Collections.list(request.getHeaders(HEADER));
        if (keys.isEmpty() || (keys.size() == 1 && keys.getFirst().isBlank())) {
            throw Problem.of(ProblemCode.IDEMPOTENCY_KEY_MISSING, "Send an Idempotency-Key with this request.")
                    .asException();
        }
        if (keys.size() > 1 || !isKey(keys.getFirst())) {
            throw Problem.invalid(HEADER, "must be 1 to 255 printable ASCII characters, once").asException();
        }
        return keys.getFirst();
    }

    /** @return whether the text can be a key */
    public static boolean isKey(String text) {
        return !text.isBlank() && text.length() <= LONGEST && text.chars().allMatch(c -> c >= ' ' && c <= '~');
    }
}
