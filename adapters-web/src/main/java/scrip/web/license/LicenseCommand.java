package scrip.web.license;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code java -jar scrip.jar license …}: makes license keys for self-hosted instances, offline and on their own. */
@Command(name = LicenseCommand.NAME, mixinStandardHelpOptions = true, versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND", description = {
            "Makes license keys for self-hosted instances. Nothing is started, and nothing is sent anywhere."},
        subcommands = {
            KeygenCommand.class, IssueCommand.class})
public final class LicenseCommand implements Runnable {

    /** The first argument that leads here. */
    public static final String NAME = "license";

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    LicenseCommand() {}

    /**
     * Runs the command.
     *
     * @param args
     *            without {@value #NAME}
     * @return 0 if it did what it was asked, 1 if it could not, 2 if it was not asked properly
     */
    public static int run(List<String> args, PrintStream out, PrintStream err) {
        return new CommandLine(new LicenseCommand()).setOut(writer(out)).setErr(writer(err))
                .setExecutionExceptionHandler((failure, command, _) -> {
                    command.getErr().println(failure.getMessage());
                    return CommandLine.ExitCode.SOFTWARE;
                }).execute(args.toArray(String[]::new));
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(stream, true, StandardCharsets.UTF_8);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do: keygen or issue.");
    }
}
