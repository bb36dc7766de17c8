package scrip.web.upkeep;

import java.time.InstantSource;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import scrip.application.upkeep.Upkeep;
import scrip.application.upkeep.UpkeepStore;
import scrip.web.start.Settings;

/** Builds the upkeep and the job that runs it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RetentionSettings.class)
public class UpkeepConfiguration {

    @Bean
    Upkeep upkeep(UpkeepStore store, InstantSource clock, RetentionSettings settings) {
        Upkeep.Retention retention = Settings.read("scrip.keys.retention or scrip.holds.retention",
                () -> new Upkeep.Retention(settings.keys().retention(), settings.holds().retention()));
        return new Upkeep(store, clock, retention);
    }

    @Bean
    UpkeepJob upkeepJob(Upkeep upkeep) {
        return new UpkeepJob(upkeep);
    }
}
