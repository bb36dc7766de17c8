package scrip.payment.sandbox;

import com.google.gson.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * What the sandbox's API answers: an object, or an error in Stripe's shape.
 *
 * @param status
 *            the HTTP status
 * @param body
 *            the JSON
 */
record Answer(int status, JsonObject body) {

    private static final int DECLINED = 402;
    private static final String INVALID = "invalid_request_error";

    static Answer ok(JsonObject body) {
        return new Answer(200, body);
    }

    /** A parameter that is missing, malformed or impossible. */
    static Answer invalid(@Nullable String code, String message, @Nullable String param) {
        return error(400, INVALID, code, message, param);
    }

    static Answer missing(Kind kind, String id, String param) {
        return error(404, INVALID, "resource_missing", "No such " + kind.stripeName() + ": '" + id + "'", param);
    }

    static Answer unknownAddress(String method, String path) {
        return error(404, INVALID, null, "Unrecognized request URL (" + method + ": " + path + ").", null);
    }

    static Answer unauthorized(String message) {
        return error(401, INVALID, null, message, null);
    }

    /** A key that was used before with other parameters or for another address. */
    static Answer otherRequest(String key) {
        return error(400, "idempotency_error", null,
                "Keys for idempotent requests can only be used with the same parameters they were first used with."
                        + " Try using a key other than '" + key + "' if you meant to execute a different request.",
                null);
    }

    /** A card that was declined. */
    static Answer declined() {
        return error(DECLINED, "card_error", "card_declined", "Your card was declined.", null);
    }

    /** Whether it is kept under the request's key: what was tried is not tried again. */
    boolean isKept() {
        return isOk() || status == DECLINED;
    }

    boolean isOk() {
        return status == 200;
    }

    private static Answer error(int status, String type, @Nullable String code, String message,
            @Nullable String param) {
        Fields error = new Fields().put("type", type).put("message", message);
        if (code != null) {
            error.put("code", code).put("doc_url", "https://docs.stripe.com/error-codes/" + code.replace('_', '-'));
        }
        if (param != null) {
            error.put("param", param);
        }
        return new Answer(status, new Fields().put("error", error.json()).json());
    }
}
