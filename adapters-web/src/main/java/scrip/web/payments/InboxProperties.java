package scrip.web.payments;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings {@code scrip.inbox.*}.
 *
 * @param retention
 *            how long an event is kept after it was done or ignored, 31 days or more
 */
@ConfigurationProperties("scrip.inbox")
public record InboxProperties(@DefaultValue("90d") Duration retention) {}
