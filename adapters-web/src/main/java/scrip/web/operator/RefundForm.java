package scrip.web.operator;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import scrip.application.pool.Answer;
import scrip.application.pool.RequestKey;
import scrip.application.purchase.RefundOutcome;
import scrip.application.purchase.RefundRequest;
import scrip.web.api.json.Field;
import scrip.web.api.security.Sha256;
import scrip.web.form.Form;
import scrip.web.form.Texts;

/**
 * The form that pays back what is unused of a purchase (rule 28): {@code id} and {@code reason}; its {@code key} is drawn
 * with it, so that sending it twice pays back once (rule 20).
 */
final class RefundForm {

    private static final int LONGEST_REASON = 200;
    private static final String KEY = "[0-9a-f-]{36}";
    private static final int DONE = 200;
    private static final int NOT_DONE = 409;

    private RefundForm() {}

    /** @return the name of the form of one purchase */
    static String name(String purchase) {
        return "refund-" + purchase;
    }

    static Form opening(String purchase) {
        return Form.opening(name(purchase), Map.of("id", purchase, "key", UUID.randomUUID().toString()));
    }

    /** Reads the form; what is wrong with it is noted in it. */
    static Optional<RefundRequest> read(Form form) {
        Field<String> reason = form.required("reason", Texts.line(LONGEST_REASON));
        if (!form.typed("key").matches(KEY)) {
            form.refuse("reason", "stale");
        }
        return form.valid(() -> new RefundRequest(form.typed("id"), key(form, reason.get()), reason.get()));
    }

    /** Another reason under the same key is another request. */
    private static RequestKey key(Form form, String reason) {
        String fingerprint = Sha256.hexOf(form.typed("id") + "\n" + reason);
        return RequestKey.ofPage("refund-" + form.typed("key") + fingerprint.substring(0, 8), fingerprint);
    }

    /** @return what the page says of it: the end of a message key {@code notice.done-…} */
    static Answer words(RefundOutcome outcome) {
        return switch (outcome) {
            case RefundOutcome.Refunded _ -> new Answer(DONE, "refund");
            case RefundOutcome.Pending _ -> new Answer(NOT_DONE, "refund-pending");
            case RefundOutcome.Unanswered _ -> new Answer(NOT_DONE, "refund-unanswered");
            case RefundOutcome.Refused no -> new Answer(NOT_DONE, "refund-not-" + no.why().key());
            case RefundOutcome.RefusedByGateway no -> new Answer(NOT_DONE, switch (no.why()) {
                case ALREADY_REFUNDED, DISPUTED -> "refund-not-" + no.why().name().toLowerCase(Locale.ROOT);
                default -> "refund-not-gateway";
            });
            case RefundOutcome.NoSuchPurchase _,RefundOutcome.KeyReused _ -> new Answer(NOT_DONE, "refund-not-known");
        };
    }
}
