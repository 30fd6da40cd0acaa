package org.activationdesk.mail;

import java.util.HashMap;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import org.thymeleaf.templateresolver.ITemplateResolver;

/** Turns a mail into subject, text and HTML. Templates lie in {@code mail/}, their texts in the message bundles. */
@Component
class MailTemplates {
    /** A phone shows about forty characters; the order number stands among the first. */
    private static final int LONGEST_SUBJECT = 60;

    private final SpringTemplateEngine engine = new SpringTemplateEngine();
    private final MessageSource messages;
    private final MailSettings settings;

    MailTemplates(MessageSource messages, MailSettings settings) {
        this.messages = messages;
        this.settings = settings;
        engine.setTemplateEngineMessageSource(messages);
        engine.addTemplateResolver(resolver(TemplateMode.HTML, "*.html"));
        engine.addTemplateResolver(resolver(TemplateMode.TEXT, "*.txt"));
    }

    private static ITemplateResolver resolver(TemplateMode mode, String pattern) {
        ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver();
        resolver.setTemplateMode(mode);
        resolver.setCharacterEncoding("UTF-8");
        resolver.getResolvablePatternSpec().addPattern(pattern);
        return resolver;
    }

    ComposedMail compose(Mail mail) {
        String kind = mail.intent().kind().template();
        String subject = subject(mail, kind);
        Map<String, Object> model = new HashMap<>(mail.model());
        model.put("senderName", settings.senderName());
        model.put("replyTo", settings.replyTo());
        model.put("language", mail.language().code());
        model.put("messageSubject", subject);
        Context context = new Context(mail.language().locale(), model);
        return new ComposedMail(
                shortened(subject),
                engine.process("mail/" + kind + ".txt", context),
                engine.process("mail/" + kind + ".html", context));
    }

    /** A mail about several purchases says its subject itself. */
    private String subject(Mail mail, String kind) {
        Object own = mail.model().get("subject");
        return own != null
                ? own.toString()
                : messages.getMessage(
                        "mail." + kind + ".subject",
                        new Object[] {
                            mail.model().get("orderNumber"), mail.model().get("organisation")
                        },
                        mail.language().locale());
    }

    private static String shortened(String subject) {
        return subject.length() <= LONGEST_SUBJECT ? subject : subject.substring(0, LONGEST_SUBJECT - 1) + "…";
    }

    record ComposedMail(String subject, String text, String html) {}
}
