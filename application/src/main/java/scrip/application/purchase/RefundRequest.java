package scrip.application.purchase;

import scrip.application.pool.RequestKey;

/**
 * The operator's wish to pay back what is unused of a purchase (rule 28).
 *
 * @param purchase
 *            its id
 * @param key
 *            makes it happen once (rule 20)
 * @param reason
 *            the operator's words, 1 to 200 characters
 */
public record RefundRequest(String purchase, RequestKey key, String reason) {}
