package scrip.application.payment;

/**
 * A card to be saved for later payments, with its owner's consent.
 *
 * @param key
 *            the idempotency key: one page per key
 * @param pool
 *            the pool that it will pay for
 * @param customer
 *            the gateway's customer that it will belong to
 * @param returns
 *            where the page leads back to
 */
public record CardOrder(String key, String pool, String customer, CheckoutOrder.Returns returns) {}
