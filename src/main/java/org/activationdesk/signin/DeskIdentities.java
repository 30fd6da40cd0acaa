package org.activationdesk.signin;

import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.GroupQuery;
import org.camunda.bpm.engine.identity.NativeUserQuery;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.TenantQuery;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.identity.UserQuery;
import org.camunda.bpm.engine.impl.UserQueryImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.ReadOnlyIdentityProvider;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;

/**
 * The engine's view of accounts and groups. It can be read only: accounts come from sign-in, passwords do not exist, and so
 * the set-up page of the web apps, which adds an administrator, has nothing to add to (CVE-2026-77226).
 *
 * <p>People see themselves, who works for the same partner, and, where the engine's authorizations say so, everybody.
 */
class DeskIdentities implements ReadOnlyIdentityProvider {
    private final Directory directory;

    DeskIdentities(Directory directory) {
        this.directory = directory;
    }

    @Override
    public User findUserById(String id) {
        return new AccountQuery(directory, null).userId(id).singleResult();
    }

    @Override
    public UserQuery createUserQuery() {
        return new AccountQuery(directory, executor());
    }

    @Override
    public UserQueryImpl createUserQuery(CommandContext context) {
        return new AccountQuery(directory, null);
    }

    @Override
    public NativeUserQuery createNativeUserQuery() {
        throw new BadUserRequestException("Accounts cannot be queried natively.");
    }

    @Override
    public boolean checkPassword(String id, String password) {
        return false;
    }

    @Override
    public Group findGroupById(String id) {
        return new MembershipQuery(directory, null).groupId(id).singleResult();
    }

    @Override
    public GroupQuery createGroupQuery() {
        return new MembershipQuery(directory, executor());
    }

    @Override
    public GroupQuery createGroupQuery(CommandContext context) {
        return new MembershipQuery(directory, null);
    }

    @Override
    public Tenant findTenantById(String id) {
        return null;
    }

    @Override
    public TenantQuery createTenantQuery() {
        return new NoTenants(executor());
    }

    @Override
    public TenantQuery createTenantQuery(CommandContext context) {
        return new NoTenants(null);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}

    /** A query that is not run within the command that made it needs a command of its own. */
    private static CommandExecutor executor() {
        return Context.getProcessEngineConfiguration().getCommandExecutorTxRequired();
    }
}
