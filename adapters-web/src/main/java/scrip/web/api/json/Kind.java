package scrip.web.api.json;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a field may hold, such as an e-mail address or so many credits; see {@link Kinds}. */
@FunctionalInterface
public interface Kind<T> {

    /**
     * @param node
     *            neither missing nor null
     * @return the value; null once it has told {@code at} what is wrong with it
     * @throws scrip.web.api.problem.ProblemException
     *             {@code malformed_request} if it is of another JSON type
     */
    @Nullable
    T read(JsonNode node, Place at);
}
