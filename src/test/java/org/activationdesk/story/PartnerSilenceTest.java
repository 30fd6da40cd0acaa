package org.activationdesk.story;

import static org.activationdesk.story.Silence.HELP_PARTNER;
import static org.activationdesk.story.Stage.KNOWN;
import static org.activationdesk.story.Stage.UNKNOWN;
import static org.activationdesk.tryout.signin.Accounts.ADMIN_STRANGER;
import static org.activationdesk.tryout.signin.Accounts.AGENT_NOORDZEE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Map;
import org.activationdesk.activation.ActivationStatus;
import org.activationdesk.purchase.OrderKey;
import org.activationdesk.tryout.DeskTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** A partner who does not answer what only a partner can answer: reminded on the second working day, called on the fourth. */
@DeskTest
@Import({Stage.class, Calendar.class, Silence.class, FlowCoverage.class})
@TestPropertySource(properties = "camunda.bpm.job-execution.enabled=false")
class PartnerSilenceTest {
    @Autowired
    private Stage stage;

    @Autowired
    private Calendar calendar;

    @Test
    void who_the_administrator_is() {
        LocalDate monday = LocalDate.of(2032, 9, 6);
        calendar.at(monday, 10);
        OrderKey order = stage.purchase(UNKNOWN, document -> document.put("orderedOn", monday.toString()));
        isRemindedAndThenTheManagersAreAsked(order, monday);

        stage.answers(
                AGENT_NOORDZEE,
                order,
                "UserTask_NameTheOnlineAdministrator",
                Map.of("outcome", "named", "name", "Ada", "email", "ada.named@foundry.example", "language", "en"));
        calendar.at(monday.plusDays(4), 10);
        assertThat(stage.task(order, HELP_PARTNER)).isEmpty();
        assertThat(stage.record(order).status()).isEqualTo(ActivationStatus.INVITED);
        assertThat(stage.mailsTo("ada.named@foundry.example", order)).hasSize(1);
    }

    @Test
    void whether_an_account_is_the_customers() {
        LocalDate monday = LocalDate.of(2032, 9, 20);
        calendar.at(monday, 10);
        String mailbox = "who-is-it@foundry.example";
        OrderKey order = stage.purchase(KNOWN, document -> {
            document.remove("tenant");
            document.put("orderedOn", monday.toString());
            ((ObjectNode) document.withArray("contacts").get(0)).put("email", mailbox);
        });
        stage.arrives(ADMIN_STRANGER, order, mailbox, true);
        calendar.at(monday, 11);
        isRemindedAndThenTheManagersAreAsked(order, monday);

        stage.answers(AGENT_NOORDZEE, order, "UserTask_ConfirmOrganisation", Map.of("outcome", "yes"));
        calendar.at(monday.plusDays(4), 10);
        assertThat(stage.task(order, HELP_PARTNER)).isEmpty();
        assertThat(stage.record(order).status()).isEqualTo(ActivationStatus.SIGNED_IN);
    }

    private void isRemindedAndThenTheManagersAreAsked(OrderKey order, LocalDate monday) {
        assertThat(stage.mailsTo(Silence.MAILBOX, order)).hasSize(1);
        calendar.at(monday.plusDays(1), 9);
        assertThat(stage.mailsTo(Silence.MAILBOX, order)).hasSize(1);
        calendar.at(monday.plusDays(2), 9);
        assertThat(stage.mailsTo(Silence.MAILBOX, order)).hasSize(2);
        calendar.at(monday.plusDays(3), 9);
        assertThat(stage.task(order, HELP_PARTNER)).isEmpty();
        calendar.at(monday.plusDays(4), 9);
        assertThat(stage.task(order, HELP_PARTNER)).isPresent();
        assertThat(stage.record(order).status()).isEqualTo(ActivationStatus.WITH_PARTNER);
    }
}
