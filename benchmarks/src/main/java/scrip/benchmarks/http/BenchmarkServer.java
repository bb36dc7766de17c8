package scrip.benchmarks.http;

import java.util.List;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import scrip.application.metering.Metering;
import scrip.application.workspace.Workspaces;
import scrip.web.ScripApplication;

/**
 * Scrip as it is, with two things to compare it with on the same server: an empty POST, and a workspace
 * {@code row-lock} whose holds and settlements take the row lock's way behind the same endpoints.
 */
public final class BenchmarkServer {

    private BenchmarkServer() {}

    public static void main(String[] args) {
        new SpringApplication(ScripApplication.class, Beside.class).run(args);
    }

    /** What is compared. */
    @Configuration(proxyBeanMethods = false)
    static class Beside {

        @Bean
        EmptyPost emptyPost() {
            return new EmptyPost();
        }

        /** No filter at all: the server's own cost and nothing else. */
        @Bean
        @Order(0)
        SecurityFilterChain unguarded() {
            return new DefaultSecurityFilterChain(PathPatternRequestMatcher.pathPattern("/empty"), List.of());
        }

        /** Wraps the use case itself, so that both ways bear the same meters. */
        @Bean
        static BeanPostProcessor rowLockBeside(ObjectProvider<Workspaces> workspaces,
                ObjectProvider<HikariDataSource> connections) {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    return "metering".equals(name) && bean instanceof Metering desk
                            ? new RowLockMetering(desk, workspaces, connections)
                            : bean;
                }
            };
        }
    }

    /** Answers and does nothing. */
    @RestController
    static final class EmptyPost {

        @PostMapping("/empty")
        ResponseEntity<Void> post() {
            return ResponseEntity.noContent().build();
        }
    }
}
