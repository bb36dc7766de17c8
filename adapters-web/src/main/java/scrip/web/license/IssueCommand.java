package scrip.web.license;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;

import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import scrip.web.api.json.Fields;
import scrip.web.api.json.Json;
import scrip.web.api.problem.ProblemException;

/** Issues a license key; it goes through the reading that instances do, so no key comes out that none would take. */
@Command(name = "issue", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false,
        description = {
            "Prints a license key for one instance."})
@SuppressWarnings("NullAway.Init")
final class IssueCommand implements Callable<Integer> {

    @Option(names = "--key", required = true, paramLabel = "FILE",
            description = "The vendor's private key, from keygen.")
    private Path key;

    @Option(names = "--vendor", required = true, paramLabel = "NAME", description = "Who issues it.")
    private String vendor;

    @Option(names = "--instance", required = true, paramLabel = "ID", description = "The id of the instance that it is"
            + " for, from the instance's License page.")
    private String instance;

    @Option(names = "--plan", required = true, paramLabel = "NAME", description = "Such as Team.")
    private String plan;

    @Option(names = "--builders", required = true, paramLabel = "N", description = "How many may build.")
    private int builders;

    @Option(names = "--credits-per-builder", required = true, paramLabel = "N",
            description = "Credits that each brings a"
                    + " month.")
    private BigDecimal creditsPerBuilder;

    @Option(names = "--interval", defaultValue = "annual", paramLabel = "monthly|annual",
            description = "How often it is"
                    + " paid for (${DEFAULT-VALUE}).")
    private String interval;

    @Option(names = "--starts", paramLabel = "TIME",
            description = "When it begins, such as 2026-01-31T09:00:00Z (now).")
    private @Nullable Instant startsAt;

    @Option(names = "--ends", required = true, paramLabel = "TIME", description = "When it is over.")
    private Instant endsAt;

    @Option(names = "--time-zone", defaultValue = "UTC", paramLabel = "ZONE", description = "Whose local time renewals"
            + " keep (${DEFAULT-VALUE}).")
    private String zone;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Instant start = startsAt == null ? Instant.now().truncatedTo(ChronoUnit.SECONDS) : startsAt;
        byte[] claims = Json.bytes(LicenseClaims.of(vendor, instance,
                new LicenseJson(plan, builders, creditsPerBuilder, interval, start, endsAt, zone)));
        try {
            Fields.read(Json.read(claims), LicenseClaims::read);
            spec.commandLine().getOut().println(SignedKeys.sign(claims, privateKey()));
            return ExitCode.OK;
        } catch (ProblemException e) {
            throw new IllegalStateException("No instance would take this license: " + e.getMessage(), e);
        } catch (JoseException e) {
            throw new IllegalStateException("Cannot sign with " + key + ": " + e.getMessage(), e);
        }
    }

    private PrivateKey privateKey() {
        try {
            return VendorKeys.privateKey(Files.readString(key));
        } catch (IOException e) {
            throw new IllegalStateException("Cannot read " + key + ": " + e.getMessage(), e);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(key + " is " + e.getMessage() + ".", e);
        }
    }
}
