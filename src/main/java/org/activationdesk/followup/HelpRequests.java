package org.activationdesk.followup;

import java.time.Clock;
import java.time.OffsetDateTime;
import org.activationdesk.activation.Activation;
import org.activationdesk.activation.ActivationProcess;
import org.activationdesk.activation.Activations;
import org.activationdesk.activation.Answer;
import org.activationdesk.activation.AnswerRefused;
import org.activationdesk.activation.Correspondence;
import org.activationdesk.activation.EscalationReason;
import org.activationdesk.activation.TimelineEvent;
import org.activationdesk.mail.Mails;
import org.activationdesk.purchase.Agreements;
import org.activationdesk.purchase.OrderKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What becomes of the answers of those who were asked to help. */
@Component
public class HelpRequests {
    private static final int LONGEST_NOTE = 2000;

    private final Activations activations;
    private final Agreements agreements;
    private final Mails mails;
    private final Correspondence correspondence;
    private final ActivationProcess process;
    private final JdbcClient database;
    private final Clock clock;

    HelpRequests(
            Activations activations,
            Agreements agreements,
            Mails mails,
            Correspondence correspondence,
            ActivationProcess process,
            JdbcClient database,
            Clock clock) {
        this.activations = activations;
        this.agreements = agreements;
        this.mails = mails;
        this.correspondence = correspondence;
        this.process = process;
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
            replace(activation, answer.who());
        } else {
            // The waiting begins anew, so that the administrator is reminded again.
            activations.note(order, TimelineEvent.ADMINISTRATOR_KEPT, answer.who(), activation.administratorEmail());
            database.sql("update activation set status_since = :now where order_key = :order")
                    .param("now", OffsetDateTime.now(clock))
                    .param("order", order.toString())
                    .update();
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
                                         and sent_at >= (select max(at) from timeline
                                                         where order_key = :order and event = 'PARTNERS_HELP_ASKED'))
                        """)
                .param("order", order.toString())
                .query(Boolean.class)
                .single();
    }

    private void replace(Activation activation, String who) {
        OrderKey order = activation.order();
        EscalationReason reason = EscalationReason.ADMINISTRATOR_SILENT;
        agreements.invalidate(activation.agreementId(), activation.administratorEmail(), reason.code());
        activations.escalate(
                order, TimelineEvent.ADMINISTRATOR_DISMISSED, who, reason, activation.administratorEmail());
        mails.revokeLinks(order);
        process.notTheAdministrator(order);
    }

    private boolean close(OrderKey order) {
        return database.sql("""
                                update activation set help_asked_at = null
                                where order_key = :order and help_asked_at >= status_since
                                """).param("order", order.toString()).update() == 1;
    }
}
