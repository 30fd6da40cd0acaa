package org.activationdesk.story;

import static org.activationdesk.story.Stage.KNOWN;
import static org.activationdesk.tryout.signin.Accounts.ADMIN_FOUNDRY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.activationdesk.activation.ActivationLinks;
import org.activationdesk.agreement.AgreementOverview;
import org.activationdesk.agreement.AgreementOverview.Risk;
import org.activationdesk.agreement.AgreementOverviews;
import org.activationdesk.agreement.ContactCheck.State;
import org.activationdesk.agreement.ContactChecks;
import org.activationdesk.agreement.ContactChecks.Asked;
import org.activationdesk.mail.MailPutOff;
import org.activationdesk.purchase.OrderKey;
import org.activationdesk.tryout.DeskTest;
import org.activationdesk.tryout.Mailboxes;
import org.activationdesk.tryout.MovableClock;
import org.activationdesk.tryout.TimeStep;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** Contacts of agreements over the years: confirmed, forgotten, asked, gone. */
@DeskTest
@Import({Stage.class, Calendar.class, Silence.class, FlowCoverage.class})
@TestPropertySource(properties = "camunda.bpm.job-execution.enabled=false")
class ContactCheckTest {
    private static final Optional<String> NOORDZEE = Optional.of("noordzee");

    @Autowired
    private Stage stage;

    @Autowired
    private AgreementOverviews overviews;

    @Autowired
    private ContactChecks checks;

    @Autowired
    private ActivationLinks activationLinks;

    @Autowired
    private Mailboxes mailboxes;

    @Autowired
    private MovableClock clock;

    private String mailbox;
    private OrderKey order;

    @BeforeEach
    void an_order_whose_agreement_names_one_contact() {
        mailbox = "contact-" + (Stage.issued() + 1) + "@foundry.example";
        order = stage.purchase(
                KNOWN, document -> ((ObjectNode) document.withArray("contacts").get(0)).put("email", mailbox));
    }

    @Test
    void a_confirmation_counts_for_a_year() {
        assertThat(agreement().risks()).containsExactly(Risk.ONE, Risk.UNCONFIRMED);
        assertThat(ask()).isEqualTo(Asked.MAILED);
        checks.answer(token(), true);
        assertThat(agreement().risks()).containsExactly(Risk.ONE);
        later(Period.ofMonths(11));
        assertThat(agreement().risks()).containsExactly(Risk.ONE);
        later(Period.ofMonths(2));
        assertThat(agreement().risks()).containsExactly(Risk.ONE, Risk.UNCONFIRMED);
    }

    @Test
    void who_accepts_an_order_is_confirmed_by_that() {
        stage.arrives(ADMIN_FOUNDRY, order, mailbox, false);
        assertThat(agreement().risks()).contains(Risk.UNCONFIRMED);
        stage.answers(ADMIN_FOUNDRY, order, Map.of("accepted", true, "agreementVersion", "2026-12"));
        assertThat(agreement().risks()).containsExactly(Risk.ONE);
        assertThat(agreement().contacts().get(0).confirmedBy()).isEqualTo("Grace Holloway");
    }

    @Test
    void nobody_is_asked_twice_a_day_and_the_activation_link_stays_alive() {
        String activation = activationToken();
        assertThat(ask()).isEqualTo(Asked.MAILED);
        assertThat(ask()).isEqualTo(Asked.TODAY);
        clock.forward(new TimeStep(Period.ZERO, Duration.ofHours(25)));
        assertThat(ask()).isEqualTo(Asked.MAILED);
        assertThat(stage.rowsOfMail(List.of(order), "CONTACT_CHECK")).isEqualTo(2);
        assertThat(activationLinks.find(activation)).isPresent();
    }

    @Test
    void a_link_serves_one_purpose_until_it_expires() {
        ask();
        String token = token();
        assertThat(activationLinks.find(token)).isEmpty();
        assertThat(checks.find(activationToken())).isEmpty();
        assertThat(checks.find(token.substring(0, 63) + (token.endsWith("A") ? "B" : "A")))
                .isEmpty();
        assertThat(checks.find(token)).get().extracting(check -> check.state()).isEqualTo(State.OPEN);
        later(Period.ofDays(32));
        assertThat(checks.find(token)).isEmpty();
        checks.answer(token, false);
        assertThat(agreement().risks()).doesNotContain(Risk.NOBODY);
    }

    @Test
    void the_first_answer_counts() {
        ask();
        checks.answer(token(), false);
        checks.answer(token(), true);
        stage.work();
        assertThat(checks.find(token()))
                .get()
                .extracting(check -> check.state())
                .isEqualTo(State.GONE);
        assertThat(agreement().risks()).containsExactly(Risk.NOBODY);
        assertThat(checks.ask(NOORDZEE, agreement().id(), mailbox, "somebody")).isEmpty();
        assertThat(stage.mailsTo("licenties@noordzee.example", order))
                .extracting(mail -> mail.subject())
                .contains("Een contact van Northgate Foundry is vertrokken");
    }

    @Test
    void a_busy_mail_server_means_later_and_nobody_is_asked_twice() {
        mailboxes.busy(mailbox);
        assertThatThrownBy(this::ask).isInstanceOf(MailPutOff.class);
        mailboxes.free(mailbox);
        assertThat(ask()).isEqualTo(Asked.TODAY);
        assertThat(stage.rowsOfMail(List.of(order), "CONTACT_CHECK")).isOne();
    }

    @Test
    void a_question_that_comes_back_ends_the_contact() {
        String returning = "contact-" + Stage.issued() + "@bounces.example";
        stage.database
                .sql("update contact set email = ? where email = ?")
                .param(returning)
                .param(mailbox)
                .update();
        mailbox = returning;
        assertThat(ask()).isEqualTo(Asked.MAILED);
        await().until(() -> agreement().risks().contains(Risk.NOBODY));
        assertThat(agreement().contacts().get(0).invalidReason()).isEqualTo("bounced");
    }

    @Test
    void another_partner_asks_nobody_here() {
        assertThat(checks.ask(Optional.of("zuiderlicht"), agreement().id(), mailbox, "somebody"))
                .isEmpty();
        assertThat(overviews.page(NOORDZEE, mailbox, Optional.empty(), 1).all()).isOne();
        assertThat(overviews
                        .page(Optional.of("zuiderlicht"), mailbox, Optional.empty(), 1)
                        .all())
                .isZero();
    }

    @Test
    void an_agreement_is_found_by_its_words_and_by_its_risk() {
        String licence = "L-" + order.number();
        for (String typed :
                List.of(licence, "northgate " + licence, licence + " @foundry grace", licence + " noordzee")) {
            assertThat(found(typed, Optional.empty()))
                    .as(typed)
                    .containsExactly(agreement().id());
        }
        assertThat(found(licence + " contoso", Optional.empty())).isEmpty();
        assertThat(found(licence, Optional.of(Risk.ONE))).hasSize(1);
        assertThat(found(licence, Optional.of(Risk.UNCONFIRMED))).hasSize(1);
        assertThat(found(licence, Optional.of(Risk.NOBODY))).isEmpty();
        ask();
        checks.answer(token(), false);
        assertThat(found(licence, Optional.of(Risk.NOBODY))).hasSize(1);
        assertThat(found(licence, Optional.of(Risk.ONE))).isEmpty();
        assertThat(found(licence, Optional.of(Risk.UNCONFIRMED))).isEmpty();
    }

    private List<Long> found(String typed, Optional<Risk> risk) {
        return overviews.page(NOORDZEE, typed, risk, 1).agreements().stream()
                .map(AgreementOverview::id)
                .toList();
    }

    private Asked ask() {
        Asked asked =
                checks.ask(NOORDZEE, agreement().id(), mailbox, "somebody").orElseThrow();
        stage.work();
        return asked;
    }

    private AgreementOverview agreement() {
        return overviews
                .page(NOORDZEE, "L-" + order.number(), Optional.empty(), 1)
                .agreements()
                .get(0);
    }

    private void later(Period period) {
        clock.forward(new TimeStep(period, Duration.ZERO));
    }

    private String token() {
        return newest("/contact/");
    }

    private String activationToken() {
        return newest("/activate/");
    }

    private String newest(String path) {
        return stage.mailsTo(mailbox, order).stream()
                .flatMap(mail -> mail.links().stream())
                .filter(link -> link.contains(path))
                .map(link -> link.substring(link.lastIndexOf('/') + 1))
                .findFirst()
                .orElseThrow();
    }
}
