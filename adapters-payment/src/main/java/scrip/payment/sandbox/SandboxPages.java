package scrip.payment.sandbox;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.ServerResponse;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Renders the sandbox's pages from the templates beside this class, each with its words in a file of the same name. */
final class SandboxPages {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final SpringTemplateEngine templates = new SpringTemplateEngine();

    SandboxPages() {
        ClassLoaderTemplateResolver beside = new ClassLoaderTemplateResolver(SandboxPages.class.getClassLoader());
        beside.setPrefix(SandboxPages.class.getPackageName().replace('.', '/') + "/");
        beside.setSuffix(".html");
        beside.setTemplateMode(TemplateMode.HTML);
        beside.setCharacterEncoding(StandardCharsets.UTF_8.name());
        templates.setTemplateResolver(beside);
    }

    ServerResponse show(String template, Map<String, Object> model) {
        return show(200, template, model, List.of());
    }

    /**
     * Renders a page.
     *
     * @param leadsTo
     *            further origins that its forms may lead to: a browser checks a form's redirect against the policy too
     */
    ServerResponse show(int status, String template, Map<String, Object> model, List<String> leadsTo) {
        String html = templates.process(template, new Context(Locale.ENGLISH, model));
        return ServerResponse.status(status).contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .header("Content-Security-Policy",
                        "default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action 'self' "
                                + String.join(" ", leadsTo))
                .header("Cache-Control", "no-store").header("Referrer-Policy", "same-origin")
                .header("X-Content-Type-Options", "nosniff").body(html.getBytes(StandardCharsets.UTF_8));
    }

    static ServerResponse goTo(String address) {
        return ServerResponse.status(303).header("Location", address).build();
    }

    /** An amount for reading, such as {@code $5.00}; a currency that Java does not know is shown by its code. */
    static String money(long minorUnits, String currency) {
        try {
            Currency known = Currency.getInstance(currency.toUpperCase(Locale.ROOT));
            NumberFormat format = NumberFormat.getCurrencyInstance(Locale.US);
            format.setCurrency(known);
            format.setMinimumFractionDigits(known.getDefaultFractionDigits());
            format.setMaximumFractionDigits(known.getDefaultFractionDigits());
            return format.format(BigDecimal.valueOf(minorUnits, Math.max(0, known.getDefaultFractionDigits())));
        } catch (IllegalArgumentException unknown) {
            return minorUnits + " " + currency;
        }
    }

    static String time(long epochSecond) {
        return TIME.format(Instant.ofEpochSecond(epochSecond));
    }
}
