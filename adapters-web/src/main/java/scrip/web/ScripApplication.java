package scrip.web;

import java.util.Arrays;
import java.util.List;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;
import scrip.web.api.ApiConfiguration;
import scrip.web.api.buying.SellingConfiguration;
import scrip.web.api.operator.LimitsConfiguration;
import scrip.web.api.operator.OperatorConfiguration;
import scrip.web.explain.ExplainConfiguration;
import scrip.web.license.LicenseCommand;
import scrip.web.license.LicenseConfiguration;
import scrip.web.metrics.MetricsConfiguration;
import scrip.web.payments.PaymentsConfiguration;
import scrip.web.upkeep.UpkeepConfiguration;
import scrip.web.verify.VerifyCommand;
import scrip.web.verify.VerifyConfiguration;
import scrip.web.wiring.RememberingConfiguration;
import scrip.web.wiring.ScripWiring;

/**
 * Starts Scrip; the other adapters plug themselves in as auto-configurations. Nothing is scanned for: every bean is
 * built in sight.
 */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import({ScripWiring.class, ApiConfiguration.class, OperatorConfiguration.class, LimitsConfiguration.class,
    LicenseConfiguration.class, SellingConfiguration.class, PaymentsConfiguration.class, PagesConfiguration.class,
    VerifyConfiguration.class, ExplainConfiguration.class, MetricsConfiguration.class, UpkeepConfiguration.class,
    RememberingConfiguration.class})
public class ScripApplication {

    /**
     * Starts the application, or runs the command that the first argument names.
     *
     * @param args Spring Boot's command line arguments, such as {@code --scrip.data=/var/lib/scrip}
     */
    public static void main(String[] args) {
        if (args.length > 0 && args[0].equals(VerifyCommand.NAME)) {
            System.exit(VerifyCommand.run(System.out, Arrays.copyOfRange(args, 1, args.length)));
        }
        if (args.length > 0 && args[0].equals(LicenseCommand.NAME)) {
            System.exit(LicenseCommand.run(List.of(args).subList(1, args.length), System.out, System.err));
        }
        SpringApplication.run(ScripApplication.class, args);
    }
}
