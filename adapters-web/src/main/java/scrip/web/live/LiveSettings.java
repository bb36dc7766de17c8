package scrip.web.live;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings {@code scrip.live.*} of streams of balances.
 *
 * @param streams
 *            most streams that this node keeps open at once
 * @param streamsPerPool
 *            most of them for one pool, so that no workspace uses up all
 * @param every
 *            how often this node looks whether balances have changed
 * @param heartbeat
 *            how often a quiet stream gives a sign of life, and is ended if whoever listens may no longer
 * @param longest
 *            how long a stream lasts; whoever goes on listening opens another
 */
@ConfigurationProperties("scrip.live")
public record LiveSettings(@DefaultValue("1000") int streams, @DefaultValue("200") int streamsPerPool,
        @DefaultValue("1s") Duration every,
        @DefaultValue("10s") Duration heartbeat, @DefaultValue("30m") Duration longest) {}
