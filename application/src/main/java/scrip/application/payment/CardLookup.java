package scrip.application.payment;

import java.time.Instant;

/** How the gateway answered a question about a page to save a card on. */
public sealed interface CardLookup {

    /**
     * A card was saved.
     *
     * @param pool
     *            the pool that it pays for
     * @param customer
     *            the gateway's customer that it belongs to
     * @param method
     *            the gateway's id of it
     * @param label
     *            what people know it by, such as "Visa •••• 4242"
     * @param savedAt
     *            when it was saved, as the gateway says
     */
    record Saved(String pool, String customer, String method, String label, Instant savedAt) implements CardLookup {}

    /** There is no such page, or no card was saved on it. */
    record None() implements CardLookup {}

    /** @param detail for the operator's log */
    record Unavailable(String detail) implements CardLookup {}
}
