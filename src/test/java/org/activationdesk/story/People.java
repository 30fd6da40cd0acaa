package org.activationdesk.story;

import java.util.List;
import org.activationdesk.activation.Visitor;
import org.activationdesk.tryout.signin.Account;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whom the stories are about, as the desk knows them after sign-in. */
record People(JdbcClient database) {
    static String id(Account account) {
        return account.id();
    }

    /** As sign-in finds them. */
    static List<String> groups(Account account) {
        return account.roles().isEmpty()
                ? List.of("partner-" + account.username().replaceAll(".*@|\\.example", ""))
                : account.roles();
    }

    static Visitor visitor(Account account) {
        String domain = account.username().substring(account.username().indexOf('@') + 1);
        return new Visitor(id(account), account.tenant(), account.name(), account.username(), domain, true, false);
    }

    /** As if the account had signed in. */
    void store(Account account) {
        database.sql("""
                        insert into account (id, tenant_id, object_id, name, username, last_signed_in)
                        values (?, ?, ?, ?, ?, now()) on conflict do nothing
                        """)
                .params(
                        id(account),
                        account.tenant(),
                        account.objectId().toString(),
                        account.name(),
                        account.username())
                .update();
    }
}
