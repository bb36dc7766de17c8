package scrip.application.payment;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** How the gateway answered a request for its recent events. */
public sealed interface EventsReply {

    /**
     * Some events, newest first.
     *
     * @param events
     *            at most 100
     * @param next
     *            the cursor of the page with older ones, null on the last page
     */
    record Page(List<VerifiedEvent> events, @Nullable String next) implements EventsReply {}

    /**
     * No usable answer; ask again later.
     *
     * @param detail
     *            for the operator's log
     */
    record Unavailable(String detail) implements EventsReply {}
}
