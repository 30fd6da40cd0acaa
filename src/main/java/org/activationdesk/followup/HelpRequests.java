package org.activationdesk.followup;

import org.activationdesk.activation.Activation;
import org.activationdesk.activation.Activations;
import org.activationdesk.activation.Answer;
import org.activationdesk.activation.AnswerRefused;
import org.activationdesk.activation.CallsForHelp;
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
    private final CallsForHelp calls;
    private final Invitations invitations;
    private final Correspondence correspondence;
    private final JdbcClient database;

    HelpRequests(
            Activations activations,
            CallsForHelp calls,
            Invitations invitations,
            Correspondence correspondence,
            JdbcClient database) {
        this.activations = activations;
        this.calls = calls;
        this.invitations = invitations;
        this.correspondence = correspondence;
        this.database = database;
    }

    /** Records whether the silent administrator is the right one; an answer that comes after the administrator acted is refused. */
    public void recordPartnersHelp(OrderKey order, Answer answer) {
        answer.hasOnly("outcome");
        boolean another =
                answer.choice("outcome", "bad-outcome", "right", "another").equals("another");
        Activation activation = activations.lock(order);
        if (!activation.isHelpOpen()) {
            // The task is closed by the next follow-up, which then tells the partner once more, by mail.
            throw new AnswerRefused("help-not-needed");
        }
        calls.partnerAnswered(order);
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
        calls.managersHelped(activations.lock(order), answer.who(), note);
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
}
