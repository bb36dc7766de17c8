package scrip.web.gallery;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

import org.springframework.context.MessageSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletContext;
import org.springframework.web.context.support.GenericWebApplicationContext;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.View;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.templateresolver.SpringResourceTemplateResolver;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

/** Renders templates as the application does, without the application. */
final class PageRenderer {

    private final GenericWebApplicationContext context = new GenericWebApplicationContext(new MockServletContext());
    private final ThymeleafViewResolver views = new ThymeleafViewResolver();

    PageRenderer() {
        context.registerBean("messageSource", MessageSource.class, PageRenderer::messages);
        context.refresh();
        SpringResourceTemplateResolver templates = new SpringResourceTemplateResolver();
        templates.setApplicationContext(context);
        templates.setPrefix("classpath:/templates/");
        templates.setSuffix(".html");
        templates.setCharacterEncoding("UTF-8");
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.setTemplateResolver(templates);
        engine.setTemplateEngineMessageSource(context);
        views.setTemplateEngine(engine);
        views.setApplicationContext(context);
        views.setCharacterEncoding("UTF-8");
    }

    /** The HTML of a view, which may name a fragment, with a model. */
    String render(String viewName, Map<String, ?> model) {
        MockHttpServletRequest request = new MockHttpServletRequest(context.getServletContext());
        request.setAttribute(DispatcherServlet.WEB_APPLICATION_CONTEXT_ATTRIBUTE, context);
        MockHttpServletResponse response = new MockHttpServletResponse();
        try {
            View view = views.resolveViewName(viewName, Locale.ENGLISH);
            if (view == null) {
                throw new IllegalArgumentException("no view " + viewName);
            }
            view.render(model, request, response);
            return response.getContentAsString(StandardCharsets.UTF_8);
        } catch (Exception e) {
            throw new IllegalStateException("cannot render " + viewName, e);
        }
    }

    private static MessageSource messages() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return messages;
    }
}
