package scrip.web.notice;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import scrip.application.notice.Attempt;
import scrip.application.notice.Channel;
import scrip.application.notice.Delivery;
import scrip.application.notice.Delivery.Progress;
import scrip.application.notice.Outbox;
import scrip.domain.pool.PoolId;
import scrip.web.operator.WebhooksPage;
import scrip.web.page.AmountText;
import scrip.web.page.Moment;

/** The delivery log as the operator's page Webhooks shows it, and the sending again from there. */
public final class DeliveryRows {

    private static final int ROWS = 50;
    private static final int PARTS = 4;

    private final Outbox outbox;
    private final InstantSource clock;

    public DeliveryRows(Outbox outbox, InstantSource clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    /** @return the latest deliveries of all workspaces, newest first */
    public List<WebhooksPage.Delivery> latest() {
        List<Delivery> latest = outbox.latest(ROWS);
        Map<Delivery.Key, List<Attempt>> attempts = outbox.attempts(latest.stream().map(Delivery::key).toList());
        return latest.stream().map(delivery -> row(delivery, attempts.getOrDefault(delivery.key(), List.of())))
                .toList();
    }

    private static WebhooksPage.Delivery row(Delivery delivery, List<Attempt> attempts) {
        Progress so = delivery.progress();
        Instant next = so.attempts() > 0 ? so.nextAt() : null;
        return new WebhooksPage.Delivery(Moment.minute(so.madeAt()), idOf(delivery.key()),
                delivery.posted().notice().matter().key(), delivery.target().address(),
                so.status().name().toLowerCase(Locale.ROOT), AmountText.count(so.attempts()), so.outcome(),
                next == null ? null : Moment.minute(next), attempts.stream().map(DeliveryRows::row).toList());
    }

    private static WebhooksPage.Try row(Attempt attempt) {
        return new WebhooksPage.Try(Moment.minute(attempt.at()), attempt.result().key(),
                AmountText.count(attempt.took().toMillis()), attempt.outcome());
    }

    private static String idOf(Delivery.Key key) {
        return key.pool().value() + "." + key.notice() + "." + key.target().channel().key() + "."
                + key.target().address();
    }

    /**
     * @param id
     *            as the page named it
     * @return false if there is no such delivery
     */
    public boolean resend(String id) {
        String[] parts = id.split("\\.", PARTS);
        if (parts.length < PARTS) {
            return false;
        }
        try {
            return outbox.resend(new Delivery.Key(new PoolId(Long.parseLong(parts[0])), Long.parseLong(parts[1]),
                    new Delivery.Target(Channel.ofKey(parts[2]), parts[PARTS - 1])), clock.instant());
        } catch (IllegalArgumentException _) {
            // It is no id of ours, so there is nothing that it names.
            return false;
        }
    }
}
