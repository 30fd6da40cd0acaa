package org.activationdesk.signin;

import jakarta.servlet.http.HttpServletRequest;
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

    /** Pages and their files, and who is signed in. */
    private static final Pattern PAGES = Pattern.compile("/camunda(/((app/tasklist|lib|assets|api/tasklist/plugin)/.*"
            + "|app/?|favicon\\.ico|api/engine/engine/?|api/admin/auth/user/[a-z]+)?)?");

    /** What Tasklist shows: own tasks with forms and diagram, lists, and who is who. What runs beside them is for staff. */
    private static final Pattern READ_BY_ALL = Pattern.compile(ENGINE
            + "((filter|task|variable-instance|user|group|process-definition|history/user-operation)(/count)?"
            + "|filter/[A-Za-z0-9-]+(/(list|count|singleResult))?"
            + "|task/(?!report)[A-Za-z0-9-]+(/.*)?"
            + "|variable-instance/[A-Za-z0-9-]+(/data)?"
            + "|process-definition/[A-Za-z0-9-]+(:|%3A)[0-9]+(:|%3A)[A-Za-z0-9-]+(/(xml|diagram))?"
            + "|user/[A-Za-z0-9-]+/profile|identity/groups|authorization/check)");

    private static final Pattern WORK = Pattern.compile(ENGINE + "task" + ID + "(claim|unclaim|submit-form)");

    /** Queries that are sent as POST only because they are long. */
    private static final Pattern QUERIES_OF_ALL = Pattern.compile(
            ENGINE + "(filter" + ID + "(list|count|singleResult)|(task|variable-instance|group)(/count)?)");

    private static final Pattern READ_BY_STAFF = Pattern.compile("/camunda/api/engine/.*");
    private static final Pattern QUERIES_OF_STAFF = Pattern.compile(
            ENGINE
                    + "(process-instance|execution|job|job-definition|external-task"
                    + "|history/(process-instance|task|activity-instance|variable-instance|decision-instance|incident))(/count)?");

    private static final Pattern COCKPIT = Pattern.compile("/camunda/(app|api)/cockpit(/.*)?");
    private static final Pattern BY_ENGINEERS =
            Pattern.compile("/camunda/(app/(admin|welcome)|api/engine|api/(admin|welcome)/plugin)(/.*)?");

    private WebappCalls() {}

    /** For Spring Security's authorizeHttpRequests. */
    static AuthorizationDecision decide(Supplier<Authentication> person, RequestAuthorizationContext context) {
        HttpServletRequest request = context.getRequest();
        Authentication who = person.get();
        return new AuthorizationDecision(
                isForEverybody(request) || holds(who, DeskUser.WORK_ACCOUNT) && allowed(who, request));
    }

    /** What is fetched before the sign-in, see {@link LinkDoor}: only in the form that costs no more than the sending. */
    private static boolean isForEverybody(HttpServletRequest request) {
        return "GET".equals(request.getMethod())
                && BrowserFiles.LIBRARIES.equals(address(request))
                && CompressedOnce.isAcceptedBy(request);
    }

    static boolean holds(String authority) {
        return holds(SecurityContextHolder.getContext().getAuthentication(), authority);
    }

    /** Whether it is work on a task that must still be there. */
    static boolean isWork(HttpServletRequest request) {
        return "POST".equals(request.getMethod())
                && WORK.matcher(address(request)).matches();
    }

    private static String address(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }

    /** A task of an online administrator has no candidates: given back, nobody would see it any more. */
    private static boolean allowed(Authentication who, HttpServletRequest request) {
        String address = address(request);
        boolean posting = "POST".equals(request.getMethod());
        boolean reading = READING.contains(request.getMethod());
        return reading
                        && (PAGES.matcher(address).matches()
                                || READ_BY_ALL.matcher(address).matches())
                || posting && QUERIES_OF_ALL.matcher(address).matches()
                || isWork(request) && !(address.endsWith("/unclaim") && holds(who, Groups.ONLINE_ADMINISTRATORS))
                || isStaff(who) && allowedToStaff(address, reading, posting)
                || BY_ENGINEERS.matcher(address).matches() && holds(who, Groups.ENGINEERS);
    }

    private static boolean allowedToStaff(String address, boolean reading, boolean posting) {
        return COCKPIT.matcher(address).matches()
                || reading && READ_BY_STAFF.matcher(address).matches()
                || posting && QUERIES_OF_STAFF.matcher(address).matches();
    }

    /** Whether it is a manager or an engineer who calls. */
    static boolean isStaff() {
        return isStaff(SecurityContextHolder.getContext().getAuthentication());
    }

    private static boolean isStaff(Authentication who) {
        return holds(who, Groups.MANAGERS) || holds(who, Groups.ENGINEERS);
    }

    private static boolean holds(Authentication who, String authority) {
        return who != null
                && who.getPrincipal() instanceof DeskUser
                && who.getAuthorities().stream().anyMatch(held -> authority.equals(held.getAuthority()));
    }
}
