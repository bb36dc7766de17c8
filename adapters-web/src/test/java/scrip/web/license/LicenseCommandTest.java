package scrip.web.license;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import scrip.application.license.KeyReader.Reading;
import scrip.domain.credit.Credits;
import scrip.domain.license.BillingInterval;
import scrip.domain.license.License;

import static org.assertj.core.api.Assertions.assertThat;

/** The command that vendors make keys with (rule 7). */
class LicenseCommandTest {

    private static final List<
            String> LICENSE = List.of("--vendor", "Acme", "--instance", "i-1", "--plan", "Team größer",
                    "--builders", "5", "--credits-per-builder", "800.5", "--starts", "2026-03-01T00:00:00Z", "--ends",
                    "2027-03-01T00:00:00Z", "--time-zone", "Europe/Berlin");

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... args) {
        return run(List.of(args));
    }

    private int run(List<String> args) {
        out.reset();
        err.reset();
        return LicenseCommand.run(args, new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private String printed() {
        return out.toString(StandardCharsets.UTF_8).strip();
    }

    private String complaint() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private PublicKey vendor() {
        assertThat(run("keygen", "--out", file())).isZero();
        return VendorKeys.publicKey(printed().replace("scrip.license.public-key=", ""));
    }

    private String file() {
        return folder.resolve("vendor.pem").toString();
    }

    private int issue(List<String> license) {
        List<String> args = new ArrayList<>(List.of("issue", "--key", file()));
        args.addAll(license);
        return run(args);
    }

    @Test
    @DisplayName("Rule 7: an issued key is read with the public key of its vendor and by no other")
    void an_issued_key_says_the_license_to_whoever_trusts_its_vendor() throws GeneralSecurityException {
        PublicKey vendor = vendor();

        assertThat(issue(LICENSE)).isZero();

        License license = new License("Team größer", 5, Credits.ofMicros(800_500_000), BillingInterval.ANNUAL,
                Instant.parse("2026-03-01T00:00:00Z"), Instant.parse("2027-03-01T00:00:00Z"),
                ZoneId.of("Europe/Berlin"));
        assertThat(new SignedKeys(vendor).read(printed()))
                .isEqualTo(new Reading.Signed("Acme", Set.of("i-1"), license));
        assertThat(isSignedBy(vendor, printed())).as("as the JDK alone verifies it").isTrue();
        String key = printed();
        folder = folder.resolve("other");
        assertThat(folder.toFile().mkdir()).isTrue();
        assertThat(isSignedBy(vendor(), key)).isFalse();
    }

    private static boolean isSignedBy(PublicKey vendor, String key) throws GeneralSecurityException {
        int dot = key.lastIndexOf('.');
        Signature signature = Signature.getInstance("Ed25519");
        signature.initVerify(vendor);
        signature.update(key.substring(0, dot).getBytes(StandardCharsets.US_ASCII));
        return signature.verify(Base64.getUrlDecoder().decode(key.substring(dot + 1)));
    }

    @Test
    void a_private_key_is_for_its_owner_alone_and_never_overwritten() throws IOException {
        vendor();
        String before = Files.readString(Path.of(file()));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(Path.of(file()))))
                .isEqualTo("rw-------");
        assertThat(run("keygen", "--out", file())).isEqualTo(1);
        assertThat(complaint()).contains("There is a file already").doesNotContain("Exception", "\tat ");
        assertThat(Files.readString(Path.of(file()))).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            --builders, -1, builders must be a whole number
            --builders, 1000001, builders must be a whole number
            --interval, weekly, interval must be one of annual; monthly
            --time-zone, Mars, timeZone must be
            --credits-per-builder, 0.0000001, creditsPerBuilder must have at most 6 decimals
            --ends, 2026-03-01T00:00:00Z, endsAt must be after startsAt
            --plan, '', plan must not be empty
            --instance, '', aud must not be empty
            """)
    void a_license_that_no_instance_would_take_is_not_issued(String option, String value, String why) {
        vendor();
        List<String> license = new ArrayList<>(LICENSE);
        int at = license.indexOf(option);
        if (at < 0) {
            license.addAll(List.of(option, value));
        } else {
            license.set(at + 1, value);
        }

        assertThat(issue(license)).isEqualTo(1);
        assertThat(printed()).isEmpty();
        assertThat(complaint()).contains(why.replace(';', ',')).doesNotContain("Exception");
    }

    @Test
    void what_is_missing_or_cannot_be_read_is_told() throws IOException {
        assertThat(issue(LICENSE)).isEqualTo(1);
        assertThat(complaint()).contains("Cannot read", "vendor.pem");
        Files.writeString(Path.of(file()), "no key");
        assertThat(issue(LICENSE)).isEqualTo(1);
        assertThat(complaint()).contains("not an Ed25519 private key");
        assertThat(run("issue", "--vendor", "Acme")).isEqualTo(2);
        assertThat(complaint()).contains("--key", "Usage: license issue");
        assertThat(run("issue", "--ends", "soon")).isEqualTo(2);
        assertThat(run()).isEqualTo(2);
        assertThat(complaint()).contains("keygen or issue");
        assertThat(run("revoke")).isEqualTo(2);
    }

    @Test
    void help_says_what_there_is() {
        assertThat(run("--help")).isZero();
        assertThat(printed()).contains("keygen", "issue", "Nothing is started");
        assertThat(run("--version")).isZero();
        assertThat(printed()).startsWith("Scrip ");
        assertThat(run("issue", "--help")).isZero();
        assertThat(printed()).contains("--credits-per-builder", "--time-zone", "--instance");
    }
}
