package org.activationdesk.signin;

import java.util.List;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.GroupQueryImpl;
import org.camunda.bpm.engine.impl.Page;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;

/** A query of the engine for groups. Its sorting is not obeyed: groups come by id. */
class MembershipQuery extends GroupQueryImpl {
    private final transient Directory directory;

    MembershipQuery(Directory directory, CommandExecutor executor) {
        super(executor);
        this.directory = directory;
    }

    @Override
    public long executeCount(CommandContext context) {
        return directory.groups(this, Onlooker.of(context)).size();
    }

    @Override
    public List<Group> executeList(CommandContext context, Page page) {
        List<Group> groups = directory.groups(this, Onlooker.of(context));
        return page == null
                ? groups
                : groups.stream()
                        .skip(page.getFirstResult())
                        .limit(page.getMaxResults())
                        .toList();
    }
}
