package org.activationdesk.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** Leads people to the provider and back to where they were heading. A session begins when somebody is known, not before. */
@Component
public class WaysIn implements AuthenticationEntryPoint, AuthenticationSuccessHandler, AuthenticationFailureHandler {
    private static final Logger LOG = LoggerFactory.getLogger(WaysIn.class);

    /** The longest way back in characters; of a longer one the question is left out, or all of it. */
    private static final int LONGEST_WAY = 300;

    /** Who has no rights here reads why, and goes. */
    private static final Duration REFUSED_SESSION = Duration.ofMinutes(10);

    private static final String CAME_FOR = WaysIn.class.getName() + ".cameFor";
    private static final int MOST_WAYS = 10;

    private final SignInRequests requests;

    WaysIn(SignInRequests requests) {
        this.requests = requests;
    }

    /**
     * Begins a sign-in.
     *
     * @param wayBack a path of the desk, where it ends
     * @return where the browser has to go: the provider's address, or a page of the desk while the provider is down
     */
    public String begin(String wayBack, HttpServletRequest request, HttpServletResponse response) {
        try {
            return requests.begin(wayBack, request, response);
        } catch (AuthenticationException unreachable) {
            LOG.warn("Sign-in failed: {}", unreachable.getMessage());
            return SignIn.FAILED;
        }
    }

    /** Whether this account has come here by a sign-in that headed for {@code way}, one of the last ten of its session. */
    public static boolean cameFor(String way, Account account, HttpSession session) {
        return ways(session).contains(entry(way, account));
    }

    /** Only a page that was opened is worth coming back to. */
    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException unknown)
            throws IOException {
        response.sendRedirect(
                begin(HttpMethod.GET.matches(request.getMethod()) ? wayBack(request) : "/", request, response));
    }

    @Override
    public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response, Authentication person)
            throws IOException {
        HttpSession session = request.getSession();
        WebappSignIn.forget(session);
        String way = SignInRequests.wayBack(request);
        if (person.getPrincipal() instanceof DeskUser user) {
            remember(way, user.account(), session);
        }
        response.sendRedirect(way);
    }

    /** The reason is for the log: it helps who looks after the desk, and otherwise only who attacks it. */
    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException {
        LOG.warn("Sign-in failed: {}", reason.getMessage());
        UriComponentsBuilder page = UriComponentsBuilder.fromPath(SignIn.FAILED);
        if (!SignInRequests.wayBack(request).equals("/")) {
            page.queryParam(SignInRequests.AGAIN, request.getParameter(OAuth2ParameterNames.STATE));
        }
        response.sendRedirect(page.toUriString());
    }

    private static void remember(String way, Account account, HttpSession session) {
        List<String> ways = Stream.concat(Stream.of(entry(way, account)), ways(session).stream())
                .distinct()
                .limit(MOST_WAYS)
                .toList();
        session.setAttribute(CAME_FOR, ways);
        if (account.standing() != Standing.MEMBER) {
            session.setMaxInactiveInterval((int) REFUSED_SESSION.toSeconds());
        }
    }

    @SuppressWarnings("unchecked")
    private static List<String> ways(HttpSession session) {
        return session.getAttribute(CAME_FOR) instanceof List<?> ways ? (List<String>) ways : List.of();
    }

    private static String entry(String way, Account account) {
        return account.id() + way.replaceFirst("\\?.*", "");
    }

    private static String wayBack(HttpServletRequest request) {
        String path = request.getRequestURI();
        String whole = request.getQueryString() == null ? path : path + "?" + request.getQueryString();
        return Stream.of(whole, path)
                .filter(way -> way.length() <= LONGEST_WAY)
                .findFirst()
                .orElse("/");
    }
}
