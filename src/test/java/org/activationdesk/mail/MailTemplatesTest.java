package org.activationdesk.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.activationdesk.words.Words;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;

class MailTemplatesTest {

    private static final String LINK = "https://desk.example/activate/q3Jx5vW8mN2kT7bR9cY4dF6gH1sL0pZaXeUiOoPqRsT";
    private static final String TASK = "https://desk.example/go/6f1c6f0e-c7a5-11f1-9d0a-0242ac120002";
    private static final SpringTemplateEngine ENGINE = Words.engine();

    @ParameterizedTest
    @CsvSource({
        "activation, en",
        "activation, nl",
        "escalation, en",
        "escalation, nl",
        "go-ahead, en",
        "go-ahead, nl",
        "confirmation, en",
        "confirmation, nl",
        "lapse, en",
        "lapse, nl",
        "settled, en",
        "settled, nl",
        "contact-check, en",
        "contact-check, nl",
        "contact-gone, en",
        "contact-gone, nl",
        "problem, en",
        "problem, nl",
        "problem-over, en",
        "problem-over, nl"
    })
    void keepsTheRulesOfMail(String kind, String language) throws IOException {
        Map<String, Object> model = model(kind, language);
        String html = render(kind + ".html", language, model);
        String text = render(kind + ".txt", language, model);
        Words.keep("mail/" + kind + "-" + language + ".html", html);
        Words.keep("mail/" + kind + "-" + language + ".txt", text);

        assertThat(html.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(40_000);
        assertThat(html)
                .startsWith("<!DOCTYPE html>")
                .contains("<html lang=\"" + language + "\" dir=\"ltr\">")
                .contains("<div lang=\"" + language + "\" dir=\"ltr\"")
                .contains("name=\"color-scheme\"", "prefers-color-scheme: dark")
                .containsOnlyOnce("<title>")
                .containsOnlyOnce("<h1")
                .doesNotContain("<script", "<form", "<img", "url(", "<link", " th:");
        assertThat(Pattern.compile("<table(?! role=\"presentation\")")
                        .matcher(html)
                        .find())
                .isFalse();
        assertThat(String.valueOf(model.get("messageSubject"))).hasSizeLessThanOrEqualTo(60);
        if (!kind.startsWith("contact-")) {
            // A phone shows about forty characters of a subject.
            assertThat(String.valueOf(model.get("messageSubject")).indexOf("NZ-1001"))
                    .isBetween(1, 30);
        }
        for (String mail : List.of(html, text)) {
            assertThat(mail).doesNotContain("??", "null", "[(", "[/", "${", "#{");
            assertThat(mail)
                    .contains("Bakkerij Jansen", "Microsoft 365 Business Premium", "25", "NZ-1001", "Noordzee IT");
            assertThat(mail).contains("desk@desk.example");
        }
        assertThat(text).doesNotContain("\n\n\n", "&amp;", "&#39;");
        String action = kind.equals("escalation") ? TASK : LINK;
        if (!List.of("confirmation", "lapse", "settled", "problem-over").contains(kind)) {
            assertThat(text).contains("\n" + action + "\n");
            assertThat(html.split("href=\"" + Pattern.quote(action) + "\"")).hasSize(3);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "activation",
        "escalation",
        "go-ahead",
        "confirmation",
        "lapse",
        "settled",
        "contact-check",
        "contact-gone",
        "problem",
        "problem-over"
    })
    void whatOthersWroteStaysText(String kind) {
        String evil = "\"><img src=x onerror=alert(1)> ${7*7} [[${7*7}]] __${7*7}__ {0} 't & Co";
        Map<String, Object> model = model(kind, "en");
        model.replaceAll((name, value) -> name.toLowerCase(Locale.ROOT).contains("link") ? value : evil);
        String html = render(kind + ".html", "en", model);
        String text = render(kind + ".txt", "en", model);
        assertThat(html).doesNotContain("<img", "49").contains("&lt;img");
        assertThat(text).contains(evil).doesNotContain("49");
    }

    private static String render(String template, String language, Map<String, Object> model) {
        return ENGINE.process("mail/" + template, new Context(Locale.forLanguageTag(language), model));
    }

    private static Map<String, Object> model(String kind, String language) {
        boolean dutch = language.equals("nl");
        Map<String, Object> model = new HashMap<>();
        model.put("organisation", "Bakkerij Jansen");
        model.put("product", "Microsoft 365 Business Premium");
        model.put("quantity", 25);
        model.put("program", "Open License");
        model.put("orderNumber", "NZ-1001");
        model.put("partner", "Noordzee IT");
        model.put("administrator", "Piet Jansen");
        model.put("accountName", "Piet Jansen");
        model.put("link", LINK);
        model.put("reader", "Piet Jansen");
        model.put("settled", message("mail.settled.administrator", language, "Noordzee IT"));
        model.put("contact", "piet@bakkerij.example");
        model.put("role", message("contact.role.ONLINE_ADMINISTRATOR", language));
        model.put("lapsedOn", dutch ? "22 november 2031" : "22 November 2031");
        model.put("taskLink", TASK);
        model.put("orderPage", "https://desk.example/orders/noordzee/NZ-1001");
        model.put("proof", "https://desk.example/orders/noordzee/NZ-1001/proof");
        model.put("proofSha256", "0f".repeat(32));
        model.put("task", false);
        model.put("problem", message("problem.F13", language));
        model.put("nextStep", message("next-step.check-key", language));
        model.put("advice", message("advice.check-key", language, "Bakkerij Jansen", "Noordzee IT", "VLSC"));
        model.put("over", message("event.PROBLEM_RESOLVED", language));
        model.put("next", message("mail.problem-over.others", language));
        model.put("guide", "https://desk.example/guides/activation-link/" + language);
        model.put("expiresOn", dutch ? "22 mei 2027, 09:00 (CEST)" : "22 May 2027, 09:00 (CEST)");
        model.put("renewedOn", dutch ? "22 november 2026, 14:05 (CET)" : "22 November 2026, 14:05 (CET)");
        model.put("reason", message("reason.no-contact", language));
        model.put("seen", dutch ? "einddatum 31 januari 2028, licenties: 25" : "end date 31 January 2028, seats: 25");
        model.put("effect", message("effect.renew", language));
        model.put("route", message("route.link", language));
        model.put("senderName", "Activation Desk");
        model.put("replyTo", "desk@desk.example");
        model.put("language", language);
        model.put(
                "messageSubject",
                message("mail." + kind + ".subject", language, model.get("orderNumber"), model.get("organisation")));
        return model;
    }

    private static String message(String key, String language, Object... values) {
        return Words.messages().getMessage(key, values, Locale.forLanguageTag(language));
    }
}
