package org.activationdesk.tryout.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Sends people to the sign-in page before a code is issued: who is not signed in, and everybody where the application
 * asks for {@code prompt=select_account}, as Microsoft Entra ID does.
 */
final class AccountChoice extends OncePerRequestFilter {
    private static final String AUTHORIZE = "/oauth2/authorize";
    private static final String CHOSEN = AccountChoice.class.getName();

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !AUTHORIZE.equals(request.getRequestURI()) || prompts(request).contains("none");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (signedIn() && (!mustChoose(request) || hasChosen(request))) {
            chain.doFilter(request, response);
        } else {
            response.sendRedirect(UriComponentsBuilder.fromPath(SignInPage.PATH)
                    .queryParam("continue", "{question}")
                    .encode()
                    .buildAndExpand(String.valueOf(request.getQueryString()))
                    .toUriString());
        }
    }

    /** Answers the application's question with the account that is signed in now; the answer holds once. */
    static void answer(HttpServletRequest request, HttpServletResponse response, String question) throws IOException {
        request.getSession().setAttribute(CHOSEN, question);
        response.sendRedirect(AUTHORIZE + "?" + question);
    }

    static boolean signedIn() {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        return who != null && who.isAuthenticated() && !(who instanceof AnonymousAuthenticationToken);
    }

    private static boolean mustChoose(HttpServletRequest request) {
        return prompts(request).contains("select_account") || prompts(request).contains("login");
    }

    private static List<String> prompts(HttpServletRequest request) {
        String prompt = request.getParameter("prompt");
        return prompt == null ? List.of() : Arrays.asList(prompt.split(" "));
    }

    private static boolean hasChosen(HttpServletRequest request) {
        HttpSession session = request.getSession();
        boolean chosen = String.valueOf(request.getQueryString()).equals(session.getAttribute(CHOSEN));
        session.removeAttribute(CHOSEN);
        return chosen;
    }
}
