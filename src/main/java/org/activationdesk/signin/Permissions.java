package org.activationdesk.signin;

import java.util.List;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Resources;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes at start what each group may do and which lists it has in Tasklist. Done again at every start: it sets what is here
 * and leaves alone what an engineer has added. Several desks that start at once wait for each other.
 */
@Component
class Permissions implements SmartInitializingSingleton {
    /** Key of the database's lock; any number that nothing else in the desk uses. */
    private static final long LOCK = 20_261_122;

    private final AuthorizationService authorizations;
    private final TaskLists lists;
    private final JdbcClient database;
    private final TransactionTemplate transaction;

    Permissions(
            AuthorizationService authorizations,
            TaskLists lists,
            JdbcClient database,
            PlatformTransactionManager transactions) {
        this.authorizations = authorizations;
        this.lists = lists;
        this.database = database;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public void afterSingletonsInstantiated() {
        transaction.executeWithoutResult(status -> {
            database.sql("select pg_advisory_xact_lock(?)").param(LOCK).query().singleRow();
            Grant.all().forEach(this::write);
            lists.write().forEach((group, filters) -> filters.forEach(filter -> write(readable(group, filter))));
        });
    }

    private static Grant readable(String group, String filter) {
        return new Grant(
                group, Resources.FILTER, filter, List.of(org.camunda.bpm.engine.authorization.Permissions.READ));
    }

    private void write(Grant grant) {
        Authorization authorization = authorizations
                .createAuthorizationQuery()
                .authorizationType(Authorization.AUTH_TYPE_GRANT)
                .groupIdIn(grant.group())
                .resourceType(grant.resource())
                .resourceId(grant.id())
                .singleResult();
        if (authorization == null) {
            authorization = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
            authorization.setGroupId(grant.group());
            authorization.setResource(grant.resource());
            authorization.setResourceId(grant.id());
        }
        authorization.setPermissions(grant.permissions().toArray(Permission[]::new));
        authorizations.saveAuthorization(authorization);
    }
}
