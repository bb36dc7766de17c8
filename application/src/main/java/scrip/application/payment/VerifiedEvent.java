package scrip.application.payment;

import java.time.Instant;

/**
 * An event that certainly comes from the gateway.
 *
 * @param id
 *            the event's id, the same each time it is delivered
 * @param type
 *            the gateway's name for what happened, such as {@code checkout.session.completed}
 * @param created
 *            when it happened at the gateway, to the second
 * @param json
 *            the whole event as it came
 */
public record VerifiedEvent(String id, String type, Instant created, String json) {}
