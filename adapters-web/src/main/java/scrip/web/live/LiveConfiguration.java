package scrip.web.live;

import java.time.InstantSource;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import scrip.application.live.LiveBalances;
import scrip.application.live.PoolMarks;
import scrip.application.pool.PoolStore;
import scrip.domain.pool.Terms;

/** Builds the streams of balances. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LiveSettings.class)
public class LiveConfiguration {

    @Bean
    LiveBalances liveBalances(PoolMarks marks, PoolStore pools, InstantSource clock, Terms terms) {
        return new LiveBalances(marks, pools, clock, terms);
    }

    @Bean
    BalanceStreams balanceStreams(LiveBalances live, LiveSettings settings) {
        return new BalanceStreams(live, settings);
    }
}
