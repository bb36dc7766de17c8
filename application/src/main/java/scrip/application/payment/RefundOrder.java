package scrip.application.payment;

import scrip.domain.pricing.Money;

/**
 * Money to be paid back.
 *
 * @param paymentIntent
 *            the payment that it came with
 * @param amount
 *            above zero and at most what is left of the payment
 * @param key
 *            the idempotency key: one refund per key
 * @param reason
 *            the operator's words, kept with the refund
 */
public record RefundOrder(String paymentIntent, Money amount, String key, String reason) {}
