package scrip.persistence;

import java.sql.SQLException;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows a start without a database to connect to as a reason and an action instead of a stack trace. */
class DatabaseFailureAnalyzer extends AbstractFailureAnalyzer<SQLException> {

    private static final String NO_CONNECTION = "08";
    /** Wrong user or password, no right to the database, no such database. */
    private static final Set<Integer> REFUSED = Set.of(1045, 1044, 1049);
    private static final String ACTION = "See that the server runs and takes connections from here, and that "
            + "spring.datasource.url (jdbc:mysql://host/scrip), .username and .password are right. Without "
            + "spring.datasource.url Scrip runs a database of its own.";

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, SQLException cause) {
        String state = cause.getSQLState() == null ? "" : cause.getSQLState();
        if (!state.startsWith(NO_CONNECTION) && !REFUSED.contains(cause.getErrorCode())) {
            return null;
        }
        Throwable root = cause;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String what = firstLine(cause);
        String why = firstLine(root).equals(what) ? what : what + " (" + firstLine(root) + ")";
        return new FailureAnalysis("There is no connection to the database: " + why + ".", ACTION, cause);
    }

    private static String firstLine(Throwable failure) {
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
    }
}
