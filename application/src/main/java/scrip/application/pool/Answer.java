package scrip.application.pool;

/**
 * What a request was answered, in the form in which it went out, so that a replay gives it again to the letter (rule
 * 20).
 *
 * @param status
 *            HTTP status
 * @param body
 *            JSON text
 * @param replayed
 *            whether it was first given to an earlier request with the same key
 */
public record Answer(int status, String body, boolean replayed) {

    public Answer(int status, String body) {
        this(status, body, false);
    }
}
