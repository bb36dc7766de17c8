package scrip.payment;

import java.time.Instant;
import java.time.InstantSource;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;

/** The least application that the payment adapter plugs itself into. */
@SpringBootConfiguration
@EnableAutoConfiguration(exclude = DataSourceAutoConfiguration.class)
@Import(WebhookReceiver.class)
class PaymentTestApplication {

    @Bean
    SettableClock clock() {
        return new SettableClock();
    }

    @Bean
    SecurityFilterChain everythingElse(HttpSecurity http) {
        return http.authorizeHttpRequests(all -> all.anyRequest().permitAll()).csrf(AbstractHttpConfigurer::disable)
                .build();
    }

    /** A clock that stands until it is set. */
    static final class SettableClock implements InstantSource {

        static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

        private volatile Instant now = START;

        @Override
        public Instant instant() {
            return now;
        }

        void set(Instant now) {
            this.now = now;
        }
    }
}
