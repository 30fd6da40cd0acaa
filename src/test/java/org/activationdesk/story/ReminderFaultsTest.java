package org.activationdesk.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.activationdesk.followup.Reminders;
import org.activationdesk.mail.CrashingPostbox;
import org.activationdesk.mail.MailKind;
import org.activationdesk.mail.MailState;
import org.activationdesk.mail.Mails;
import org.activationdesk.mail.SentMail;
import org.activationdesk.purchase.OrderKey;
import org.activationdesk.tryout.DeskTest;
import org.activationdesk.tryout.MovableClock;
import org.activationdesk.tryout.ReceivedMail;
import org.activationdesk.tryout.TimeStep;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** Desks that are killed while they remind somebody, and two that remind at once. */
@DeskTest
@Import({Stage.class, Calendar.class, Silence.class, CrashingPostbox.class})
@TestPropertySource(properties = "camunda.bpm.job-execution.enabled=false")
class ReminderFaultsTest {
    @Autowired
    private Stage stage;

    @Autowired
    private Calendar calendar;

    @Autowired
    private Silence silence;

    @Autowired
    private CrashingPostbox postbox;

    @Autowired
    private Mails mails;

    @Autowired
    private MovableClock clock;

    @Test
    void a_desk_that_is_killed_before_the_mail_has_left_sends_it_five_minutes_later() {
        LocalDate monday = LocalDate.of(2033, 1, 10);
        String mailbox = "killed-before@foundry.example";
        OrderKey order = silence.ordered(mailbox, monday);
        postbox.crashBeforeNext(mailbox);
        assertThatThrownBy(() -> calendar.at(monday.plusDays(2), 9)).isInstanceOf(CrashingPostbox.Killed.class);
        assertThat(stage.mailsTo(mailbox, order)).hasSize(1);
        assertThat(reminder(order).state()).isEqualTo(MailState.QUEUED);

        // Another desk cannot know that this one is gone.
        stageRunsAgain("PT1M");
        assertThat(stage.mailsTo(mailbox, order)).hasSize(1);
        stageRunsAgain("PT5M");
        assertThat(stage.mailsTo(mailbox, order)).hasSize(2);
        assertThat(reminder(order)).satisfies(mail -> {
            assertThat(mail.state()).isEqualTo(MailState.ACCEPTED);
            assertThat(mail.attempts()).isEqualTo(2);
        });
    }

    @Test
    void a_desk_that_is_killed_after_the_servers_answer_sends_the_same_mail_once_more() {
        LocalDate monday = LocalDate.of(2033, 1, 24);
        String mailbox = "killed-after@foundry.example";
        OrderKey order = silence.ordered(mailbox, monday);
        postbox.crashAfterNext(mailbox);
        assertThatThrownBy(() -> calendar.at(monday.plusDays(2), 9)).isInstanceOf(CrashingPostbox.Killed.class);
        for (int hour = 10; hour < 13; hour++) {
            calendar.at(monday.plusDays(2), hour);
        }
        List<ReceivedMail> received = stage.mailsTo(mailbox, order);
        assertThat(received).hasSize(3);
        assertThat(received.get(0).headers().get("Message-ID"))
                .isEqualTo(received.get(1).headers().get("Message-ID"));
        assertThat(reminder(order).attempts()).isEqualTo(2);
    }

    @Test
    void two_desks_at_once_remind_nobody_twice(@Autowired AutowireCapableBeanFactory beans) throws Exception {
        LocalDate monday = LocalDate.of(2033, 2, 7);
        List<OrderKey> orders = new ArrayList<>();
        for (int number = 0; number < 15; number++) {
            orders.add(silence.ordered(mailbox(number), monday));
        }
        Duration step = Duration.between(
                clock.instant(),
                monday.plusDays(2)
                        .atTime(9, 1)
                        .atZone(ZoneId.of("Europe/Amsterdam"))
                        .toInstant());
        clock.forward(new TimeStep(Period.ZERO, step));
        CyclicBarrier together = new CyclicBarrier(3);
        ExecutorService desks = Executors.newFixedThreadPool(3);
        try {
            List<Callable<Boolean>> runs = new ArrayList<>();
            for (int desk = 0; desk < 3; desk++) {
                // All that desks share is the database.
                Reminders reminders = beans.createBean(Reminders.class);
                runs.add(() -> {
                    together.await();
                    return reminders.send();
                });
            }
            for (Future<Boolean> run : desks.invokeAll(runs)) {
                assertThat(run.get()).isFalse();
            }
            stage.work();
        } finally {
            desks.shutdownNow();
        }
        for (int number = 0; number < 15; number++) {
            assertThat(stage.mailsTo(mailbox(number), orders.get(number))).hasSize(2);
        }
        assertThat(stage.rowsOfMail(orders, "REMINDER")).isEqualTo(15);
    }

    private static String mailbox(int number) {
        return "two-desks-" + number + "@foundry.example";
    }

    private void stageRunsAgain(String later) {
        clock.forward(TimeStep.of(later));
        stage.work();
    }

    private SentMail reminder(OrderKey order) {
        return mails.about(order).stream()
                .filter(mail -> mail.kind() == MailKind.REMINDER)
                .findFirst()
                .orElseThrow();
    }
}
