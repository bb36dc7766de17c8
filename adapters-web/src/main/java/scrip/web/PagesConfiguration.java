package scrip.web;

import jakarta.servlet.DispatcherType;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import scrip.web.builder.BuilderConfiguration;
import scrip.web.buy.BuyConfiguration;
import scrip.web.demo.DemoConfiguration;
import scrip.web.live.PageStreamConfiguration;
import scrip.web.notice.NoticeConfiguration;
import scrip.web.operator.OperatorPagesConfiguration;
import scrip.web.operator.PromoPagesConfiguration;
import scrip.web.page.PageFilterConfiguration;
import scrip.web.page.TroubleFilter;
import scrip.web.payments.WebhooksPageConfiguration;
import scrip.web.place.PlaceConfiguration;
import scrip.web.settings.SettingsConfiguration;
import scrip.web.signin.SignInConfiguration;
import scrip.web.topup.TopUpConfiguration;
import scrip.web.usage.UsageConfiguration;
import scrip.web.verify.VerifyPagesConfiguration;

/** Builds the pages for people. */
@Configuration(proxyBeanMethods = false)
@Import({PlaceConfiguration.class, SignInConfiguration.class, SettingsConfiguration.class, BuyConfiguration.class,
    BuilderConfiguration.class, UsageConfiguration.class, OperatorPagesConfiguration.class,
    PromoPagesConfiguration.class, TopUpConfiguration.class, WebhooksPageConfiguration.class,
    NoticeConfiguration.class, DemoConfiguration.class, VerifyPagesConfiguration.class, PageStreamConfiguration.class,
    PageFilterConfiguration.class})
class PagesConfiguration {

    /** Before sessions are looked up, and where error pages are asked for too. */
    @Bean
    FilterRegistrationBean<TroubleFilter> troubleFilter() {
        FilterRegistrationBean<TroubleFilter> filter = new FilterRegistrationBean<>(new TroubleFilter());
        filter.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ERROR);
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }
}
