package scrip.web.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.security.config.observation.SecurityObservationSettings;
import scrip.application.metering.Metering;
import scrip.application.pool.Desk;
import scrip.application.pool.PoolStore;

/** Puts meters around the ports: whoever asks for one gets it with them. */
@Configuration(proxyBeanMethods = false)
public class MetricsConfiguration {

    @Bean
    @Primary
    PoolStore meteredPoolStore(@Qualifier("poolStore") PoolStore store, MeterRegistry registry) {
        return new MeteredPoolStore(store, registry);
    }

    @Bean
    @Primary
    Metering meteredMetering(@Qualifier("metering") Metering metering, MeterRegistry registry) {
        return new MeteredMetering(metering, registry);
    }

    /** Otherwise every filter of every chain is timed at every request, which takes longer than all of them do. */
    @Bean
    SecurityObservationSettings securityObservations() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    MeterBinder deskMeters(Desk desk) {
        return registry -> Gauge.builder("scrip.desk.waiting", desk, Desk::waiting)
                .description("Requests that wait for their commit").register(registry);
    }
}
