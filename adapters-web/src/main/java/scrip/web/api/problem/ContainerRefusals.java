package scrip.web.api.problem;

import java.io.IOException;
import java.io.UncheckedIOException;

import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;

/**
 * What the container refuses before any filter of ours, such as an address with an encoded slash: callers of the API are
 * told with a problem here, too. The container makes it itself, by its class's name.
 */
public final class ContainerRefusals extends ErrorReportValve {

    private static final int FIRST_ERROR = 400;

    public ContainerRefusals() {
        setShowReport(false);
        setShowServerInfo(false);
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        String address = request.getRequestURI();
        if (address == null || !ProblemFilter.isApi(address)) {
            super.report(request, response, failure);
        } else if (response.getStatus() >= FIRST_ERROR && response.setErrorReported()) {
            write(Problems.ofStatus(response.getStatus()), response);
        }
    }

    private static void write(Problem problem, Response response) {
        try {
            Problems.write(problem, response);
            response.finishResponse();
        } catch (IOException e) {
            throw new UncheckedIOException("the caller of a refused request is gone", e);
        }
    }
}
