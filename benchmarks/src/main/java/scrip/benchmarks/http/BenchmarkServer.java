package scrip.benchmarks.http;

import java.util.List;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.boot.SpringApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.annotation.Order;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import scrip.application.metering.Metering;
import scrip.application.workspace.Workspaces;
import scrip.benchmarks.database.Access;
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

        @Bean
        @Primary
        Metering meteringOrRowLock(Metering metering, Workspaces workspaces, HikariDataSource scrip) {
            Access access = new Access(scrip.getJdbcUrl(), scrip.getUsername(), scrip.getPassword());
            return new RowLockMetering(metering, workspaces, access.plainConnections(RowLockMetering.CONNECTIONS));
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
