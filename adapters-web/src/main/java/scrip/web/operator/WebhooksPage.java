package scrip.web.operator;

import java.util.List;

import org.jspecify.annotations.Nullable;
import scrip.web.page.Moment;

/**
 * What came in from the gateway and what went out to others, template {@code operator/webhooks}.
 *
 * @param url this page; buttons post to {@code url + "/replay"}, {@code "/put-away"}, {@code "/reconcile"}, {@code "/settle"} and
 *     {@code "/resend"}
 * @param told ends the message key {@code operator.webhooks.told.…}: what a button just did; or null
 * @param inbox events received
 * @param deliveries webhooks sent, newest first
 * @param nextUrl older deliveries, or null
 * @param reconciliation the latest comparison with the gateway
 */
public record WebhooksPage(String url, @Nullable String told, Received inbox, List<Delivery> deliveries,
        @Nullable String nextUrl, Reconciled reconciliation) {

    /**
     * The inbox.
     *
     * @param deadOnly whether only dead letters are listed
     * @param dead how many dead letters there are, or null for none
     * @param events newest first
     * @param olderUrl older events, or null
     */
    public record Received(boolean deadOnly, @Nullable String dead, List<Event> events, @Nullable String olderUrl) {}

    /**
     * An event received.
     *
     * @param id the gateway's id, posted as {@code id} to replay it or put it away
     * @param type such as {@code checkout.session.completed}
     * @param status {@code waiting}, {@code done}, {@code ignored}, {@code dead} or {@code put_away}
     * @param attempts how often it was tried
     * @param detail why it failed or was ignored, or empty
     * @param seen who put it away, or null
     */
    public record Event(Moment at, String id, String type, String status, String attempts, String detail,
            @Nullable Seen seen) {}

    /** Who put a dead letter away, and when. */
    public record Seen(String by, Moment at) {}

    /**
     * Reconciliation.
     *
     * @param pass what the latest pass did, or null before the first
     * @param differs in what the gateway and we do not agree, latest first
     */
    public record Reconciled(@Nullable Pass pass, List<Difference> differs) {}

    /** A pass, its numbers as text, named as in the report of the API. */
    public record Pass(Moment at, String checked, String fulfilled, String ended, String audited, String events,
            String missed, boolean complete, boolean reached) {}

    /**
     * A difference; {@code kind} and {@code subject} are posted to settle it.
     *
     * @param kind ends the message key {@code operator.differs.…}
     */
    public record Difference(String kind, String subject, String detail, Moment firstSeen, Moment lastSeen) {}

    /**
     * A notice sent, by e-mail or as a webhook.
     *
     * @param id names it when it is sent again
     * @param to the address
     * @param status {@code delivered}, {@code waiting} or {@code failed}
     * @param attempts how often it was tried
     * @param detail the last answer
     * @param nextAt when it is tried again, or null when it is not, or was not yet tried
     * @param tries its latest tries, newest first
     */
    public record Delivery(
            Moment at, String id, String type, String to, String status, String attempts, String detail,
            @Nullable Moment nextAt, List<Try> tries) {}

    /**
     * A try to deliver a notice.
     *
     * @param result ends the message key {@code operator.try.…}: {@code arrived}, {@code failed} or {@code refused}
     * @param took in milliseconds, such as "1,204"
     * @param answer what the other side said
     */
    public record Try(Moment at, String result, String took, String answer) {}
}
