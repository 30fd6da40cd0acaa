package org.activationdesk.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.activationdesk.signin.Account;
import org.activationdesk.signin.Standing;
import org.activationdesk.words.Words;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletContext;
import org.springframework.web.context.support.StaticWebApplicationContext;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.View;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

class PagesTest {

    private static final SpringTemplateEngine ENGINE = Words.engine();
    private static final String TOKEN = "q3Jx5vW8mN2kT7bR9cY4dF6gH1sL0pZaXeUiOoPqRsT";

    public record Purchase(
            String organisation, String product, int quantity, String program, String partner, String orderNumber) {}

    public record Step(String label, String state) {}

    static Stream<Arguments> pages() {
        Map<String, Object> account = Map.of(
                "accountName", "Piet Jansen",
                "accountUsername", "piet@stranger.example",
                "accountDomain", "stranger.example",
                "organisation", "Bakkerij Jansen",
                "token", TOKEN);
        Map<String, Object> done = Map.of(
                "organisation", "Bakkerij Jansen",
                "product", "Microsoft 365 Business Premium",
                "doneBy", "Piet Jansen",
                "doneOn", "22 november 2026");
        Stream<Arguments> pages = Stream.of(
                page("home", "", Map.of()),
                page("home", "-manager", Map.of("menu", menu("managers"))),
                page("home", "-engineer", Map.of("menu", menu("engineers"))),
                page("home", "-nowhere-to-go", Map.of("menu", menu("none"))),
                page("activate", "", Map.of()),
                page("not-me", "", Map.of()),
                page("not-me-done", "", Map.of()),
                page("wrong-account", "", with(account, "standing", "MEMBER")),
                page("wrong-account", "-guest", with(account, "standing", "GUEST")),
                page(
                        "wrong-account",
                        "-personal",
                        without(with(account, "standing", "PERSONAL"), "organisation", "token")),
                page("confirm-organisation", "", account),
                page("asked-partner", "", with(account, "partner", "Noordzee IT")),
                page("refused-account", "", Map.of("token", TOKEN)),
                page("already-done", "-active", with(done, "status", "ACTIVE")),
                page("already-done", "-withdrawn", with(done, "status", "WITHDRAWN")),
                page("already-done", "-lapsed", with(done, "status", "LAPSED")),
                page("link-unknown", "", Map.of()),
                page("ask-link", "", Map.of("token", TOKEN)),
                page("new-link-sent", "", Map.of()),
                page("hand-over", "", handOver()),
                page("hand-over", "-refused", with(handOver(), "refusal", "…")),
                page("hand-over", "-away", with(handOver(), "absentUntil", "22 november 2026")),
                page("hand-over", "-renewed", with(handOver(), "renewed", true)),
                page("hand-over", "-done", with(handOver(), "handedOverTo", "Sanne Bakker")),
                page("waiting", "", Map.of()),
                page("problem", "", asked()),
                page("problem", "-again", with(with(asked(), "fault", "none"), "message", "<b>Error 0x80</b>")),
                page("problem-ended", "", Map.of()),
                page("problem-reported", "", reported()),
                page("sign-in-failed", "", Map.of()),
                page("again", "", Map.of("address", "/x", "fields", Map.of("a", List.of("b")))),
                page("error", "", Map.of("status", 500)),
                page("error", "-none", Map.of()),
                page("error", "-404", Map.of("status", 404)),
                page("error", "-403", Map.of("status", 403)),
                page("error", "-400", Map.of("status", 400)),
                page("product-key", "", key(null)),
                page("product-key", "-misfits", with(key("TO_CONFIRM"), "misfits", List.of("Position 7: O"))),
                page("product-key", "-used", key("ALREADY_USED")),
                page("product-key", "-ended", with(key(null), "ended", true)),
                page("contact", "-open", contact("OPEN")),
                page("contact", "-confirmed", contact("CONFIRMED")),
                page("contact", "-gone", contact("GONE")),
                page("contact", "-unknown", Map.of("state", "UNKNOWN")),
                page("order", "", with(OrderModels.order(), "why", OrderModels.why())),
                page("order", "-ended", with(with(OrderModels.order(), "why", null), "proven", true)),
                page("proof", "", OrderModels.proof()),
                page("orders", "", OrderModels.orders(List.of(OrderModels.line(), OrderModels.line()), null)),
                page("orders", "-none", OrderModels.orders(List.of(), OrderModels.why())),
                page("guide", "-activation-link", Map.of("guide", "activation-link")),
                page("guide", "-licensing-portal", Map.of("guide", "licensing-portal")));
        return pages.flatMap(page -> Stream.of("en", "nl")
                .map(language -> Arguments.of(page.get()[0], page.get()[1], language, page.get()[2])));
    }

    @ParameterizedTest
    @CsvSource({
        "en, true,  Done: the subscription is active, /orders/noordzee/NZ-1/proof",
        "nl, true,  Klaar: het abonnement is actief,  31 januari 2028",
        "en, false, 'Thank you, we have noted it',    We wait",
        "nl, false, 'Dank u, wij hebben het genoteerd', We wait"
    })
    void aPartOfAPageSaysWhatWasReached(String language, boolean proven, String title, String said) throws Exception {
        String html = render("outcome", language, OrderModels.outcome(proven));
        Words.keep("pages/outcome-" + proven + "-" + language + ".html", html);
        assertThat(html)
                .contains("<h3>" + title + "</h3>", said, "/orders/noordzee/NZ-1")
                .doesNotContain("??", ">null<", "<b>", "<html", " th:");
    }

    @ParameterizedTest(name = "{0}{1} {2}")
    @MethodSource("pages")
    void isWholeInItsLanguage(String name, String variant, String language, Map<String, Object> attributes)
            throws Exception {
        Map<String, Object> model = new HashMap<>(attributes);
        model.put("replyTo", "desk@desk.example");
        if (ABOUT_A_PURCHASE.contains(name)) {
            model.putAll(purchase(language));
        }
        if (name.equals("guide")) {
            model.put("content", guide(attributes.get("guide") + "-" + language));
            model.put("version", "2026-12");
            model.put("size", 40);
        }
        String html = render(name, language, model);
        Words.keep("pages/" + name + variant + "-" + language + ".html", html);

        assertThat(html)
                .startsWith("<!DOCTYPE html>")
                .contains("<html lang=\"" + language + "\" dir=\"ltr\">")
                .containsOnlyOnce("<title>")
                .containsOnlyOnce("<h1")
                .containsOnlyOnce("<main")
                .contains("/css/desk.css", "lang=\"nl\"", "lang=\"en\"", "desk@desk.example")
                .doesNotContain(
                        "??",
                        ">null<",
                        "null null",
                        "<script",
                        "<img",
                        "<b>",
                        "<style",
                        " style=",
                        " onclick",
                        " th:",
                        "https://");
        assertThat(Pattern.compile("aria-current=\"true\"").matcher(html).results())
                .hasSize(1);
    }

    private static final List<String> ABOUT_A_PURCHASE =
            List.of("activate", "not-me", "hand-over", "product-key", "problem", "problem-ended", "problem-reported");

    private static Menu menu(String group) {
        return Menu.of(
                new Account("1", new UUID(0, 1), "1", "Piet Jansen", "", "", false, Standing.MEMBER, Set.of(group)),
                "/orders");
    }

    private static Map<String, Object> handOver() {
        return Map.of(
                "order",
                "noordzee/NZ-1001",
                "fields",
                Map.of("deputyName", "", "deputyEmail", "", "deputyLanguage", "nl", "absentUntil", ""),
                "handedOverToEmail",
                "colleague@bakkerij.example",
                "renewed",
                false,
                "firstDay",
                LocalDate.of(2026, 11, 23),
                "lastDay",
                LocalDate.of(2027, 1, 21));
    }

    private static Map<String, Object> key(String outcome) {
        Map<String, Object> model = new HashMap<>();
        model.put("order", "noordzee/NZ-1001");
        model.put("ended", false);
        model.put("ending", "7H2KQ");
        model.put("entered", null);
        model.put("outcome", outcome);
        model.put("misfits", List.of());
        model.put("more", 2);
        return model;
    }

    private static Map<String, Object> contact(String state) {
        return Map.of(
                "state", state,
                "organisation", "Bakkerij Jansen",
                "partner", "Noordzee IT",
                "email", "piet@bakkerij.example",
                "role", "ONLINE_ADMINISTRATOR",
                "token", TOKEN);
    }

    private static Map<String, Object> asked() {
        Map<String, Object> model = new HashMap<>(Map.of(
                "base",
                "/activate/" + TOKEN + "/problem",
                "topics",
                Map.of("The product key", List.of(new ProblemView.Choice("F13", "It says that it is not valid"))),
                "open",
                true,
                "orderKey",
                "noordzee/NZ-1001",
                "longest",
                2000));
        model.put("fault", null);
        model.put("chosen", null);
        model.put("message", "");
        return model;
    }

    private static Map<String, Object> reported() {
        return Map.of(
                "base", "/orders/noordzee/NZ-1001/problem",
                "orderKey", "noordzee/NZ-1001",
                "problem", "It says that the product key is not valid",
                "message", "Error <0x80>",
                "turn", "Yours",
                "nextStep", "Check the key",
                "when", "Now",
                "advice", "Compare it",
                "yours", true,
                "signedIn", true);
    }

    private static Map<String, Object> purchase(String language) {
        boolean dutch = language.equals("nl");
        Locale locale = Locale.forLanguageTag(language);
        return Map.of(
                "purchase",
                new Purchase(
                        "Bakkerij Jansen",
                        "Microsoft 365 Business Premium",
                        25,
                        "Open License",
                        "Noordzee IT",
                        "NZ-1001"),
                "token",
                TOKEN,
                "expiresOn",
                dutch ? "22 mei 2027" : "22 May 2027",
                "steps",
                List.of(
                        new Step(Words.messages().getMessage("step.signIn", null, locale), "done"),
                        new Step(Words.messages().getMessage("step.acceptAgreement", null, locale), "current"),
                        new Step(Words.messages().getMessage("step.renewSubscription", null, locale), "todo")));
    }

    private static String render(String name, String language, Map<String, Object> model) throws Exception {
        MockServletContext servletContext = new MockServletContext();
        StaticWebApplicationContext application = new StaticWebApplicationContext();
        application.setServletContext(servletContext);
        application.refresh();
        ThymeleafViewResolver views = new ThymeleafViewResolver();
        views.setTemplateEngine(ENGINE);
        views.setCharacterEncoding("UTF-8");
        views.setApplicationContext(application);
        View view = views.resolveViewName(name, Locale.forLanguageTag(language));
        MockHttpServletRequest request = new MockHttpServletRequest(servletContext, "GET", "/");
        request.setAttribute(DispatcherServlet.WEB_APPLICATION_CONTEXT_ATTRIBUTE, application);
        request.addPreferredLocale(Locale.forLanguageTag(language));
        MockHttpServletResponse response = new MockHttpServletResponse();
        assertThat(view).isNotNull();
        view.render(model, request, response);
        return response.getContentAsString();
    }

    private static String guide(String name) throws IOException {
        return Files.readString(Path.of("src/main/resources/guides", name + ".html"));
    }

    private static Arguments page(String name, String variant, Map<String, Object> model) {
        return Arguments.of(name, variant, model);
    }

    private static Map<String, Object> with(Map<String, Object> model, String name, Object value) {
        Map<String, Object> more = new HashMap<>(model);
        more.put(name, value);
        return more;
    }

    private static Map<String, Object> without(Map<String, Object> model, String... names) {
        Map<String, Object> less = new HashMap<>(model);
        less.keySet().removeAll(List.of(names));
        return less;
    }
}
