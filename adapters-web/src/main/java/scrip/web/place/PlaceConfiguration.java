package scrip.web.place;

import java.util.List;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import scrip.application.payment.PaymentGateway;
import scrip.application.workspace.Workspaces;
import scrip.web.wiring.ScripProperties;

/** Builds what knows the way. */
@Configuration(proxyBeanMethods = false)
public class PlaceConfiguration {

    @Bean
    PublicAddress publicAddress(Environment environment) {
        return new PublicAddress(environment);
    }

    @Bean
    Places places(Workspaces workspaces, ScripProperties properties) {
        return new Places(workspaces, properties.deployment());
    }

    @Bean
    Frames frames(PaymentGateway gateway) {
        return new Frames(gateway);
    }

    @Bean
    WebMvcConfigurer visits(Frames frames, Places places) {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new VisitArgument());
            }

            @Override
            public void addInterceptors(InterceptorRegistry interceptors) {
                interceptors.addInterceptor(new ErrorFrames(frames, places));
            }
        };
    }
}
