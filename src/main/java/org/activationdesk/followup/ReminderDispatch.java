package org.activationdesk.followup;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.activationdesk.activation.Activations;
import org.activationdesk.activation.TimelineEvent;
import org.activationdesk.calendar.WorkingCalendar;
import org.activationdesk.followup.Reminder.Item;
import org.activationdesk.mail.Mail;
import org.activationdesk.mail.MailIntent;
import org.activationdesk.mail.MailKind;
import org.activationdesk.mail.Mails;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Mails a reminder, one a day for each person: the day is written down together with the mail, in a transaction of its own.
 */
@Component
class ReminderDispatch {
    private static final Logger LOG = LoggerFactory.getLogger(ReminderDispatch.class);

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
     * Mails it unless the person has had one today.
     *
     * @return whether it was tried
     */
    boolean send(Reminder reminder) {
        try {
            return Boolean.TRUE.equals(apart.execute(transaction -> {
                boolean first = isFirstToday(reminder.person());
                if (first) {
                    mail(reminder);
                }
                return first;
            }));
        } catch (RuntimeException broken) {
            // The others must not wait for it.
            LOG.error(
                    "The reminder about {} failed and is tried again in the next run",
                    reminder.items().get(0).turn().activation().order(),
                    broken);
            return true;
        }
    }

    private void mail(Reminder reminder) {
        List<MailIntent> intents = reminder.items().stream()
                .map(Item::turn)
                .map(turn -> new MailIntent(turn.activation().order(), turn.kind()))
                .toList();
        mails.queue(
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

    private boolean isFirstToday(Turn.Person person) {
        return database.sql("""
                                insert into reminder_day (recipient, day) values (:recipient, :day)
                                on conflict (recipient, day) do nothing
                                """)
                        .param("recipient", person.address().toLowerCase(Locale.ROOT))
                        .param("day", calendar.date(person.country(), clock.instant()))
                        .update()
                == 1;
    }
}
