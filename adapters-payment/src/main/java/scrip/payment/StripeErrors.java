package scrip.payment;

import java.util.Map;

import com.stripe.exception.CardException;
import com.stripe.exception.IdempotencyException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import org.jspecify.annotations.Nullable;
import scrip.application.payment.PaymentRefusal;

/** Turns Stripe's errors into what a buyer or operator can do about them. */
final class StripeErrors {

    private static final int NOT_FOUND = 404;
    private static final Map<String, PaymentRefusal> REFUSALS = Map.of("amount_too_small",
            PaymentRefusal.AMOUNT_TOO_SMALL, "amount_too_large", PaymentRefusal.AMOUNT_TOO_LARGE, "email_invalid",
            PaymentRefusal.EMAIL_INVALID, "charge_already_refunded", PaymentRefusal.ALREADY_REFUNDED, "charge_disputed",
            PaymentRefusal.DISPUTED);

    private StripeErrors() {}

    /**
     * A wrong key or a missing permission counts as a failure and not as a refusal: the order is sound and can be tried
     * again once the operator has mended the key.
     */
    static <T> StripeAnswer<T> translate(StripeException error) {
        String detail = error.getClass().getSimpleName() + ": " + error.getMessage();
        return switch (error) {
            case InvalidRequestException gone when isCustomerGone(gone) ->
                    new StripeAnswer.Refused<>(PaymentRefusal.CUSTOMER_GONE, detail);
            case InvalidRequestException missing when isMissing(missing) -> new StripeAnswer.Missing<>(detail);
            case InvalidRequestException invalid -> new StripeAnswer.Refused<>(reason(invalid), detail);
            case IdempotencyException other -> new StripeAnswer.Refused<>(PaymentRefusal.OTHER, detail);
            case CardException declined -> new StripeAnswer.Refused<>(PaymentRefusal.OTHER, detail);
            default -> new StripeAnswer.Failed<>(detail);
        };
    }

    private static boolean isMissing(InvalidRequestException error) {
        Integer status = error.getStatusCode();
        return status != null && status == NOT_FOUND;
    }

    private static boolean isCustomerGone(InvalidRequestException error) {
        return "resource_missing".equals(error.getCode()) && "customer".equals(error.getParam());
    }

    private static PaymentRefusal reason(InvalidRequestException error) {
        @Nullable
        String code = error.getCode();
        if (code != null && REFUSALS.containsKey(code)) {
            return REFUSALS.getOrDefault(code, PaymentRefusal.OTHER);
        }
        return "customer_email".equals(error.getParam()) ? PaymentRefusal.EMAIL_INVALID : PaymentRefusal.OTHER;
    }
}
