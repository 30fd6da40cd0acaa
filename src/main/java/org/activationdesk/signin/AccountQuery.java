package org.activationdesk.signin;

import java.util.List;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.Page;
import org.camunda.bpm.engine.impl.UserQueryImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;

/** A query of the engine for users. Its sorting is not obeyed: accounts come by name. */
class AccountQuery extends UserQueryImpl {
    private final transient Directory directory;

    AccountQuery(Directory directory, CommandExecutor executor) {
        super(executor);
        this.directory = directory;
    }

    @Override
    public long executeCount(CommandContext context) {
        return directory.countAccounts(this, Onlooker.of(context));
    }

    @Override
    public List<User> executeList(CommandContext context, Page page) {
        return directory.accounts(this, Onlooker.of(context), page);
    }
}
