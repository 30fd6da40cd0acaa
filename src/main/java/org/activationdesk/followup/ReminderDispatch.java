package org.activationdesk.followup;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.activationdesk.activation.Activation;
import org.activationdesk.activation.Activations;
import org.activationdesk.activation.EscalationReason;
import org.activationdesk.activation.Invitations;
import org.activationdesk.activation.TimelineEvent;
import org.activationdesk.calendar.WorkingCalendar;
import org.activationdesk.followup.Reminder.Item;
import org.activationdesk.mail.Mail;
import org.activationdesk.mail.MailIntent;
import org.activationdesk.mail.MailKind;
import org.activationdesk.mail.MailTrouble;
import org.activationdesk.mail.Mails;
import org.activationdesk.mail.RecipientRejected;
import org.activationdesk.purchase.OrderKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Mails a reminder, one a day for each person: the day is written down before the mail is handed over, and closed with it. A
 * day that a crash or a busy server left open is taken up by a later run, with the same mail.
 */
@Component
class ReminderDispatch {
    private static final Logger LOG = LoggerFactory.getLogger(ReminderDispatch.class);

    /** Before a day that was left open is taken up; longer than the slowest mail takes. */
    private static final Duration PAUSE = Duration.ofMinutes(10);

    private final JdbcClient database;
    private final TransactionTemplate apart;
    private final ReminderLetter letter;
    private final Mails mails;
    private final Activations activations;
    private final Invitations invitations;
    private final WorkingCalendar calendar;
    private final Clock clock;

    ReminderDispatch(
            JdbcClient database,
            PlatformTransactionManager transactions,
            ReminderLetter letter,
            Mails mails,
            Activations activations,
            Invitations invitations,
            WorkingCalendar calendar,
            Clock clock) {
        this.database = database;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.letter = letter;
        this.mails = mails;
        this.activations = activations;
        this.invitations = invitations;
        this.calendar = calendar;
        this.clock = clock;
    }

    /**
     * Sends it unless the person has had one today. A server that cannot take it now is asked again in a later run.
     *
     * @return whether it was tried
     */
    boolean send(Reminder reminder) {
        String recipient = reminder.person().address().toLowerCase(Locale.ROOT);
        LocalDate today = calendar.date(reminder.person().country(), clock.instant());
        if (!claim(recipient, today)) {
            return false;
        }
        try {
            apart.executeWithoutResult(transaction -> {
                mailUnlessRefused(reminder);
                close(recipient, today);
            });
        } catch (MailTrouble busy) {
            LOG.warn("A reminder could not be sent and is tried again later today: {}", busy.getMessage());
        } catch (RuntimeException broken) {
            // The others must not wait for it.
            LOG.error(
                    "The reminder about {} failed and is tried again later today",
                    reminder.items().get(0).turn().activation().order(),
                    broken);
        }
        return true;
    }

    private void mailUnlessRefused(Reminder reminder) {
        try {
            mail(reminder);
        } catch (RecipientRejected rejected) {
            // In the order of their keys, as others lock several activations too.
            reminder.items().stream()
                    .map(Item::turn)
                    .sorted(Comparator.comparing(turn -> turn.activation().orderKey()))
                    .forEach(this::refused);
        }
    }

    /** A partner who cannot be reached is the managers' affair, which the next follow-up finds out. */
    private void refused(Turn turn) {
        OrderKey order = turn.activation().order();
        Activation activation = activations.lock(order);
        if (turn.kind() == MailKind.REMINDER
                && Invitations.isAsked(activation, turn.person().address())) {
            invitations.unreachable(activation, EscalationReason.RECIPIENT_REJECTED);
        } else {
            activations.note(
                    order,
                    TimelineEvent.REMINDER_REJECTED,
                    Activations.DESK,
                    turn.person().address());
        }
    }

    private void mail(Reminder reminder) {
        List<MailIntent> intents = reminder.items().stream()
                .map(Item::turn)
                .map(turn -> mails.next(turn.activation().order(), turn.kind()))
                .toList();
        mails.send(
                new Mail(
                        intents.get(0),
                        reminder.person().address(),
                        reminder.person().language(),
                        letter.model(reminder)),
                intents);
        reminder.items().forEach(item -> note(item.turn()));
    }

    private void note(Turn turn) {
        if (turn.kind() != MailKind.MANAGERS_QUESTION) {
            activations.note(
                    turn.activation().order(),
                    turn.person().partner() ? TimelineEvent.PARTNER_REMINDED : TimelineEvent.ADMINISTRATOR_REMINDED,
                    Activations.DESK,
                    turn.person().address());
        }
    }

    private boolean claim(String recipient, LocalDate day) {
        return Boolean.TRUE.equals(apart.execute(transaction -> database.sql("""
                                insert into reminder_day as known (recipient, day, claimed_at, not_sent)
                                values (:recipient, :day, :now, true)
                                on conflict (recipient, day) do update set claimed_at = :now
                                where known.not_sent and known.claimed_at <= :earlier
                                """)
                        .param("recipient", recipient)
                        .param("day", day)
                        .param("now", OffsetDateTime.now(clock))
                        .param("earlier", OffsetDateTime.now(clock).minus(PAUSE))
                        .update()
                == 1));
    }

    private void close(String recipient, LocalDate day) {
        database.sql("update reminder_day set not_sent = false where recipient = :recipient and day = :day")
                .param("recipient", recipient)
                .param("day", day)
                .update();
    }
}
