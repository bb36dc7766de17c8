package scrip.web.notice;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSender;
import scrip.application.notice.Courier;
import scrip.application.notice.Deliveries;
import scrip.application.notice.DueNotices;
import scrip.application.notice.Notices;
import scrip.application.notice.Outbox;
import scrip.application.pool.Desk;
import scrip.application.workspace.Workspaces;
import scrip.web.place.PublicAddress;
import scrip.web.start.Settings;
import scrip.web.wiring.Job;
import scrip.web.wiring.ScripProperties;

/** Builds what shows notices and what sends them. */
@Configuration(proxyBeanMethods = false)
public class NoticeConfiguration {

    private static final Duration DELIVERIES_EVERY = Duration.ofSeconds(1);
    private static final Duration DUE_EVERY = Duration.ofSeconds(30);
    private static final int MOST_BATCHES = 100;

    @Bean
    NoticeBoard noticeBoard(Notices notices, NoticeSettings settings) {
        return new NoticeBoard(notices, settings.terms());
    }

    @Bean
    DeliveryRows deliveryRows(Outbox outbox, InstantSource clock) {
        return new DeliveryRows(outbox, clock);
    }

    @Bean
    NoticeController noticeController(Notices notices, InstantSource clock) {
        return new NoticeController(notices, clock);
    }

    @Bean
    WebhookCourier webhookCourier(NoticeSettings settings, Workspaces workspaces) {
        List<Endpoint> endpoints = Settings.read("scrip.notices.webhooks",
                () -> settings.webhooks().stream().map(Endpoint::new).toList());
        return new WebhookCourier(endpoints, workspaces, InstantSource.system());
    }

    /** Without a mail server, nothing is sent by e-mail. */
    @Bean
    @ConditionalOnProperty("spring.mail.host")
    EmailCourier emailCourier(JavaMailSender mail, MessageSource messages, Workspaces workspaces,
            EmailCourier.Sender sender, InstantSource clock) {
        return new EmailCourier(mail, new Letters(messages), workspaces, sender, clock);
    }

    @Bean
    EmailCourier.Sender emailSender(PublicAddress address, NoticeSettings settings, ScripProperties properties) {
        return new EmailCourier.Sender(settings.from(), address, properties.deployment());
    }

    @Bean
    Deliveries deliveries(Outbox outbox, List<Courier> couriers, InstantSource clock) {
        return new Deliveries(outbox, couriers, clock, System::nanoTime);
    }

    @Bean
    Job deliveriesJob(Deliveries deliveries) {
        return new Job("deliveries", DELIVERIES_EVERY, () -> workOff(deliveries));
    }

    private static void workOff(Deliveries deliveries) {
        int batches = 0;
        while (batches < MOST_BATCHES && !Thread.currentThread().isInterrupted() && deliveries.work() > 0) {
            batches++;
        }
    }

    @Bean
    DueNotices dueNotices(Notices notices, Desk desk, InstantSource clock) {
        return new DueNotices(notices, desk, clock);
    }

    @Bean
    Job dueNoticesJob(DueNotices due) {
        return new Job("due notices", DUE_EVERY, due::touch);
    }
}
