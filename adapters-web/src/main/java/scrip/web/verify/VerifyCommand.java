package scrip.web.verify;

import java.io.PrintStream;
import java.time.InstantSource;
import java.util.Map;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import scrip.application.audit.Archive;
import scrip.application.audit.Verification;
import scrip.application.audit.Verifier;
import scrip.application.workspace.WorkspaceStore;
import scrip.web.start.ExistingDatabase;

/**
 * {@code java -jar scrip.jar verify}: verifies every ledger, says what it found, and changes nothing. It takes the same
 * settings of the database as the application, serves nobody and needs no key.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration(excludeName = "scrip.payment.PaymentAutoConfiguration")
public class VerifyCommand {

    public static final String NAME = "verify";

    static final int WHOLE = 0;
    static final int FLAWED = 1;
    static final int NOT_VERIFIED = 2;

    private static final Map<String, Object> SETTINGS = Map.of("spring.flyway.enabled", "false",
            "logging.level.root", "warn", "spring.datasource.hikari.maximum-pool-size", "2");

    @Bean
    InstantSource systemClock() {
        return InstantSource.system();
    }

    @Bean
    Verifier verifier(Archive archive, InstantSource clock) {
        return new Verifier(archive, clock);
    }

    /**
     * @return the exit status: 0 if every ledger is whole, 1 if something does not add up, 2 if it could not be verified,
     *         whose reason has been logged
     */
    public static int run(PrintStream out, String... args) {
        SpringApplication command = new SpringApplication(VerifyCommand.class);
        command.setWebApplicationType(WebApplicationType.NONE);
        command.setDefaultProperties(SETTINGS);
        command.setLogStartupInfo(false);
        command.addInitializers(new ExistingDatabase());
        try (ConfigurableApplicationContext context = command.run(args)) {
            return tell(context.getBean(Verifier.class).verify(),
                    new PoolNames(context.getBean(WorkspaceStore.class)), out);
        } catch (RuntimeException e) {
            out.println("Not verified: " + e.getMessage());
            return NOT_VERIFIED;
        }
    }

    private static int tell(Verification verification, PoolNames names, PrintStream out) {
        for (Verification.Finding finding : verification.findings()) {
            Long seq = finding.flaw().seq();
            out.printf("%s%s: %s%n", names.of(finding.pool()), seq == null ? "" : " #" + seq, finding.flaw().what());
        }
        out.printf("%,d ledgers with %,d entries: %s%n", verification.pools(), verification.entries(),
                verification.ok() ? "every ledger is whole"
                        : "%,d findings".formatted(verification.findings().size()));
        return verification.ok() ? WHOLE : FLAWED;
    }
}
