package org.activationdesk.story;

import static org.activationdesk.story.Stage.KNOWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.activationdesk.mail.MailPutOff;
import org.activationdesk.purchase.OrderKey;
import org.activationdesk.tryout.DeskTest;
import org.activationdesk.tryout.Inbox;
import org.activationdesk.tryout.Mailboxes;
import org.activationdesk.tryout.ReceivedMail;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/**
 * The stories of the process follow-up. They play in 2035 and 2036, far from the other stories, and each with an
 * administrator of its own, because a mail a day speaks for everything that waits for somebody.
 */
@DeskTest
@Import({Stage.class, Calendar.class, FlowCoverage.class})
@TestPropertySource(
        properties = {
            "camunda.bpm.job-execution.enabled=false",
            "activation.follow-up.job-time=PT0S",
            "activation.quiet-hours.from=20:00",
            "activation.quiet-hours.until=08:00"
        })
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FollowUpTest {
    @Autowired
    private Stage stage;

    @Autowired
    private Calendar calendar;

    @Autowired
    private Inbox inbox;

    @Autowired
    private Mailboxes mailboxes;

    @AfterAll
    void every_node_and_flow_was_passed(@Autowired FlowCoverage coverage, @Autowired HistoryService history) {
        coverage.isComplete(Bpmn.readModelFromFile(new File("processes/follow-up.bpmn")), history);
    }

    @ParameterizedTest
    @CsvSource({
        "easter, 2035-03-22, 2035-03-27, 2035-03-30, 2035-04-03", // Easter Monday is 26 March
        "kings-day, 2035-04-25, 2035-04-30, 2035-05-04, 2035-05-08", // 27 April, and Ascension Day is 3 May
        "christmas, 2035-12-21, 2035-12-27, 2036-01-02, 2036-01-04" // 25 and 26 December, 1 January
    })
    void a_silent_administrator_is_reminded_on_the_working_days_of_the_country_and_then_the_partner_is_asked(
            String holiday, LocalDate ordered, LocalDate first, LocalDate second, LocalDate partner) {
        String mailbox = holiday + "@foundry.example";
        calendar.at(ordered, 10);
        OrderKey order = purchase(mailbox, ordered);
        List<LocalDate> days = new ArrayList<>();
        List<LocalDate> partnersDays = new ArrayList<>();
        for (LocalDate day = ordered; day.isBefore(ordered.plusDays(20)); day = day.plusDays(1)) {
            calendar.at(day, 7);
            int before = inbox.mailsTo(mailbox).size();
            int partners = stage.mailsTo(Silence.MAILBOX, order).size();
            calendar.at(day, 8);
            if (inbox.mailsTo(mailbox).size() > before) {
                days.add(day);
            }
            if (stage.mailsTo(Silence.MAILBOX, order).size() > partners) {
                partnersDays.add(day);
            }
            calendar.at(day, 21);
        }
        assertThat(days).containsExactly(first, second);
        assertThat(partnersDays).first().isEqualTo(partner);
        List<ReceivedMail> mails = stage.mailsTo(mailbox, order);
        assertThat(mails).hasSize(3);
        assertThat(link(mails.get(0))).isEqualTo(link(mails.get(2)));
        assertThat(mails.get(0).text()).contains("Is something in the way?");
        assertThat(mails.get(1).text()).doesNotContain("Is something in the way?");
    }

    @Test
    void nobody_gets_two_mails_a_day_for_ten_activations() {
        LocalDate monday = LocalDate.of(2035, 6, 4);
        calendar.at(monday, 10);
        List<OrderKey> orders = new ArrayList<>();
        for (int number = 0; number < 10; number++) {
            orders.add(purchase("busy@foundry.example", monday));
        }
        for (int hour = 8; hour < 20; hour += 3) {
            calendar.at(monday.plusDays(2), hour);
        }
        assertThat(inbox.mailsTo("busy@foundry.example")).hasSize(11).first().satisfies(mail -> {
            assertThat(mail.subject()).startsWith("Reminder: 10 orders wait for you, first ");
            assertThat(orders).allSatisfy(order -> assertThat(mail.text()).contains(order.number()));
            assertThat(mail.links().stream()
                            .filter(link -> link.contains("/activate/"))
                            .distinct())
                    .hasSize(10);
        });
        assertThat(stage.rowsOfMail(orders, "REMINDER")).isEqualTo(10);
    }

    @Test
    void a_changed_table_takes_effect_for_what_already_waits(@Autowired RepositoryService repository)
            throws IOException {
        LocalDate monday = LocalDate.of(2035, 6, 11);
        calendar.at(monday, 10);
        purchase("table@foundry.example", monday);
        String table = Files.readString(Path.of("processes/follow-up.dmn"));
        String deployment = repository
                .createDeployment()
                .addString("follow-up.dmn", table.replace("<text>&gt;= 2</text>", "<text>&gt;= 1</text>"))
                .deploy()
                .getId();
        try {
            calendar.at(monday.plusDays(1), 10);
            assertThat(inbox.mailsTo("table@foundry.example")).hasSize(2);
        } finally {
            repository.deleteDeployment(deployment, true);
        }
    }

    @Test
    void a_mailbox_that_is_busy_is_tried_again_the_same_day_and_the_others_do_not_wait_for_it() {
        LocalDate monday = LocalDate.of(2035, 6, 18);
        calendar.at(monday, 10);
        purchase("engaged@foundry.example", monday);
        purchase("next@foundry.example", monday);
        mailboxes.busy("engaged@foundry.example");
        assertThatThrownBy(() -> calendar.at(monday.plusDays(2), 10)).isInstanceOf(MailPutOff.class);
        stage.work();
        assertThat(inbox.mailsTo("engaged@foundry.example")).hasSize(1);
        assertThat(inbox.mailsTo("next@foundry.example")).hasSize(2);

        mailboxes.free("engaged@foundry.example");
        calendar.at(monday.plusDays(2), 11);
        assertThat(inbox.mailsTo("engaged@foundry.example")).hasSize(2);
        assertThat(inbox.mailsTo("next@foundry.example")).hasSize(2);
    }

    private OrderKey purchase(String mailbox, LocalDate ordered) {
        return stage.purchase(KNOWN, document -> {
            document.put("country", "NL").put("orderedOn", ordered.toString());
            ((ObjectNode) document.withArray("contacts").get(0)).put("email", mailbox);
        });
    }

    private static String link(ReceivedMail mail) {
        return mail.links().stream()
                .filter(link -> link.contains("/activate/"))
                .findFirst()
                .orElseThrow();
    }
}
