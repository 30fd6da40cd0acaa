package org.activationdesk.followup;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.activationdesk.mail.MailSettings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which of the managers' addresses have to be told that a partner needs help; without addresses Tasklist tells them. */
@Repository
class ManagersMails {
    private final JdbcClient database;
    private final MailSettings settings;

    ManagersMails(JdbcClient database, MailSettings settings) {
        this.database = database;
        this.settings = settings;
    }

    /** As things stand now: gives for each turn of a partner those of the managers who have not been told of it. */
    Function<Turn, List<Turn>> untold() {
        Set<String> told = settings.managers().isEmpty() ? Set.of() : told();
        return turn -> !turn.person().partner() || !turn.escalated()
                ? List.of()
                : settings.managers().stream()
                        .filter(address -> !told.contains(told(turn.activation().orderKey(), address)))
                        .map(address -> turn.toManagers(address, settings.senderName()))
                        .toList();
    }

    private Set<String> told() {
        return Set.copyOf(database.sql("""
                        select m.order_key, m.recipient
                        from activation a join mail m on m.order_key = a.order_key
                        where a.managers_asked_at is not null and m.kind = 'MANAGERS_QUESTION'
                          and m.sent_at >= a.managers_asked_at
                        """)
                .query((row, number) -> told(row.getString("order_key"), row.getString("recipient")))
                .list());
    }

    private static String told(String order, String address) {
        return order + " " + address.toLowerCase(Locale.ROOT);
    }
}
