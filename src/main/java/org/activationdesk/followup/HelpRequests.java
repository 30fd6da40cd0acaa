package org.activationdesk.followup;

import java.time.Clock;
import java.time.OffsetDateTime;
import org.activationdesk.activation.Activation;
import org.activationdesk.activation.Activations;
import org.activationdesk.activation.Answer;
import org.activationdesk.activation.AnswerRefused;
import org.activationdesk.activation.Correspondence;
import org.activationdesk.activation.EscalationReason;
import org.activationdesk.activation.Invitations;
import org.activationdesk.activation.TimelineEvent;
import org.activationdesk.purchase.OrderKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What becomes of the answers of those who were asked to help. */
@Component
public class HelpRequests {
    private static final int LONGEST_NOTE = 2000;

    private final Activations activations;
    private final Invitations invitations;
    private final Correspondence correspondence;
    private final JdbcClient database;
    private final Clock clock;

    HelpRequests(
            Activations activations,
            Invitations invitations,
            Correspondence correspondence,
            JdbcClient database,
            Clock clock) {
        this.activations = activations;
        this.invitations = invitations;
        this.correspondence = correspondence;
        this.database = database;
        this.clock = clock;
    }

    /** Records whether the silent administrator is the right one; an answer that comes after the administrator acted is refused. */
    public void recordPartnersHelp(OrderKey order, Answer answer) {
        answer.hasOnly("outcome");
        boolean another =
                answer.choice("outcome", "bad-outcome", "right", "another").equals("another");
        Activation activation = activations.lock(order);
        if (!close(order)) {
            // The task is closed by the next follow-up, which then tells the partner once more, by mail.
            throw new AnswerRefused("help-not-needed");
        }
        if (another) {
            invitations.dismiss(order, answer.who(), EscalationReason.ADMINISTRATOR_SILENT, "");
        } else {
            // The waiting begins anew, so that the administrator is reminded again.
            activations.note(order, TimelineEvent.ADMINISTRATOR_KEPT, answer.who(), activation.administratorEmail());
            activations.waitAnew(order);
        }
    }

    /** Records what a manager has agreed with a silent partner, whose time begins anew. */
    public void recordManagersHelp(OrderKey order, Answer answer) {
        answer.hasOnly("note");
        String note = answer.required("note", LONGEST_NOTE, "note-missing");
        activations.note(order, TimelineEvent.PARTNER_SPOKEN_TO, answer.who(), note);
        database.sql("""
                        update activation
                        set managers_asked_at = null,
                            status_since = case when status = 'WITH_PARTNER' then :now else status_since end,
                            help_asked_at = case when help_asked_at >= status_since then :now end
                        where order_key = :order
                        """)
                .param("now", OffsetDateTime.now(clock))
                .param("order", order.toString())
                .update();
    }

    /** Tells the partner that the administrator has gone on, where a mail had asked the partner to help. */
    public void tellSettled(OrderKey order) {
        if (wasAskedByMail(order)) {
            correspondence.tellHelpSettled(activations.get(order));
        }
    }

    private boolean wasAskedByMail(OrderKey order) {
        return database.sql("""
                        select exists (select from mail
                                       where order_key = :order and kind = 'PARTNER_QUESTION'
                                         and queued_at >= (select max(at) from timeline
                                                         where order_key = :order and event = 'PARTNERS_HELP_ASKED'))
                        """)
                .param("order", order.toString())
                .query(Boolean.class)
                .single();
    }

    private boolean close(OrderKey order) {
        return database.sql("""
                                update activation set help_asked_at = null
                                where order_key = :order and help_asked_at >= status_since
                                """).param("order", order.toString()).update() == 1;
    }
}
