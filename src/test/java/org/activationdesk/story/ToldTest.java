package org.activationdesk.story;

import static org.activationdesk.story.Silence.HELP_ADMINISTRATOR;
import static org.activationdesk.story.Silence.HELP_PARTNER;
import static org.activationdesk.story.SilenceStories.ACCEPTS;
import static org.activationdesk.story.Stage.KNOWN;
import static org.activationdesk.story.Stage.UNKNOWN;
import static org.activationdesk.tryout.signin.Accounts.ADMIN_FOUNDRY;
import static org.activationdesk.tryout.signin.Accounts.AGENT_NOORDZEE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Map;
import org.activationdesk.activation.ActivationStatus;
import org.activationdesk.activation.Activations;
import org.activationdesk.activation.TimelineEntry;
import org.activationdesk.activation.TimelineEvent;
import org.activationdesk.mail.MailKind;
import org.activationdesk.mail.MailState;
import org.activationdesk.mail.Mails;
import org.activationdesk.purchase.OrderKey;
import org.activationdesk.tryout.DeskTest;
import org.activationdesk.tryout.Mailboxes;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** Whoever was asked is told when nothing has to be done any more, and so is whoever has to know what was lost. */
@DeskTest
@Import({Stage.class, Calendar.class, Silence.class, FlowCoverage.class})
@TestPropertySource(properties = "camunda.bpm.job-execution.enabled=false")
class ToldTest {
    private static final String MANAGERS = "manager@desk.example";

    @Autowired
    private Stage stage;

    @Autowired
    private Calendar calendar;

    @Autowired
    private Silence silence;

    @Autowired
    private Mails mails;

    @Autowired
    private Mailboxes mailboxes;

    @Autowired
    private Activations activations;

    @Test
    void a_dismissed_administrator_is_told_and_reads_nobodys_name() {
        String mailbox = "dismissed@foundry.example";
        OrderKey order = silence.untilThePartnerIsAsked(mailbox, LocalDate.of(2032, 1, 12));
        stage.answers(AGENT_NOORDZEE, order, HELP_ADMINISTRATOR, Map.of("outcome", "another"));
        assertThat(stage.mailsTo(mailbox, order).get(0).text())
                .contains("Nothing left for you to do", "Noordzee IT has told us", "no longer works");
        int told = stage.mailsTo(mailbox, order).size();
        stage.answers(
                AGENT_NOORDZEE,
                order,
                Map.of("outcome", "named", "name", "Ada", "email", "ada.2032@foundry.example", "language", "en"));
        assertThat(stage.mailsTo("ada.2032@foundry.example", order)).hasSize(1);
        assertThat(stage.mailsTo(mailbox, order)).hasSize(told);
    }

    @Test
    void a_partner_who_was_asked_by_mail_is_told_once_that_the_administrator_went_on() {
        String mailbox = "went-on@foundry.example";
        LocalDate monday = LocalDate.of(2032, 2, 2);
        OrderKey order = silence.untilThePartnerIsAsked(mailbox, monday);
        assertThat(stage.mailsTo(Silence.MAILBOX, order)).hasSize(1);
        stage.arrives(ADMIN_FOUNDRY, order, mailbox, false);
        calendar.at(monday.plusDays(9), 10);
        calendar.at(monday.plusDays(9), 11);
        assertThat(stage.mailsTo(Silence.MAILBOX, order)).hasSize(2).first().satisfies(mail -> assertThat(mail.text())
                .contains("uw hulp is niet meer nodig"));
        assertThat(stage.task(order, HELP_ADMINISTRATOR)).isEmpty();
    }

    @Test
    void the_managers_are_told_by_mail_of_a_silent_partner_once() {
        LocalDate monday = LocalDate.of(2032, 2, 23);
        calendar.at(monday, 10);
        OrderKey order = unknown(monday);
        for (int day = 1; day <= 3; day++) {
            calendar.at(monday.plusDays(day), 9);
        }
        assertThat(stage.mailsTo(MANAGERS, order)).isEmpty();
        calendar.at(monday.plusDays(4), 9);
        assertThat(stage.task(order, HELP_PARTNER)).isPresent();
        calendar.at(monday.plusDays(7), 9);
        assertThat(stage.mailsTo(MANAGERS, order)).singleElement().satisfies(mail -> assertThat(mail.text())
                .contains("Call Noordzee IT", "/go/" + order)
                // Who calls wants to know whom, and for how long the customer has been waiting.
                .contains("Hello,", "licenties@noordzee.example, +31 10 555 0100", "Waiting since 23 February 2032")
                .doesNotContain("Hello Activation Desk"));
    }

    @Test
    void the_managers_are_told_by_mail_which_key_has_died() {
        LocalDate today = LocalDate.of(2032, 3, 8);
        OrderKey order = silence.ordered("dead@foundry.example", today, LocalDate.of(2027, 3, 12));
        calendar.at(LocalDate.of(2032, 3, 12), 9);
        assertThat(stage.record(order).status()).isEqualTo(ActivationStatus.LAPSED);
        assertThat(stage.mailsTo(MANAGERS, order)).singleElement().satisfies(mail -> assertThat(mail.text())
                .contains("The key of this order has died", "12 March 2032"));
    }

    @Test
    void a_refused_confirmation_keeps_nobody_else_from_being_told_and_is_noted() {
        String mailbox = "leaves-at-the-end@foundry.example";
        OrderKey order = stage.purchase(KNOWN, document -> contact(document).put("email", mailbox));
        stage.arrives(ADMIN_FOUNDRY, order, mailbox, false);
        stage.answers(ADMIN_FOUNDRY, order, ACCEPTS);
        mailboxes.gone(mailbox);
        stage.answers(
                ADMIN_FOUNDRY,
                order,
                Map.of(
                        "effect", "renew",
                        "route", "link",
                        "effectConfirmed", true,
                        "seenEndDate", "2027-12-31",
                        "seenSeats", 40,
                        "seenDomain", "foundry.example"));
        assertThat(stage.record(order).status()).isEqualTo(ActivationStatus.ACTIVE);
        assertThat(stage.mailsTo(Silence.MAILBOX, order)).hasSize(1);
        assertThat(activations.timeline(order))
                .extracting(TimelineEntry::event)
                .containsOnlyOnce(TimelineEvent.CONFIRMATION_REJECTED)
                .endsWith(TimelineEvent.SUBSCRIPTION_ACTIVE, TimelineEvent.CONFIRMATION_REJECTED);
        assertThat(mails.about(order))
                .filteredOn(mail -> mail.kind() == MailKind.CONFIRMATION)
                .singleElement()
                .satisfies(mail -> assertThat(mail.state()).isEqualTo(MailState.FAILED));
    }

    private OrderKey unknown(LocalDate orderedOn) {
        return stage.purchase(UNKNOWN, document -> document.put("orderedOn", orderedOn.toString()));
    }

    private static ObjectNode contact(ObjectNode document) {
        return (ObjectNode) document.withArray("contacts").get(0);
    }
}
