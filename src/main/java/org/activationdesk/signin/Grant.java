package org.activationdesk.signin;

import static org.activationdesk.signin.Groups.ENGINEERS;
import static org.activationdesk.signin.Groups.MANAGERS;
import static org.activationdesk.signin.Groups.ONLINE_ADMINISTRATORS;
import static org.activationdesk.signin.Groups.PARTNERS;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.BatchPermissions;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.authorization.SystemPermissions;
import org.camunda.bpm.engine.authorization.UserOperationLogCategoryPermissions;

/**
 * One thing that a group may do in the engine. What people may do with the tasks that they hold is not here but in
 * {@link TaskRights}.
 */
record Grant(String group, Resource resource, String id, List<Permission> permissions) {
    private static final String PROCESS = "license-activation";

    static Stream<Grant> all() {
        return Stream.of(work(), watch(MANAGERS), watch(ENGINEERS), repair()).flatMap(List::stream);
    }

    /** Tasklist, with the name and diagram of the process. */
    private static List<Grant> work() {
        return Stream.of(ONLINE_ADMINISTRATORS, PARTNERS, MANAGERS, ENGINEERS)
                .map(group -> app(group, "tasklist"))
                .flatMap(app -> watches(app.group()) ? Stream.of(app) : Stream.of(app, activation(app.group())))
                .toList();
    }

    /** Cockpit, reading only: nothing here lets anybody act for another person. */
    private static List<Grant> watch(String group) {
        return Stream.concat(
                        Stream.of(
                                app(group, "cockpit"),
                                any(group, Resources.DEPLOYMENT, Permissions.READ),
                                any(group, Resources.DECISION_DEFINITION, Permissions.READ, Permissions.READ_HISTORY),
                                any(group, Resources.USER, Permissions.READ),
                                any(group, Resources.GROUP, Permissions.READ)),
                        group.equals(MANAGERS)
                                ? Stream.of(processes(group, watching()), any(group, Resources.TASK, Permissions.READ))
                                : Stream.empty())
                .toList();
    }

    /** Retries, pauses and looks after the engine; makes lists, but neither processes nor tasks: only orders start those. */
    private static List<Grant> repair() {
        return List.of(
                app(ENGINEERS, "admin"),
                app(ENGINEERS, "welcome"),
                processes(
                        ENGINEERS,
                        Stream.concat(
                                        Stream.of(watching()),
                                        Stream.of(
                                                ProcessDefinitionPermissions.RETRY_JOB,
                                                ProcessDefinitionPermissions.SUSPEND,
                                                ProcessDefinitionPermissions.SUSPEND_INSTANCE))
                                .toArray(Permission[]::new)),
                any(ENGINEERS, Resources.TASK, Permissions.READ),
                any(ENGINEERS, Resources.FILTER, Permissions.ALL),
                any(ENGINEERS, Resources.BATCH, BatchPermissions.READ, BatchPermissions.CREATE_BATCH_SET_JOB_RETRIES),
                any(ENGINEERS, Resources.AUTHORIZATION, Permissions.READ),
                any(ENGINEERS, Resources.SYSTEM, SystemPermissions.READ),
                any(ENGINEERS, Resources.OPERATION_LOG_CATEGORY, UserOperationLogCategoryPermissions.READ));
    }

    private static Permission[] watching() {
        return new Permission[] {
            ProcessDefinitionPermissions.READ,
            ProcessDefinitionPermissions.READ_INSTANCE,
            ProcessDefinitionPermissions.READ_TASK,
            ProcessDefinitionPermissions.READ_HISTORY
        };
    }

    static boolean seesEveryTask(Collection<String> groups) {
        return groups.stream().anyMatch(Grant::watches);
    }

    private static boolean watches(String group) {
        return group.equals(MANAGERS) || group.equals(ENGINEERS);
    }

    private static Grant app(String group, String app) {
        return new Grant(group, Resources.APPLICATION, app, List.of(Permissions.ACCESS));
    }

    private static Grant activation(String group) {
        return new Grant(group, Resources.PROCESS_DEFINITION, PROCESS, List.of(ProcessDefinitionPermissions.READ));
    }

    /** Following up and the mails that are tried again can fail too. */
    private static Grant processes(String group, Permission... permissions) {
        return any(group, Resources.PROCESS_DEFINITION, permissions);
    }

    private static Grant any(String group, Resource resource, Permission... permissions) {
        return new Grant(group, resource, Authorization.ANY, List.of(permissions));
    }
}
