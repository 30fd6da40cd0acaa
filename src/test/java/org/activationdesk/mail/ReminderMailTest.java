package org.activationdesk.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.activationdesk.words.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.thymeleaf.context.Context;

class ReminderMailTest {
    private static final String LINK = "https://desk.example/activate/q3Jx5vW8mN2kT7bR9cY4dF6gH1sL0pZaXeUiOoPqRsT";

    @ParameterizedTest
    @CsvSource({"en, 1", "nl, 1", "en, 3", "nl, 3", "en, 25", "nl, 25"})
    void keepsTheRulesOfMail(String language, int items) throws IOException {
        Map<String, Object> model = model(language, items, "Bakkerij Jansen");
        String html = render("html", language, model);
        String text = render("txt", language, model);
        Words.keep("mail/reminder-" + items + "-" + language + ".html", html);
        Words.keep("mail/reminder-" + items + "-" + language + ".txt", text);

        assertThat(html.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(40_000);
        assertThat(html)
                .contains("<html lang=\"" + language + "\" dir=\"ltr\">")
                .containsOnlyOnce("<h1")
                .doesNotContain("<script", "<form", "<img", "url(", " th:", "<th:block");
        assertThat(Pattern.compile("<table(?! role=\"presentation\")")
                        .matcher(html)
                        .find())
                .isFalse();
        for (String mail : List.of(html, text)) {
            assertThat(mail)
                    .doesNotContain("??", "null", "[(", "[/", "${", "#{")
                    .contains("Bakkerij Jansen", "Microsoft 365 Business Premium", "25", "NZ-1001", "Noordzee IT")
                    .contains("desk@desk.example");
            assertThat(mail.split(Pattern.quote(LINK))).hasSizeGreaterThan(2 * items);
        }
        assertThat(text).doesNotContain("\n\n\n", "&amp;", "&#39;").contains("\n" + LINK + "\n");
    }

    @Test
    void whatOthersWroteStaysText() {
        String evil = "\"><img src=x onerror=alert(1)> ${7*7} [[${7*7}]] __${7*7}__ {0} 't & Co";
        for (int items : new int[] {1, 3}) {
            Map<String, Object> model = model("en", items, evil);
            model.put("reader", evil);
            model.put("partner", evil);
            assertThat(render("html", "en", model)).doesNotContain("<img", "49").contains("&lt;img");
            assertThat(render("txt", "en", model)).contains(evil).doesNotContain("49");
        }
    }

    private static String render(String form, String language, Map<String, Object> model) {
        return Words.engine().process("mail/reminder." + form, new Context(Locale.forLanguageTag(language), model));
    }

    private static Map<String, Object> model(String language, int items, String organisation) {
        Map<String, Object> item = new HashMap<>();
        item.put("task", message("pending.SIGN_IN", language));
        item.put("link", LINK);
        item.put("product", "Microsoft 365 Business Premium");
        item.put("quantity", 25);
        item.put("organisation", organisation);
        item.put("orderNumber", "NZ-1001");
        item.put("partner", "Noordzee IT");
        item.put("since", language.equals("nl") ? "22 november 2026" : "22 November 2026");
        item.put("call", null);
        item.put("lapsesOn", language.equals("nl") ? "20 januari 2027" : "20 January 2027");
        Map<String, Object> model = new HashMap<>();
        model.put("items", Collections.nCopies(items, item));
        Map<String, Object> page = new HashMap<>(item);
        page.put("address", LINK + "/problem");
        model.put("problemPages", Collections.nCopies(items, page));
        model.put("reader", "Piet Jansen");
        model.put("toPartner", false);
        model.put("diagnosis", true);
        model.put("portalGuide", "https://desk.example/guides/licensing-portal/" + language);
        model.put("partner", "Noordzee IT");
        model.put("senderName", "Activation Desk");
        model.put("replyTo", "desk@desk.example");
        model.put("language", language);
        model.put("messageSubject", message("mail.reminder.subject.several", language, items, "NZ-1001"));
        return model;
    }

    private static String message(String key, String language, Object... values) {
        return Words.messages().getMessage(key, values, Locale.forLanguageTag(language));
    }
}
