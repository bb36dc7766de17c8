package scrip.web.api.problem;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.web.ErrorResponse;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/** Answers what goes wrong under the API's paths with a problem, also where no controller was reached. */
public final class ProblemResolver implements HandlerExceptionResolver, Ordered {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemResolver.class);

    @Override
    public @Nullable ModelAndView resolveException(HttpServletRequest request, HttpServletResponse response,
            @Nullable Object handler, Exception failure) {
        if (!ProblemFilter.isApi(request)) {
            return null;
        }
        // What these paths read and write is the caller's alone: nobody is there any more to be answered.
        if (failure instanceof IOException) {
            LOG.debug("The caller has gone: {}", failure.toString());
            return new ModelAndView();
        }
        try {
            if (failure instanceof ErrorResponse told) {
                told.getHeaders().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
            }
            Problems.write(Problems.of(failure), response);
        } catch (IOException e) {
            LOG.debug("The caller has gone: {}", e.toString());
        }
        return new ModelAndView();
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }
}
