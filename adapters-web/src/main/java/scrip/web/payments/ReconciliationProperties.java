package scrip.web.payments;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings {@code scrip.reconciliation.*}.
 *
 * @param every
 *            how long after a pass began the next is due, over all nodes together
 */
@ConfigurationProperties("scrip.reconciliation")
public record ReconciliationProperties(@DefaultValue("5m") Duration every) {}
