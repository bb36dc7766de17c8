package scrip.web.api.buying;

import java.math.BigDecimal;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import scrip.application.pool.Answer;
import scrip.application.pool.RequestKey;
import scrip.application.purchase.RefundOutcome;
import scrip.application.purchase.RefundRequest;
import scrip.application.purchase.Refunds;
import scrip.web.api.json.Json;
import scrip.web.api.json.Kinds;
import scrip.web.api.problem.Problem;
import scrip.web.api.problem.ProblemCode;
import scrip.web.api.request.Answers;
import scrip.web.api.request.ApiRequest;

/** The operator pays back what is unused of a purchase (rule 28). */
@RestController
public final class RefundsController {

    private static final int LONGEST_REASON = 200;
    private static final int OK = 200;

    private final Refunds refunds;

    public RefundsController(Refunds refunds) {
        this.refunds = refunds;
    }

    /** What was paid back. */
    record RefundedJson(BigDecimal credits, MoneyJson amount) {}

    @PostMapping("/api/v1/operator/purchases/{id}/refund")
    public ResponseEntity<byte[]> refund(ApiRequest request, @PathVariable String id) {
        RequestKey key = request.operatorKey();
        String reason = request.body(in -> in.required("reason", Kinds.text(LONGEST_REASON)).orNull());
        return Answers.of(refunds.refund(new RefundRequest(id, key, reason), RefundsController::answer));
    }

    private static Answer answer(RefundOutcome outcome) {
        return switch (outcome) {
            case RefundOutcome.Refunded done -> new Answer(OK,
                    Json.write(new RefundedJson(done.credits().toDecimal(), MoneyJson.of(done.amount()))));
            case RefundOutcome.Refused no -> refused(no.why().key());
            case RefundOutcome.RefusedByGateway no -> refused(switch (no.why()) {
                case ALREADY_REFUNDED -> "already_refunded";
                case DISPUTED -> "disputed";
                default -> "refused_by_gateway";
            });
            case RefundOutcome.Pending _ -> Problem.of(ProblemCode.PAYMENT_UNAVAILABLE,
                    "The credits are set aside and the gateway is asked again. Try again with the same key.")
                    .asAnswer();
            case RefundOutcome.Unanswered _ -> Problem.of(ProblemCode.PURCHASE_NOT_REFUNDABLE,
                    "The gateway has not said for a day whether it paid the money back: look there. It is not asked again.")
                    .with("reason", "unanswered").asAnswer();
            case RefundOutcome.NoSuchPurchase _ ->
                    Problem.of(ProblemCode.NOT_FOUND, "There is no such purchase.").asAnswer();
            case RefundOutcome.KeyReused _ -> Problem.of(ProblemCode.IDEMPOTENCY_KEY_REUSED,
                    "Use a new key for another request.").asAnswer();
        };
    }

    private static Answer refused(String reason) {
        return Problem.of(ProblemCode.PURCHASE_NOT_REFUNDABLE, "Nothing of the purchase can be paid back: " + reason
                + ".").with("reason", reason).asAnswer();
    }
}
