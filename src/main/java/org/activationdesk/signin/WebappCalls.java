package org.activationdesk.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/**
 * What may be called of the web apps and of the engine behind them. An allow list over the address as it was sent, so that
 * no way of writing an address gets around it: what is not spelled exactly like an entry is refused. The engine's own
 * authorizations apply on top.
 *
 * <p>Nobody can call the set-up page (CVE-2026-77226) or sign in with a password, as neither is in any list.
 */
final class WebappCalls {
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final String ENGINE = "/camunda/api/engine/engine/[a-z]+/";
    private static final String ID = "/[A-Za-z0-9-]+/";

    /** Pages and their files, reading calls, and which engine's session the browser has. */
    private static final Pattern READ_BY_ALL = Pattern.compile("/camunda(/((app/tasklist|lib|assets|api/engine"
            + "|api/tasklist/plugin)/.*|app/?|favicon\\.ico"
            + "|api/admin/auth/user/[a-z]+)?)?");

    /** Work on own tasks, and queries that are sent as POST only because they are long. */
    private static final Pattern WRITE_BY_ALL = Pattern.compile(
            ENGINE
                    + "(task" + ID + "(claim|submit-form)"
                    + "|filter" + ID + "(list|count|singleResult)"
                    + "|(task|process-instance|execution|variable-instance|job|job-definition|external-task|group"
                    + "|history/(process-instance|task|activity-instance|variable-instance|decision-instance|incident))(/count)?)");

    /** A task of an online administrator has no candidates: given back, nobody would see it any more. */
    private static final Pattern GIVE_BACK = Pattern.compile(ENGINE + "task" + ID + "unclaim");

    private static final Pattern COCKPIT = Pattern.compile("/camunda/(app|api)/cockpit(/.*)?");
    private static final Pattern BY_ENGINEERS =
            Pattern.compile("/camunda/(app/(admin|welcome)|api/engine|api/(admin|welcome)/plugin)(/.*)?");

    private WebappCalls() {}

    /** For Spring Security's authorizeHttpRequests. */
    static AuthorizationDecision decide(Supplier<Authentication> person, RequestAuthorizationContext context) {
        Authentication who = person.get();
        return new AuthorizationDecision(holds(who, DeskUser.WORK_ACCOUNT) && allowed(who, context.getRequest()));
    }

    static boolean holds(String authority) {
        return holds(SecurityContextHolder.getContext().getAuthentication(), authority);
    }

    private static boolean allowed(Authentication who, HttpServletRequest request) {
        String address =
                request.getRequestURI().substring(request.getContextPath().length());
        boolean posting = "POST".equals(request.getMethod());
        boolean reading = READING.contains(request.getMethod());
        return reading && READ_BY_ALL.matcher(address).matches()
                || posting && WRITE_BY_ALL.matcher(address).matches()
                || posting && GIVE_BACK.matcher(address).matches() && !holds(who, Groups.ONLINE_ADMINISTRATORS)
                || COCKPIT.matcher(address).matches() && holdsAny(who, List.of(Groups.MANAGERS, Groups.ENGINEERS))
                || BY_ENGINEERS.matcher(address).matches() && holds(who, Groups.ENGINEERS);
    }

    private static boolean holdsAny(Authentication who, List<String> authorities) {
        return authorities.stream().anyMatch(authority -> holds(who, authority));
    }

    private static boolean holds(Authentication who, String authority) {
        return who != null
                && who.getPrincipal() instanceof DeskUser
                && who.getAuthorities().stream().anyMatch(held -> authority.equals(held.getAuthority()));
    }
}
