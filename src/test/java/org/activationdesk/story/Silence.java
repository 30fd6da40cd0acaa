package org.activationdesk.story;

import static org.activationdesk.story.Stage.KNOWN;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import org.activationdesk.purchase.OrderKey;

/** Purchases whose people do not answer, in days that no other story uses. */
class Silence {
    static final String HELP_ADMINISTRATOR = "UserTask_HelpTheAdministrator";
    static final String HELP_PARTNER = "UserTask_HelpThePartner";
    static final String MAILBOX = "licenties@noordzee.example";

    private final Stage stage;
    private final Calendar calendar;

    Silence(Stage stage, Calendar calendar) {
        this.stage = stage;
        this.calendar = calendar;
    }

    /** A purchase of a Monday whose administrator says nothing until the partner is asked, on the Wednesday of next week. */
    OrderKey untilThePartnerIsAsked(String mailbox, LocalDate monday) {
        OrderKey order = ordered(mailbox, monday);
        for (int day = 1; day <= 9; day++) {
            calendar.at(monday.plusDays(day), 9);
        }
        return order;
    }

    OrderKey ordered(String mailbox, LocalDate day) {
        return ordered(mailbox, day, day);
    }

    OrderKey ordered(String mailbox, LocalDate day, LocalDate orderedOn) {
        calendar.at(day, 10);
        return stage.purchase(KNOWN, document -> {
            document.put("country", "NL").put("orderedOn", orderedOn.toString());
            ((ObjectNode) document.withArray("contacts").get(0)).put("email", mailbox);
        });
    }
}
