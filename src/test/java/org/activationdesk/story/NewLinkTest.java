package org.activationdesk.story;

import static org.activationdesk.tryout.signin.Accounts.ADMIN_FOUNDRY;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.activationdesk.activation.ActivationLinks;
import org.activationdesk.activation.Arrival;
import org.activationdesk.activation.NewLinks;
import org.activationdesk.purchase.OrderKey;
import org.activationdesk.tryout.DeskTest;
import org.activationdesk.tryout.Mailboxes;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

@DeskTest
@Import({Stage.class, Calendar.class, Silence.class, FlowCoverage.class})
@TestPropertySource(properties = "camunda.bpm.job-execution.enabled=false")
class NewLinkTest {
    private static final String MAILBOX = "half-a-year@foundry.example";

    @Test
    void an_expired_link_is_replaced_by_mail_to_the_same_address_and_an_unknown_one_is_not(
            @Autowired Stage stage,
            @Autowired Calendar calendar,
            @Autowired Silence silence,
            @Autowired ActivationLinks links,
            @Autowired NewLinks newLinks,
            @Autowired TestRestTemplate browser) {
        OrderKey order = silence.ordered(MAILBOX, LocalDate.of(2035, 10, 1));
        String link = link(stage, order);
        String token = link.substring(link.lastIndexOf('/') + 1);
        newLinks.send(token);
        assertThat(stage.mailsTo(MAILBOX, order)).hasSize(1);

        calendar.at(LocalDate.of(2036, 4, 2), 22);
        int mails = stage.mailsTo(MAILBOX, order).size();
        assertThat(links.find(token)).isEmpty();
        assertThat(browser.getForEntity(link, String.class)).satisfies(page -> {
            assertThat(page.getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
            assertThat(page.getBody()).contains("?ask");
        });
        newLinks.send("x" + token);
        stage.work();
        assertThat(stage.mailsTo(MAILBOX, order)).hasSize(mails);

        newLinks.send(token);
        newLinks.send(token);
        stage.work();
        assertThat(stage.mailsTo(MAILBOX, order)).hasSize(mails + 1);
        assertThat(link(stage, order)).isNotEqualTo(link);
        assertThat(browser.getForEntity(link, String.class).getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(stage.arrives(ADMIN_FOUNDRY, order, MAILBOX, false)).isEqualTo(Arrival.LET_IN);
    }

    @Test
    void no_more_than_three_links_a_day_are_mailed_however_often_somebody_asks(
            @Autowired Stage stage,
            @Autowired Silence silence,
            @Autowired NewLinks newLinks,
            @Autowired JdbcClient database) {
        OrderKey order = silence.ordered(MAILBOX, LocalDate.of(2033, 5, 9));
        for (int i = 0; i < 5; i++) {
            String link = link(stage, order);
            database.sql("update mail set link_expires_at = queued_at where order_key = ?")
                    .param(order.toString())
                    .update();
            newLinks.send(link.substring(link.lastIndexOf('/') + 1));
            stage.work();
        }
        // The first is the invitation.
        assertThat(stage.mailsTo(MAILBOX, order)).hasSize(3);
    }

    @Test
    void an_address_that_refuses_the_new_link_is_a_question_to_the_partner(
            @Autowired Stage stage,
            @Autowired Silence silence,
            @Autowired NewLinks newLinks,
            @Autowired Mailboxes mailboxes,
            @Autowired JdbcClient database) {
        String mailbox = "refuses-the-new-one@foundry.example";
        OrderKey order = silence.ordered(mailbox, LocalDate.of(2033, 5, 16));
        String link = stage.mailsTo(mailbox, order).get(0).links().stream()
                .filter(candidate -> candidate.contains("/activate/"))
                .findFirst()
                .orElseThrow();
        database.sql("update mail set link_expires_at = queued_at where order_key = ?")
                .param(order.toString())
                .update();
        mailboxes.gone(mailbox);
        newLinks.send(link.substring(link.lastIndexOf('/') + 1));
        stage.work();
        assertThat(stage.record(order).escalationReason()).isEqualTo("recipient-rejected");
        assertThat(stage.task(order).getTaskDefinitionKey()).isEqualTo("UserTask_NameTheOnlineAdministrator");
    }

    private static String link(Stage stage, OrderKey order) {
        return stage.mailsTo(MAILBOX, order).get(0).links().stream()
                .filter(candidate -> candidate.contains("/activate/"))
                .findFirst()
                .orElseThrow();
    }
}
