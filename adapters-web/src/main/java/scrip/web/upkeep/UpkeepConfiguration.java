package scrip.web.upkeep;

import java.time.Duration;
import java.time.InstantSource;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import scrip.application.purchase.Inbox;
import scrip.application.purchase.InboxUpkeep;
import scrip.application.upkeep.Upkeep;
import scrip.application.upkeep.UpkeepStore;
import scrip.web.start.Settings;
import scrip.web.wiring.Job;

/** Builds the upkeep of the tables and the jobs that run it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RetentionSettings.class)
public class UpkeepConfiguration {

    /** Every node may run them at once. */
    private static final Duration EVERY = Duration.ofMinutes(15);

    @Bean
    Upkeep upkeep(UpkeepStore store, InstantSource clock, RetentionSettings settings) {
        Upkeep.Retention retention = Settings.read("scrip.keys.retention or scrip.holds.retention",
                () -> new Upkeep.Retention(settings.keys().retention(), settings.holds().retention()));
        return new Upkeep(store, clock, retention);
    }

    @Bean
    Job upkeepJob(Upkeep upkeep) {
        return new Job("upkeep", EVERY, upkeep::run);
    }

    @Bean
    InboxUpkeep inboxUpkeep(Inbox inbox, InstantSource clock, RetentionSettings settings) {
        return Settings.read("scrip.inbox.retention",
                () -> new InboxUpkeep(inbox, clock, settings.inbox().retention()));
    }

    @Bean
    Job inboxUpkeepJob(InboxUpkeep upkeep) {
        return new Job("inbox-upkeep", EVERY, upkeep::run);
    }
}
