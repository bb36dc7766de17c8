package scrip.web.api.json;

import java.nio.charset.StandardCharsets;

import scrip.web.api.problem.Problem;
import scrip.web.api.problem.ProblemCode;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * JSON as the contract has it: strict and exact when read, plain decimals and ISO-8601 times when written, fields in the
 * order of the records that are written.
 */
public final class Json {

    private static final int DEEPEST = 64;
    private static final int LONGEST_NUMBER = 400;

    private static final JsonMapper MAPPER = JsonMapper
            .builder(JsonFactory.builder().streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST).maxNumberLength(LONGEST_NUMBER).build()).build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS, DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                    DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY).build();

    private Json() {}

    /**
     * @throws scrip.web.api.problem.ProblemException
     *             {@code malformed_request} if the bytes are not exactly one JSON value, say the same name twice in an
     *             object or nest deeper than 64
     */
    public static JsonNode read(byte[] bytes) {
        try {
            JsonNode node = MAPPER.readTree(bytes);
            if (!node.isMissingNode()) {
                return node;
            }
        } catch (JacksonException | NumberFormatException | ArithmeticException _) {
            // What the parser says quotes the input; the place is of little use for a machine's body.
        }
        throw Problem.of(ProblemCode.MALFORMED_REQUEST, "The body is not valid JSON.").asException();
    }

    /** @return the value as JSON text */
    public static String write(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    /** @return the value as JSON text in UTF-8 */
    public static byte[] bytes(Object value) {
        return write(value).getBytes(StandardCharsets.UTF_8);
    }

    /** @return JSON text that this application wrote, as a tree to put into another answer */
    public static JsonNode own(String text) {
        return MAPPER.readTree(text);
    }
}
