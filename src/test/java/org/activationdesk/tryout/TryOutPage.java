package org.activationdesk.tryout;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.ServerResponse;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** The pages of the try-out, apart from the desk's templates, texts and styles, which they must not depend on. */
public final class TryOutPage {
    private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);
    private static final SpringTemplateEngine TEMPLATES = templates();
    private static final String STYLE = style();

    private TryOutPage() {}

    public static ServerResponse html(Locale locale, String name, Map<String, Object> model) {
        return html(HttpStatus.OK, locale, name, model);
    }

    static ServerResponse html(HttpStatusCode status, Locale locale, String name, Map<String, Object> model) {
        Context context = new Context(locale, model);
        context.setVariable("style", STYLE);
        return ServerResponse.status(status)
                .contentType(HTML)
                .header("Content-Language", locale.getLanguage())
                .header("Cache-Control", "no-store")
                .body(TEMPLATES.process(name, context));
    }

    private static SpringTemplateEngine templates() {
        ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver(TryOutPage.class.getClassLoader());
        resolver.setPrefix("try-out/");
        resolver.setSuffix(".html");
        resolver.setCharacterEncoding(StandardCharsets.UTF_8.name());
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("try-out/messages");
        messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
        messages.setFallbackToSystemLocale(false);
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.setTemplateResolver(resolver);
        engine.setTemplateEngineMessageSource(messages);
        return engine;
    }

    private static String style() {
        try {
            return new ClassPathResource("try-out/style.css").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
