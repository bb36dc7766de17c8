package scrip.web.api.request;

import java.util.Locale;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import scrip.application.metering.AnswerWriter;
import scrip.application.metering.Caller;
import scrip.application.pool.RequestKey;
import scrip.domain.pool.PoolId;
import scrip.web.api.json.Fields;
import scrip.web.api.json.Json;
import scrip.web.api.json.Reading;
import scrip.web.api.problem.Problem;
import scrip.web.api.problem.ProblemCode;
import scrip.web.api.security.Access;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** What a controller gets: who calls, under which key, with which body. Used by one thread. */
public final class ApiRequest {

    private final HttpServletRequest request;
    private final Access access;
    private @Nullable JsonNode json;

    ApiRequest(HttpServletRequest request, Access access) {
        this.request = request;
        this.access = access;
    }

    /** @return the one pool that the request's key opens */
    public PoolId pool() {
        return access.pool();
    }

    /** @return the public part of the request's key */
    public String keyId() {
        return access.getName();
    }

    /**
     * Reads the body, which there must be.
     *
     * @throws scrip.web.api.problem.ProblemException
     *             if it is missing, too large, of another type or not as the reading wants it
     */
    public <T> T body(Reading<T> reading) {
        JsonNode body = json();
        if (body.isMissingNode()) {
            throw Problem.of(ProblemCode.MALFORMED_REQUEST, "Send a JSON object as the body.").asException();
        }
        return Fields.read(body, reading);
    }

    /** @return who calls for its pool, with the key under which the request happens once (rule 20) */
    public Caller caller(AnswerWriter writer) {
        return new Caller(pool(), key(), writer);
    }

    /** @return the key under which a service's request happens once (rule 20) */
    public RequestKey key() {
        String key = IdempotencyKey.of(request);
        return RequestKey.ofService(key, fingerprint());
    }

    /** @return the operator as the caller for a pool */
    public Caller operator(PoolId pool, AnswerWriter writer) {
        return new Caller(pool, operatorKey(), writer);
    }

    /** @return the key under which an operator's request happens once (rule 20) */
    public RequestKey operatorKey() {
        String key = IdempotencyKey.of(request);
        return RequestKey.ofOperator(key, fingerprint());
    }

    public Query query() {
        return new Query(request);
    }

    /** @return the path as it was asked for, which is part of what a key stands for */
    public String path() {
        return request.getRequestURI();
    }

    /** @return whether the caller would rather have this media type than JSON */
    public boolean prefers(String mediaType) {
        String accept = request.getHeader("Accept");
        return accept != null && accept.toLowerCase(Locale.ROOT).startsWith(mediaType);
    }

    private String fingerprint() {
        return Fingerprint.of(path(), json());
    }

    /**
     * @return the body as it was sent, a missing node if there was none
     * @throws scrip.web.api.problem.ProblemException
     *             if it is too large, of another content type or broken
     */
    private JsonNode json() {
        JsonNode read = json;
        if (read == null) {
            read = parse();
            json = read;
        }
        return read;
    }

    private JsonNode parse() {
        String type = request.getContentType();
        if (type != null && !isJson(type) && request.getContentLengthLong() != 0) {
            throw unsupported();
        }
        byte[] bytes = BodyBytes.of(request);
        if (bytes.length == 0) {
            return MissingNode.getInstance();
        }
        if (type == null) {
            throw unsupported();
        }
        return Json.read(bytes);
    }

    private static RuntimeException unsupported() {
        return Problem.of(ProblemCode.UNSUPPORTED_MEDIA_TYPE, "Send application/json.").asException();
    }

    private static boolean isJson(String contentType) {
        String type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return type.equals("application/json") || (type.startsWith("application/") && type.endsWith("+json"));
    }
}
