package scrip.web.builder;

import java.time.InstantSource;

import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import scrip.application.metering.MeterOperations;
import scrip.application.metering.Metering;
import scrip.application.reading.Balances;
import scrip.application.reading.LedgerReader;
import scrip.web.notice.NoticeBoard;
import scrip.web.place.Frames;
import scrip.web.settings.LimitsCards;

/** Builds what carries the builder's chat. */
@Configuration(proxyBeanMethods = false)
public class BuilderConfiguration {

    @Bean
    Conversation conversation(Metering metering, MeterOperations.Tariff tariff, InstantSource clock) {
        return new Conversation(metering, tariff, clock);
    }

    @Bean
    BuilderPages builderPages(Balances balances, BuilderPages.Ledgers ledgers, MeterOperations.Tariff tariff,
            MessageSource messages) {
        return new BuilderPages(balances, ledgers, tariff, messages);
    }

    @Bean
    BuilderPages.Ledgers builderLedgers(LedgerReader ledger, LimitsCards limits, NoticeBoard notices) {
        return new BuilderPages.Ledgers(ledger, limits, notices);
    }

    @Bean
    BuilderController builderController(Frames frames, BuilderPages pages, Conversation conversation) {
        return new BuilderController(frames, pages, conversation);
    }
}
