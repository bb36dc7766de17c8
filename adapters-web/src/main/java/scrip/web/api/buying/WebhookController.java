package scrip.web.api.buying;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import scrip.application.purchase.Webhooks;
import scrip.web.api.problem.Problem;
import scrip.web.api.problem.ProblemCode;
import scrip.web.api.request.BodyBytes;

/** Takes the payment gateway's events: stored first, then acknowledged, then worked off (rule 26). */
@RestController
public final class WebhookController {

    private static final String SIGNATURE = "Stripe-Signature";

    private final Webhooks webhooks;
    private final Runnable wake;

    /**
     * @param wake
     *            tells the inbox's worker that something has come in
     */
    public WebhookController(Webhooks webhooks, Runnable wake) {
        this.webhooks = webhooks;
        this.wake = wake;
    }

    /** The signature is over the bytes as they came, so nothing reads them before. */
    @PostMapping("/webhooks/stripe")
    public ResponseEntity<Void> receive(HttpServletRequest request) {
        Webhooks.Receipt receipt = webhooks.receive(BodyBytes.of(request), request.getHeader(SIGNATURE));
        if (receipt == Webhooks.Receipt.REFUSED) {
            throw Problem.of(ProblemCode.SIGNATURE_INVALID, "The event is not signed with a secret known here.")
                    .asException();
        }
        wake.run();
        return ResponseEntity.ok().build();
    }
}
