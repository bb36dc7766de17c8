package scrip.web.api.problem;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import scrip.application.pool.Answer;
import scrip.web.api.json.FieldError;
import scrip.web.api.json.Json;

/**
 * A refusal or failure as it goes out (RFC 9457).
 *
 * @param detail
 *            what is the matter this time, in English
 * @param more
 *            members that this code has besides
 */
public record Problem(ProblemCode code, String detail, Map<String, @Nullable Object> more) {

    /** The media type of problems. */
    public static final String MEDIA_TYPE = "application/problem+json";

    private static final String TYPE = "urn:scrip:problem:";

    public static Problem of(ProblemCode code, String detail) {
        return new Problem(code, detail, Map.of());
    }

    /** {@code invalid_field} with what is wrong with each. */
    public static Problem invalid(List<FieldError> errors) {
        FieldError first = errors.getFirst();
        return of(ProblemCode.INVALID_FIELD, first.field() + " " + first.message() + ".")
                .with("errors", List.copyOf(errors));
    }

    /** {@code invalid_field} for one field. */
    public static Problem invalid(String field, String message) {
        return invalid(List.of(new FieldError(field, message)));
    }

    /** @return this problem with one more member, after the others */
    public Problem with(String name, @Nullable Object value) {
        Map<String, @Nullable Object> all = new LinkedHashMap<>(more);
        all.put(name, value);
        return new Problem(code, detail, all);
    }

    public ProblemException asException() {
        return new ProblemException(this);
    }

    /** @return this problem as what a request is answered */
    public Answer asAnswer() {
        return new Answer(code.status(), Json.write(members()));
    }

    private Map<String, @Nullable Object> members() {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("type", TYPE + code.key());
        members.put("title", code.title());
        members.put("status", code.status());
        members.put("detail", detail);
        members.put("code", code.key());
        members.putAll(more);
        return members;
    }
}
