package scrip.web.api.metering;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonRawValue;
import org.jspecify.annotations.Nullable;
import scrip.application.pool.Answer;
import tools.jackson.databind.JsonNode;

/**
 * What one command of a batch was answered.
 *
 * @param key
 *            the command's, null if it had none
 * @param replayed
 *            whether it was first given to an earlier request with the same key
 */
record BatchResult(@Nullable String key, int status, boolean replayed, @JsonRawValue String body) {

    /** All of them, in the order of the commands. */
    record All(List<BatchResult> results) {}

    static BatchResult of(JsonNode command, Answer answer) {
        JsonNode key = command.path("key");
        return new BatchResult(key.isString() ? key.stringValue() : null, answer.status(), answer.replayed(),
                answer.body());
    }
}
