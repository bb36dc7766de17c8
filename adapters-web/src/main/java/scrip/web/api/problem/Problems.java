package scrip.web.api.problem;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ThreadLocalRandom;

import jakarta.servlet.http.HttpServletResponse;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponse;
import scrip.application.pool.UnavailableException;

/** Turns whatever goes wrong into a problem, and writes it out. */
public final class Problems {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final String RETRY_SECONDS = "1";

    private Problems() {}

    /** @return what the caller is told; a bug is logged under an id that the caller gets too */
    public static Problem of(Throwable failure) {
        return switch (failure) {
            case ProblemException e -> e.problem();
            case CompletionException e when e.getCause() != null -> of(e.getCause());
            case ErrorResponse e -> ofStatus(e.getStatusCode().value());
            case InvalidParameterException e -> ofStatus(e.getErrorCode());
            case Throwable e when isOutage(e) -> unavailable(e);
            default -> bug(failure);
        };
    }

    /** @return whether the store, or the desk before it, could not serve: nothing was taken, and later it may */
    public static boolean isOutage(Throwable failure) {
        return failure instanceof UnavailableException || failure instanceof DataAccessResourceFailureException
                || failure instanceof TransientDataAccessException || failure instanceof RecoverableDataAccessException
                || failure instanceof CannotCreateTransactionException;
    }

    private static Problem unavailable(Throwable e) {
        LOG.warn("A request could not be served: {}", e.toString());
        return Problem.of(ProblemCode.UNAVAILABLE, "Nothing was taken. Try again with the same key.");
    }

    private static Problem bug(Throwable failure) {
        String id = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
        LOG.error("Request failed, error {}", id, failure);
        return Problem.of(ProblemCode.INTERNAL_ERROR, "The operator finds it in the log as error " + id + ".");
    }

    /** @return the problem of an answer that Spring or the container gave as a bare status */
    static Problem ofStatus(int status) {
        ProblemCode code = ProblemCode.ofStatus(status);
        return Problem.of(code, code.title() + ".");
    }

    /** Writes the problem, with the headers that belong to it, unless the answer has begun already. */
    public static void write(Problem problem, HttpServletResponse response) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.setStatus(problem.code().status());
        if (problem.code() == ProblemCode.UNAVAILABLE) {
            response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
        } else if (problem.code() == ProblemCode.UNAUTHENTICATED) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        byte[] body = problem.asAnswer().body().getBytes(StandardCharsets.UTF_8);
        response.setContentType(Problem.MEDIA_TYPE);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
