package org.activationdesk.signin;

import java.time.Clock;
import java.time.OffsetDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The accounts that have signed in, and their groups as the last sign-in said. */
@Repository
public class Accounts {
    /** Groups that stay are left alone, as most sign-ins change nothing. */
    private static final String REMEMBER = """
            with signed_in as (
                insert into account (id, tenant_id, object_id, name, username, last_signed_in)
                values (:id, :tenantId, :objectId, :name, :username, :now)
                on conflict (id) do update set (name, username, last_signed_in)
                  = (excluded.name, excluded.username, excluded.last_signed_in)
            ), lost as (
                delete from account_group where account_id = :id and group_id <> all(:groups)
            )
            insert into account_group (account_id, group_id) select :id, unnest(:groups) on conflict do nothing
            """;

    private final JdbcClient database;
    private final Clock clock;

    Accounts(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Remembers account and groups, exactly: a group that has been lost is gone. Only members are stored. */
    @Transactional
    public void signedIn(Account account) {
        if (account.standing() != Standing.MEMBER) {
            return;
        }
        database.sql(REMEMBER)
                .param("id", account.id())
                .param("tenantId", account.tenantId())
                .param("objectId", account.objectId())
                .param("name", account.name())
                .param("username", account.username())
                .param("now", OffsetDateTime.now(clock))
                .param("groups", account.groups().toArray(String[]::new))
                .update();
    }
}
