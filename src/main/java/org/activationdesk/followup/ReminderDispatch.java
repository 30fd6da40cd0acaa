package org.activationdesk.followup;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import org.activationdesk.activation.Activations;
import org.activationdesk.activation.TimelineEvent;
import org.activationdesk.calendar.WorkingCalendar;
import org.activationdesk.followup.Reminder.Item;
import org.activationdesk.mail.Mail;
import org.activationdesk.mail.MailIntent;
import org.activationdesk.mail.MailTrouble;
import org.activationdesk.mail.Mails;
import org.activationdesk.mail.RecipientRejected;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Mails a reminder so that nobody ever gets two a day, whatever breaks: the person's day is written down before the mail
 * is handed over. A crash in between costs that person the reminder of one day, and the next day makes up for it.
 */
@Component
class ReminderDispatch {
    private static final Logger LOG = LoggerFactory.getLogger(ReminderDispatch.class);

    /** Before a server that was busy is asked again. */
    private static final Duration PAUSE = Duration.ofMinutes(10);

    private final JdbcClient database;
    private final TransactionTemplate apart;
    private final ReminderLetter letter;
    private final Mails mails;
    private final Activations activations;
    private final WorkingCalendar calendar;
    private final Clock clock;

    ReminderDispatch(
            JdbcClient database,
            PlatformTransactionManager transactions,
            ReminderLetter letter,
            Mails mails,
            Activations activations,
            WorkingCalendar calendar,
            Clock clock) {
        this.database = database;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.letter = letter;
        this.mails = mails;
        this.activations = activations;
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
            apart.executeWithoutResult(transaction -> mail(reminder));
        } catch (RecipientRejected rejected) {
            apart.executeWithoutResult(transaction -> note(reminder, TimelineEvent.REMINDER_REJECTED));
        } catch (MailTrouble busy) {
            giveBack(recipient, today);
            LOG.warn("A reminder could not be sent and is tried again later today: {}", busy.getMessage());
        } catch (RuntimeException broken) {
            // Nobody knows whether it was sent. The others must not wait for it, and tomorrow it is tried again.
            LOG.error(
                    "The reminder about {} failed",
                    reminder.items().get(0).turn().activation().order(),
                    broken);
        }
        return true;
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
        note(
                reminder,
                reminder.person().partner() ? TimelineEvent.PARTNER_REMINDED : TimelineEvent.ADMINISTRATOR_REMINDED);
    }

    private void note(Reminder reminder, TimelineEvent event) {
        reminder.items()
                .forEach(item -> activations.note(
                        item.turn().activation().order(),
                        event,
                        Activations.DESK,
                        reminder.person().address()));
    }

    private boolean claim(String recipient, LocalDate day) {
        return Boolean.TRUE.equals(apart.execute(transaction -> database.sql("""
                                insert into reminder_day as known (recipient, day, claimed_at)
                                values (:recipient, :day, :now)
                                on conflict (recipient, day) do update set claimed_at = :now, not_sent = false
                                where known.not_sent and known.claimed_at <= :earlier
                                """)
                        .param("recipient", recipient)
                        .param("day", day)
                        .param("now", OffsetDateTime.now(clock))
                        .param("earlier", OffsetDateTime.now(clock).minus(PAUSE))
                        .update()
                == 1));
    }

    private void giveBack(String recipient, LocalDate day) {
        apart.executeWithoutResult(transaction -> database.sql(
                        "update reminder_day set not_sent = true where recipient = :recipient and day = :day")
                .param("recipient", recipient)
                .param("day", day)
                .update());
    }
}
