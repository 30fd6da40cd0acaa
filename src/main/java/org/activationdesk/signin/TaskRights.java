package org.activationdesk.signin;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.VariableInstanceQueryImpl;
import org.camunda.bpm.engine.impl.db.CompositePermissionCheck;
import org.camunda.bpm.engine.impl.db.PermissionCheck;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.Task;

/**
 * Whoever holds a task, as its assignee or in a candidate group, may read it and work on it. The engine writes that down as a
 * row for each holder of each task and joins those rows in every query, which takes seconds for the count that Tasklist asks
 * for with each list. Here the task itself is asked, so there are no such rows. Everything else is the engine's own check.
 */
class TaskRights extends AuthorizationManager {
    private static final String[] NONE = {};
    /** The last one is for giving a task back; the other ways to hand it to somebody are closed by {@link WebappCalls}. */
    private static final Set<Permission> OF_HOLDERS =
            Set.of(Permissions.READ, Permissions.TASK_WORK, Permissions.TASK_ASSIGN);

    /** All of them: the engine asks the database in each command which groups have rights at all, only to leave some out. */
    @Override
    public List<String> filterAuthenticatedGroupIds(List<String> groups) {
        return Objects.requireNonNullElse(groups, List.of());
    }

    /** A query for tasks that the reader holds needs no check; of any other the reader gets what grants allow. */
    @Override
    public void configureTaskQuery(TaskQueryImpl query) {
        if (isAuthCheckExecuted() && asksForOwn(query)) {
            query.getAuthCheck().getPermissionChecks().clear();
            query.getAuthCheck().setAuthorizationCheckEnabled(false);
        } else {
            super.configureTaskQuery(query);
        }
    }

    private boolean asksForOwn(TaskQueryImpl query) {
        Authentication reader = getCurrentAuthentication();
        Collection<String> groups = query.getCandidateGroups();
        return reader.getUserId().equals(query.getAssignee())
                || groups != null
                        && query.getCandidateUser() == null
                        && groupsOf(reader).containsAll(groups)
                        && !groups.isEmpty()
                || query.getTaskId() != null && holds(reader, query.getTaskId());
    }

    /** The columns of a list come from the tasks in it; who may not see every task gets those of tasks that it holds. */
    @Override
    protected void configureVariableInstanceQuery(VariableInstanceQueryImpl query) {
        super.configureVariableInstanceQuery(query);
        if (query.getAuthCheck().isAuthorizationCheckEnabled() && query.getVariableScopeIds() != null) {
            Authentication reader = getCurrentAuthentication();
            String[] own = Grant.seesEveryTask(groupsOf(reader)) ? NONE : own(reader, query.getVariableScopeIds());
            if (own.length > 0) {
                query.variableScopeIdIn(own);
                query.getAuthCheck().setAuthorizationCheckEnabled(false);
            }
        }
    }

    @Override
    public boolean isAuthorized(String userId, List<String> groupIds, PermissionCheck check) {
        return holds(new Authentication(userId, groupIds), check) || super.isAuthorized(userId, groupIds, check);
    }

    @Override
    public boolean isAuthorized(String userId, List<String> groupIds, CompositePermissionCheck checks) {
        Authentication person = new Authentication(userId, groupIds);
        return checks.isDisjunctive() && checks.getAtomicChecks().stream().anyMatch(check -> holds(person, check))
                || super.isAuthorized(userId, groupIds, checks);
    }

    /** There are none to delete with a task or an order: {@link Grant} names all processes, never one. */
    @Override
    public void deleteAuthorizationsByResourceId(Resource resource, String id) {
        if (resource != Resources.TASK && resource != Resources.PROCESS_INSTANCE) {
            super.deleteAuthorizationsByResourceId(resource, id);
        }
    }

    private boolean holds(Authentication person, PermissionCheck check) {
        return check.getResource() == Resources.TASK
                && check.getResourceId() != null
                && OF_HOLDERS.contains(check.getPermission())
                && holds(person, check.getResourceId());
    }

    private boolean holds(Authentication person, String taskId) {
        TaskEntity task = getDbEntityManager().selectById(TaskEntity.class, taskId);
        return task != null
                && (task.getAssignee() != null && task.getAssignee().equals(person.getUserId())
                        || task.getCandidates().stream()
                                .anyMatch(candidate -> groupsOf(person).contains(candidate.getGroupId())));
    }

    private String[] own(Authentication reader, String... ids) {
        TaskQueryImpl assigned = new TaskQueryImpl();
        assigned.taskIdIn(ids).taskAssignee(reader.getUserId());
        if (groupsOf(reader).isEmpty()) {
            return ids(assigned);
        }
        TaskQueryImpl offered = new TaskQueryImpl();
        offered.taskIdIn(ids).taskCandidateGroupIn(groupsOf(reader)).includeAssignedTasks();
        return ids(assigned, offered);
    }

    private String[] ids(TaskQueryImpl... queries) {
        Command<String[]> select = context -> Arrays.stream(queries)
                .flatMap(query -> context.getTaskManager().findTasksByQueryCriteria(query).stream())
                .map(Task::getId)
                .distinct()
                .toArray(String[]::new);
        return getCommandContext().runWithoutAuthorization(select);
    }

    private static List<String> groupsOf(Authentication person) {
        return Objects.requireNonNullElse(person.getGroupIds(), List.of());
    }
}
