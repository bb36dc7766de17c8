package scrip.application.payment;

import scrip.domain.pricing.Money;

/**
 * A payment with a card that was saved before, without the buyer (off-session).
 *
 * @param purchase
 *            the purchase's id: every piece of news finds it by it, and a repetition is the same payment
 * @param pool
 *            the pool that the credits are for
 * @param amount
 *            what is due
 * @param customer
 *            the gateway's customer that the card belongs to
 * @param method
 *            the gateway's id of the card
 */
public record SavedCardOrder(String purchase, String pool, Money amount, String customer, String method) {}
