package org.activationdesk.tryout.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.activationdesk.tryout.TryOutPage;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.springframework.web.util.UriComponentsBuilder;

/** The only page of the provider: choose the account that is signed in, or sign in with another one. */
final class SignInPage {
    static final String PATH = "/sign-in";
    static final String CONTINUE = PATH + "/continue";
    private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.forLanguageTag("nl"));

    RouterFunction<ServerResponse> routes() {
        return RouterFunctions.route()
                .GET(PATH, SignInPage::show)
                .POST(CONTINUE, SignInPage::goOn)
                .build();
    }

    static void signedIn(HttpServletRequest request, HttpServletResponse response, Authentication who)
            throws IOException {
        goOn(request, response);
    }

    static void refused(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException {
        response.sendRedirect(UriComponentsBuilder.fromPath(PATH)
                .queryParam("refused", "yes")
                .queryParam("another", "yes")
                .queryParam("username", "{username}")
                .queryParam("continue", "{question}")
                .encode()
                .buildAndExpand(text(request, "username"), text(request, "continue"))
                .toUriString());
    }

    private static ServerResponse goOn(ServerRequest request) {
        return ServerResponse.ok().build((servletRequest, servletResponse) -> {
            goOn(servletRequest, servletResponse);
            return null;
        });
    }

    private static void goOn(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String question = text(request, "continue");
        if (question.isEmpty()) {
            response.sendRedirect(PATH);
        } else {
            AccountChoice.answer(request, response, question);
        }
    }

    private static ServerResponse show(ServerRequest request) {
        boolean signedIn = AccountChoice.signedIn();
        boolean another = request.param("another").isPresent();
        String question = request.param("continue").orElse("");
        Map<String, Object> model = new HashMap<>();
        model.put("question", question);
        model.put("csrf", request.attribute(CsrfToken.class.getName()).orElseThrow());
        model.put("accounts", Accounts.all());
        model.put("refused", request.param("refused").isPresent());
        model.put("username", request.param("username").orElseGet(() -> hint(question)));
        model.put("prefix", "?another=yes&continue=" + encoded(question));
        if (signedIn && !another) {
            model.put(
                    "who",
                    Accounts.named(SecurityContextHolder.getContext()
                            .getAuthentication()
                            .getName()));
        }
        return TryOutPage.html(language(request), "sign-in", model);
    }

    private static String hint(String question) {
        String hint = UriComponentsBuilder.fromUriString("?" + question)
                .build()
                .getQueryParams()
                .getFirst("login_hint");
        return hint == null ? "" : URLDecoder.decode(hint, StandardCharsets.UTF_8);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static Locale language(ServerRequest request) {
        Locale language = Locale.lookup(request.headers().acceptLanguage(), LANGUAGES);
        return language == null ? Locale.ENGLISH : language;
    }

    private static String text(HttpServletRequest request, String parameter) {
        String value = request.getParameter(parameter);
        return value == null ? "" : value;
    }
}
