package scrip.web.license;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes a vendor's pair of keys. */
@Command(name = "keygen", mixinStandardHelpOptions = true, versionProvider = Version.class, description = {
    "Makes an Ed25519 key pair: the private key is written to a file that its owner alone can read, the public key is"
            + " printed as the setting that instances need."})
final class KeygenCommand implements Callable<Integer> {

    @Option(names = "--out", required = true, paramLabel = "FILE",
            description = "Where to write the private key; a file"
                    + " that exists is left alone.")
    @SuppressWarnings("NullAway.Init")
    private Path out;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws GeneralSecurityException {
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        try {
            Files.createFile(out, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(out, VendorKeys.pem(pair.getPrivate()), StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException _) {
            throw new IllegalStateException("There is a file already, which is left alone: " + out);
        } catch (IOException e) {
            throw new IllegalStateException("Cannot write " + out + ": " + e.getMessage(), e);
        }
        spec.commandLine().getOut().println("scrip.license.public-key=" + VendorKeys.line(pair.getPublic()));
        return ExitCode.OK;
    }
}
