package org.activationdesk.words;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Templates and texts set up as the application does, without the application. */
public final class Words {

    private Words() {}

    public static SpringTemplateEngine engine() {
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.setTemplateEngineMessageSource(messages());
        engine.addTemplateResolver(resolver(1, "", "mail/*.html", TemplateMode.HTML));
        engine.addTemplateResolver(resolver(2, "", "mail/*.txt", TemplateMode.TEXT));
        ClassLoaderTemplateResolver pages = resolver(3, "templates/", "*", TemplateMode.HTML);
        pages.setSuffix(".html");
        engine.addTemplateResolver(pages);
        return engine;
    }

    public static ResourceBundleMessageSource messages() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return messages;
    }

    /** Left in target/ for whoever wants to look at it in a browser. */
    public static void keep(String name, String content) throws IOException {
        Path file = Path.of("target/rendered", name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    private static ClassLoaderTemplateResolver resolver(int order, String prefix, String pattern, TemplateMode mode) {
        ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver();
        resolver.setOrder(order);
        resolver.setPrefix(prefix);
        resolver.getResolvablePatternSpec().addPattern(pattern);
        resolver.setTemplateMode(mode);
        resolver.setCharacterEncoding("UTF-8");
        resolver.setCheckExistence(true);
        return resolver;
    }
}
