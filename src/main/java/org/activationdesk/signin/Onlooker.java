package org.activationdesk.signin;

import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;

/**
 * Who looks at accounts and groups through the engine.
 *
 * @param account empty when it is the desk itself
 */
record Onlooker(String account, boolean seesAllAccounts, boolean seesAllGroups) {
    static Onlooker of(CommandContext context) {
        String account = context.getAuthenticatedUserId();
        if (account == null || !context.isAuthorizationCheckEnabled()) {
            return new Onlooker("", true, true);
        }
        var rights = context.getAuthorizationManager();
        return new Onlooker(
                account,
                rights.isAuthorized(Permissions.READ, Resources.USER, Authorization.ANY),
                rights.isAuthorized(Permissions.READ, Resources.GROUP, Authorization.ANY));
    }
}
