package scrip.web.operator;

import java.util.List;

import org.jspecify.annotations.Nullable;
import scrip.web.page.Moment;

/**
 * What came in from the gateway and what went out to others, template {@code operator/webhooks}.
 *
 * @param url this page; resending posts {@code id} to {@code url + "/resend"}
 * @param inbox events received, newest first
 * @param deliveries webhooks sent, newest first
 * @param nextUrl older events, or null
 */
public record WebhooksPage(String url, List<Event> inbox, List<Delivery> deliveries, @Nullable String nextUrl) {

    /**
     * An event received.
     *
     * @param id the gateway's id
     * @param type such as {@code checkout.session.completed}
     * @param status {@code received}, {@code done}, {@code ignored} or {@code failed}
     * @param detail what it did, or why it failed
     */
    public record Event(Moment at, String id, String type, String status, String detail) {}

    /**
     * A webhook sent.
     *
     * @param id names it when it is sent again
     * @param to the address
     * @param status {@code delivered}, {@code waiting} or {@code failed}
     * @param attempts how often it was tried
     * @param detail the last answer
     */
    public record Delivery(
            Moment at, String id, String type, String to, String status, String attempts, String detail) {}
}
