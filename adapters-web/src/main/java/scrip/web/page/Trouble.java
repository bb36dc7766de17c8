package scrip.web.page;

import java.io.IOException;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import scrip.application.pool.UnavailableException;

/** Says that a page cannot be shown now, when the store cannot serve; nothing was taken. */
@ControllerAdvice(basePackages = {"scrip.web.builder", "scrip.web.buy", "scrip.web.live", "scrip.web.notice",
    "scrip.web.operator", "scrip.web.settings", "scrip.web.signin", "scrip.web.usage", "scrip.web.verify"})
public class Trouble {

    private static final String SECONDS = "5";

    /** Answers with the error page. */
    @ExceptionHandler(UnavailableException.class)
    public void unavailable(HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, SECONDS);
        response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
    }
}
