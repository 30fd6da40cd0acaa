package org.activationdesk.document;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.activationdesk.language.Language;
import org.springframework.context.MessageSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Fills the templates in {@code documents/}. They are XHTML without a DOCTYPE, and their texts are in the message bundles. */
@Component
class DocumentTemplates {
    private static final String FOLDER = "documents/";

    private final SpringTemplateEngine engine = new SpringTemplateEngine();
    private final String styles = read(FOLDER + "document.css");

    DocumentTemplates(MessageSource messages) {
        ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver();
        resolver.setPrefix(FOLDER);
        resolver.setSuffix(".html");
        resolver.setTemplateMode(TemplateMode.HTML);
        resolver.setCharacterEncoding(UTF_8.name());
        engine.setTemplateEngineMessageSource(messages);
        engine.addTemplateResolver(resolver);
    }

    String fill(String template, Language language, String title, Map<String, Object> values) {
        Map<String, Object> model = new HashMap<>(values);
        model.put("title", title);
        model.put("styles", styles);
        return engine.process(template, new Context(language.locale(), model));
    }

    private static String read(String file) {
        try {
            return new ClassPathResource(file).getContentAsString(UTF_8);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
