package scrip.web.page;

import java.io.IOException;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.servlet.filter.OrderedRequestContextFilter;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.filter.RequestContextFilter;
import org.springframework.web.servlet.resource.ResourceUrlEncodingFilter;
import scrip.web.api.problem.ProblemFilter;

/** Takes the place of filters that stand before everything though only pages need them: the API goes past them. */
@Configuration(proxyBeanMethods = false)
public class PageFilterConfiguration {

    @Bean
    FilterRegistrationBean<ResourceUrlEncodingFilter> resourceUrlEncodingFilter() {
        FilterRegistrationBean<ResourceUrlEncodingFilter> filter = new FilterRegistrationBean<>(new AssetAddresses());
        filter.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ERROR);
        return filter;
    }

    @Bean
    static RequestContextFilter requestContextFilter() {
        return new PageContexts();
    }

    /** Puts the hash of its content into the address of an asset. */
    private static final class AssetAddresses extends ResourceUrlEncodingFilter {

        @Override
        public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            if (ProblemFilter.isApi((HttpServletRequest) request)) {
                chain.doFilter(request, response);
            } else {
                super.doFilter(request, response, chain);
            }
        }
    }

    /** Makes a page's request known to its thread; the dispatcher does so for the API's. */
    private static final class PageContexts extends OrderedRequestContextFilter {

        @Override
        protected boolean shouldNotFilter(HttpServletRequest request) {
            return ProblemFilter.isApi(request);
        }
    }
}
