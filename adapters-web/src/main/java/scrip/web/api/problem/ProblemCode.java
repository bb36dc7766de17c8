package scrip.web.api.problem;

import java.util.Arrays;
import java.util.Locale;

/** The stable codes of problems, each with its HTTP status and title. */
public enum ProblemCode {
    MALFORMED_REQUEST(400, "The request cannot be read"), //
    IDEMPOTENCY_KEY_MISSING(400, "The Idempotency-Key header is missing"), //
    SIGNATURE_INVALID(400, "The signature does not verify"), //
    UNAUTHENTICATED(401, "A valid key is needed"), //
    INSUFFICIENT_CREDITS(402, "There are not enough credits"), //
    BUILDER_LIMIT_REACHED(402, "The builder's limit is reached"), //
    FREE_PLAN_CANNOT_BUY(402, "The free plan cannot buy credits"), //
    FORBIDDEN(403, "The key does not open this"), //
    NOT_FOUND(404, "There is no such thing"), //
    METHOD_NOT_ALLOWED(405, "The method is not allowed here"), //
    NOT_ACCEPTABLE(406, "There is no such representation"), //
    HOLD_CLOSED(409, "The hold has ended"), //
    CHARGE_ALREADY_REFUNDED(409, "The charge has been refunded"), //
    PURCHASE_NOT_REFUNDABLE(409, "The purchase cannot be refunded"), //
    TOO_LARGE(413, "The body is too large"), //
    UNSUPPORTED_MEDIA_TYPE(415, "The content type is not supported"), //
    INVALID_FIELD(422, "A field is invalid"), //
    IDEMPOTENCY_KEY_REUSED(422, "The Idempotency-Key was used for another request"), //
    UNKNOWN_OPERATION(422, "The operation is not in the catalogue"), //
    UNKNOWN_MODEL(422, "The model is not on the rate card"), //
    PROMO_CODE_INVALID(422, "The promo code cannot be used"), //
    LICENSE_INVALID(422, "The license key cannot be used"), //
    BELOW_MINIMUM_CHARGE(422, "The amount is too small to be charged"), //
    RATE_LIMITED(429, "There were too many failed attempts"), //
    INTERNAL_ERROR(500, "Something went wrong on our side"), //
    PAYMENT_UNAVAILABLE(502, "The payment gateway did not answer"), //
    UNAVAILABLE(503, "The service cannot answer now");

    private final int status;
    private final String title;

    ProblemCode(int status, String title) {
        this.status = status;
        this.title = title;
    }

    public int status() {
        return status;
    }

    String title() {
        return title;
    }

    /** @return the name used in the API, such as {@code hold_closed} */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @return the first code with the status; {@link #MALFORMED_REQUEST} for a client's error that has none */
    static ProblemCode ofStatus(int status) {
        ProblemCode otherwise = status >= 400 && status < 500 ? MALFORMED_REQUEST : INTERNAL_ERROR;
        return Arrays.stream(values()).filter(code -> code.status == status).findFirst().orElse(otherwise);
    }
}
