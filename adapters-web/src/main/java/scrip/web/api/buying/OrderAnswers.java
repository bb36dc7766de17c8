package scrip.web.api.buying;

import java.util.Locale;

import scrip.application.payment.PaymentRefusal;
import scrip.application.pool.Answer;
import scrip.application.purchase.OrderWriter;
import scrip.application.purchase.Refusal;
import scrip.domain.pricing.PriceList;
import scrip.domain.purchase.Purchase;
import scrip.web.api.json.Json;
import scrip.web.api.problem.Problem;
import scrip.web.api.problem.ProblemCode;

/** Puts what became of an order into the contract's words. */
final class OrderAnswers implements OrderWriter {

    private static final int CREATED = 201;

    @Override
    public Answer write(Purchase purchase) {
        return new Answer(CREATED, Json.write(PurchaseJson.Ordered.of(purchase)));
    }

    @Override
    public Answer write(Refusal refusal) {
        return problem(refusal).asAnswer();
    }

    static Problem problem(Refusal refusal) {
        return switch (refusal) {
            case Refusal.NotForSale notForSale -> Problem.invalid("credits", complaint(notForSale));
            case Refusal.FreePlan _ -> Problem.of(ProblemCode.FREE_PLAN_CANNOT_BUY,
                    "A license is needed to buy add-on credits.");
            case Refusal.PromoCode code -> Problem.of(ProblemCode.PROMO_CODE_INVALID,
                    "The promo code cannot be used: " + code.reason() + ".").with("reason", code.reason());
            case Refusal.BelowMinimumCharge below -> Problem.of(ProblemCode.BELOW_MINIMUM_CHARGE,
                    "The price is below the least that can be charged.")
                    .with("minimum", MoneyJson.of(below.minimum()));
            case Refusal.KeyReused _ -> Problem.of(ProblemCode.IDEMPOTENCY_KEY_REUSED,
                    "Use a new key for another request.");
            case Refusal.OrderTooOld _ -> Problem.of(ProblemCode.IDEMPOTENCY_KEY_REUSED,
                    "This order was begun too long ago to be paid. Nothing was charged: order again under a new key.")
                    .with("reason", "order_too_old");
            case Refusal.GatewayUnavailable _ -> Problem.of(ProblemCode.PAYMENT_UNAVAILABLE,
                    "Nothing was charged. Try again with the same key.");
            case Refusal.GatewayRefused refused -> refused(refused.why());
        };
    }

    private static Problem refused(PaymentRefusal why) {
        String reason = why.name().toLowerCase(Locale.ROOT);
        return why == PaymentRefusal.AMOUNT_TOO_SMALL
                ? Problem.of(ProblemCode.BELOW_MINIMUM_CHARGE, "The price is below the least that can be charged.")
                : Problem.of(ProblemCode.PAYMENT_UNAVAILABLE,
                        "The payment gateway refused; nothing was charged.").with("reason", reason);
    }

    private static String complaint(Refusal.NotForSale refusal) {
        PriceList prices = refusal.prices();
        return switch (refusal.why()) {
            case NOT_A_MULTIPLE_OF_100 -> "must be a multiple of " + PriceList.PACK;
            case TOO_FEW -> "must be at least " + prices.minimumCredits();
            case TOO_MANY -> "must be at most " + prices.maximumCredits();
        };
    }
}
