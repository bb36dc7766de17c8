package scrip.web.api.request;

import java.lang.reflect.Method;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.web.accept.ContentNegotiationManager;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import scrip.web.api.problem.ProblemFilter;

/**
 * Finds the API's handlers among the API's alone, before any other mapping is asked. A path with an id in it is compared
 * with those of all handlers there are: with those of the pages and of the sandbox that took longer than to decide a hold.
 */
public final class ApiMapping extends RequestMappingHandlerMapping {

    public ApiMapping(ContentNegotiationManager types) {
        setContentNegotiationManager(types);
        setOrder(HIGHEST_PRECEDENCE);
    }

    @Override
    protected @Nullable HandlerMethod getHandlerInternal(HttpServletRequest request) throws Exception {
        return ProblemFilter.isApi(request) ? super.getHandlerInternal(request) : null;
    }

    @Override
    protected @Nullable RequestMappingInfo getMappingForMethod(Method method, Class<?> handlerType) {
        RequestMappingInfo mapping = super.getMappingForMethod(method, handlerType);
        return mapping != null && mapping.getPatternValues().stream().allMatch(ProblemFilter::isApi) ? mapping : null;
    }
}
