package scrip.web.upkeep;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** How long things are kept: {@code scrip.keys.retention} and {@code scrip.holds.retention}. */
@ConfigurationProperties("scrip")
record RetentionSettings(@DefaultValue Keys keys, @DefaultValue Holds holds) {

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
}
