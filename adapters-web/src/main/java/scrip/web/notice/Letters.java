package scrip.web.notice;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;

import org.springframework.context.MessageSource;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import scrip.domain.notice.Matter;
import scrip.web.page.Notice;

/** Writes e-mails about notices from templates, as plain text and as HTML, apart from the engine of the pages. */
final class Letters {

    private static final Locale LANGUAGE = Locale.ENGLISH;

    private final SpringTemplateEngine engine = new SpringTemplateEngine();
    private final MessageSource messages;

    Letters(MessageSource messages) {
        this.messages = messages;
        engine.setTemplateEngineMessageSource(messages);
        engine.addTemplateResolver(templates(".txt", TemplateMode.TEXT));
        engine.addTemplateResolver(templates(".html", TemplateMode.HTML));
    }

    private static ClassLoaderTemplateResolver templates(String suffix, TemplateMode mode) {
        ClassLoaderTemplateResolver templates = new ClassLoaderTemplateResolver(Letters.class.getClassLoader());
        templates.setPrefix("templates/mail/");
        templates.getResolvablePatternSpec().addPattern("*" + suffix);
        templates.setTemplateMode(mode);
        templates.setCharacterEncoding(StandardCharsets.UTF_8.name());
        return templates;
    }

    /** An e-mail before it is addressed. */
    record Letter(String subject, String text, String html) {}

    /**
     * @param workspace
     *            its name
     * @param url
     *            where its settings are
     */
    Letter write(Matter matter, String workspace, String url, Instant now) {
        Notice words = NoticeWords.of(matter, now, null);
        String title = message(words, "title");
        Context context = new Context(LANGUAGE);
        context.setVariable("title", title);
        context.setVariable("text", message(words, "text"));
        context.setVariable("tone", words.tone());
        context.setVariable("workspace", workspace);
        context.setVariable("url", url);
        return new Letter((title + " · " + workspace).replaceAll("\\p{Cntrl}+", " "),
                engine.process("notice.txt", context), engine.process("notice.html", context));
    }

    private String message(Notice words, String part) {
        return messages.getMessage("notice." + words.key() + "." + part, words.args().toArray(), LANGUAGE);
    }
}
