package org.activationdesk.signin;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/**
 * What becomes of a form that is older than its session. Where the browser vouches that one of our own pages sent it (Fetch
 * Metadata, <code>Sec-Fetch-Site: same-origin</code>), what was filled in is shown again to be sent once more, after sign-in
 * where that is needed; all else is refused, as another site must not put words into people's forms.
 */
@Component
class StaleForms implements AccessDeniedHandler {
    private static final String SIGN_OUT = "/logout";

    private final AccessDeniedHandler refusal = new AccessDeniedHandlerImpl();
    private final KeptForms forms;
    private final WaysIn waysIn;

    StaleForms(KeptForms forms, WaysIn waysIn) {
        this.forms = forms;
        this.waysIn = waysIn;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException reason)
            throws IOException, ServletException {
        if (!(reason instanceof CsrfException) || !"same-origin".equals(request.getHeader("Sec-Fetch-Site"))) {
            refusal.handle(request, response, reason);
        } else if (SIGN_OUT.equals(request.getRequestURI())) {
            response.sendRedirect("/");
        } else {
            String page = forms.keep(request);
            response.sendRedirect(isSignedIn() ? page : waysIn.begin(page, request, response));
        }
    }

    private static boolean isSignedIn() {
        var person = SecurityContextHolder.getContext().getAuthentication();
        return person != null && person.getPrincipal() instanceof DeskUser;
    }
}
