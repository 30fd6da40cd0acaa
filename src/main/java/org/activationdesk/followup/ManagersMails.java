package org.activationdesk.followup;

import java.util.List;
import java.util.Locale;
import org.activationdesk.mail.MailSettings;
import org.springframework.stereotype.Component;

/** Which of the managers' addresses have to be told that a partner needs help; without addresses Tasklist tells them. */
@Component
class ManagersMails {
    private final MailSettings settings;

    ManagersMails(MailSettings settings) {
        this.settings = settings;
    }

    /** As things stand now, where it is the turn of a partner who does not answer: one turn for each address. */
    List<Turn> untold(Turn turn) {
        return !turn.person().partner() || !turn.escalated()
                ? List.of()
                : settings.managers().stream()
                        .filter(address -> !turn.activation().hasTold(address.toLowerCase(Locale.ROOT)))
                        .map(address -> turn.toManagers(address))
                        .toList();
    }
}
