package scrip.payment;

import java.util.function.Function;

import scrip.application.payment.PaymentRefusal;

/** What became of one request to Stripe. */
sealed interface StripeAnswer<T> {

    /** Stripe did it. */
    record Done<T>(T value) implements StripeAnswer<T> {}

    /** Stripe knows of no such object. */
    record Missing<T>(String detail) implements StripeAnswer<T> {}

    /** Stripe refuses this request and would refuse it again. */
    record Refused<T>(PaymentRefusal reason, String detail) implements StripeAnswer<T> {}

    /** No usable answer; whether it took effect is unknown. */
    record Failed<T>(String detail) implements StripeAnswer<T> {}

    /** Goes on with what Stripe did; every other outcome stays. */
    default <U> StripeAnswer<U> then(Function<T, StripeAnswer<U>> next) {
        return switch (this) {
            case Done<T>(T value) -> next.apply(value);
            case Missing<T>(String detail) -> new Missing<>(detail);
            case Refused<T>(PaymentRefusal reason, String detail) -> new Refused<>(reason, detail);
            case Failed<T>(String detail) -> new Failed<>(detail);
        };
    }
}
