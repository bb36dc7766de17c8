package scrip.web.upkeep;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** How long things are kept: {@code scrip.keys.retention}, {@code scrip.holds.retention}, {@code scrip.inbox.retention}. */
@ConfigurationProperties("scrip")
record RetentionSettings(@DefaultValue Keys keys, @DefaultValue Holds holds, @DefaultValue Inbox inbox) {

    /**
     * Answers under their requests' keys (rule 20).
     *
     * @param retention
     *            24 hours or more
     */
    record Keys(@DefaultValue("48h") Duration retention) {}

    /**
     * Settled and released holds.
     *
     * @param retention
     *            after they would have lapsed, 24 hours or more
     */
    record Holds(@DefaultValue("30d") Duration retention) {}

    /**
     * The gateway's events.
     *
     * @param retention
     *            after they were done, ignored or put away, 31 days or more
     */
    record Inbox(@DefaultValue("90d") Duration retention) {}
}
