package scrip.domain.purchase;

import java.time.Instant;

/**
 * The operator's wish to pay back what is unused of a purchase.
 *
 * @param key
 *            names the refund, here and at the gateway
 * @param reason
 *            the operator's words
 * @param askedAt
 *            when he asked
 */
public record RefundIntent(String key, String reason, Instant askedAt) {}
