package org.activationdesk.story;

import static org.activationdesk.story.SilenceStories.ACCEPTS;
import static org.activationdesk.story.Stage.KNOWN;
import static org.activationdesk.tryout.signin.Accounts.ADMIN_FOUNDRY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.activationdesk.activation.Activation;
import org.activationdesk.activation.ActivationStatus;
import org.activationdesk.activation.Activations;
import org.activationdesk.activation.Arrivals;
import org.activationdesk.activation.Intake;
import org.activationdesk.activation.TimelineEntry;
import org.activationdesk.activation.TimelineEvent;
import org.activationdesk.activation.Withdrawals;
import org.activationdesk.language.Language;
import org.activationdesk.mail.Mail;
import org.activationdesk.mail.MailIntent;
import org.activationdesk.mail.MailKind;
import org.activationdesk.mail.Mails;
import org.activationdesk.mail.SentMail;
import org.activationdesk.purchase.OrderKey;
import org.activationdesk.purchase.PurchaseDocument;
import org.activationdesk.tryout.DeskTest;
import org.activationdesk.tryout.Patience;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What the steps of a transaction write goes to the database together: all of it, in order, seen by all who look, or none. */
@DeskTest
@Import({Stage.class, KillingDatabase.class})
@TestPropertySource(properties = "camunda.bpm.job-execution.enabled=false")
class RecordTest {
    /** PostgreSQL has undone one of two transactions that waited for each other. */
    private static final String DEADLOCK = "40P01";

    private static final List<String> GROUPS = List.of("online-administrators");

    @Autowired
    private Stage stage;

    @Autowired
    private KillingDatabase kill;

    @Autowired
    private Intake intake;

    @Autowired
    private Arrivals arrivals;

    @Autowired
    private Withdrawals withdrawals;

    @Autowired
    private Activations activations;

    @Autowired
    private Mails mails;

    @Autowired
    private FormService forms;

    @Autowired
    private IdentityService identity;

    private final TransactionTemplate transaction;
    private final TransactionTemplate another;

    RecordTest(@Autowired PlatformTransactionManager transactions) {
        transaction = new TransactionTemplate(transactions);
        another = new TransactionTemplate(transactions);
        another.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Test
    void a_desk_that_is_killed_before_any_statement_of_an_intake_leaves_nothing_and_takes_the_purchase_in_again() {
        OrderKey order = new OrderKey("noordzee", "KILL-1");
        ObjectNode document = Stage.document(KNOWN);
        document.put("orderNumber", order.number()).put("licenseId", "L-" + order.number());
        int statement = 1;
        while (!kill.survives(
                statement, () -> intake.receive(PurchaseDocument.read(order.partner(), document), "noordzee-orders"))) {
            assertThat(rows("purchase where order_number = ?", order.number())).isZero();
            assertThat(rows("activation where order_key = ?", order)).isZero();
            assertThat(rows("timeline where order_key = ?", order)).isZero();
            assertThat(rows("mail where order_key = ?", order)).isZero();
            assertThat(stage.process(order)).isNull();
            statement++;
        }
        assertThat(statement).isGreaterThan(5);
        assertThat(events(order))
                .containsExactly(
                        TimelineEvent.PURCHASE_RECEIVED,
                        TimelineEvent.ADMINISTRATOR_FOUND,
                        TimelineEvent.ACTIVATION_EMAIL_SENT);
    }

    @Test
    void a_desk_that_is_killed_before_any_statement_of_the_last_answer_leaves_the_task_and_takes_the_answer_again() {
        OrderKey order = signedIn();
        stage.answers(ADMIN_FOUNDRY, order, ACCEPTS);
        List<TimelineEntry> before = activations.timeline(order);
        String task = stage.task(order).getId();
        int statement = 1;
        while (!kill.survives(statement, () -> renews(task))) {
            assertThat(activations.timeline(order)).isEqualTo(before);
            assertThat(stage.record(order).status()).isEqualTo(ActivationStatus.AGREEMENT_ACCEPTED);
            assertThat(mails.about(order)).hasSize(1);
            assertThat(stage.task(order).getId()).isEqualTo(task);
            statement++;
        }
        assertThat(statement).isGreaterThan(5);
        assertThat(events(order))
                .endsWith(
                        TimelineEvent.SUBSCRIPTION_RENEWED,
                        TimelineEvent.CHANGE_CHECKED,
                        TimelineEvent.SUBSCRIPTION_ACTIVE);
        assertThat(mails.about(order)).hasSize(3);
    }

    @Test
    void what_is_undone_was_never_written() {
        OrderKey order = stage.purchase(KNOWN);
        int before = events(order).size();
        transaction.executeWithoutResult(status -> {
            activations.lock(order);
            activations.end(order, TimelineEvent.PURCHASE_WITHDRAWN, "noordzee-orders", "twice");
            mails.queue(mail(order));
            status.setRollbackOnly();
        });
        assertThat(events(order)).hasSize(before);
        assertThat(mails.about(order)).hasSize(1);
        assertThat(stage.record(order).status()).isEqualTo(ActivationStatus.INVITED);
    }

    @Test
    void whoever_looks_in_the_same_transaction_sees_what_was_changed() {
        OrderKey order = stage.purchase(KNOWN);
        transaction.executeWithoutResult(status -> {
            activations.lock(order);
            activations.note(order, TimelineEvent.ABSENCE_NAMED, "link", "first");
            activations.end(order, TimelineEvent.PURCHASE_WITHDRAWN, "noordzee-orders", "twice");
            Activation known = activations.get(order);
            assertThat(known.status()).isEqualTo(ActivationStatus.WITHDRAWN);
            assertThat(known.endedBy()).isEqualTo("noordzee-orders");
            mails.queue(mail(order));
            mails.queue(mail(order));
            assertThat(mails.about(order)).extracting(SentMail::number).containsExactly(1, 1, 2);
            assertThat(rows("activation where order_key = ? and status = 'WITHDRAWN'", order))
                    .isOne();
            assertThat(activations.lock(order)).isEqualTo(known);
        });
        assertThat(events(order)).endsWith(TimelineEvent.ABSENCE_NAMED, TimelineEvent.PURCHASE_WITHDRAWN);
    }

    @Test
    void what_somebody_adds_right_before_the_commit_is_written_too() {
        OrderKey order = stage.purchase(KNOWN);
        transaction.executeWithoutResult(
                status -> TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                    @Override
                    public void beforeCommit(boolean readOnly) {
                        activations.note(order, TimelineEvent.PROBLEM_SETTLED, Activations.DESK, null);
                    }
                }));
        assertThat(events(order)).endsWith(TimelineEvent.PROBLEM_SETTLED);
    }

    @Test
    void a_transaction_in_between_writes_its_own_and_nothing_else() {
        OrderKey order = stage.purchase(KNOWN);
        transaction.executeWithoutResult(status -> {
            activations.note(order, TimelineEvent.EMAIL_DELAYED, Activations.DESK, "outer");
            another.executeWithoutResult(
                    inner -> activations.note(order, TimelineEvent.ABSENCE_NAMED, Activations.DESK, "inner"));
            status.setRollbackOnly();
        });
        assertThat(events(order)).contains(TimelineEvent.ABSENCE_NAMED).doesNotContain(TimelineEvent.EMAIL_DELAYED);
    }

    @Test
    void what_cannot_be_written_undoes_all_of_it() {
        OrderKey order = stage.purchase(KNOWN);
        Mail mail = mail(order);
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    activations.note(order, TimelineEvent.NEW_LINK_SENT, "link", null);
                    mails.queue(mail);
                    mails.queue(mail);
                }))
                .isInstanceOf(DuplicateKeyException.class);
        assertThat(events(order)).doesNotContain(TimelineEvent.NEW_LINK_SENT);
        assertThat(mails.about(order)).hasSize(1);
    }

    @Test
    void whoever_has_waited_for_somebody_elses_change_reads_all_of_it() throws Exception {
        OrderKey order = stage.purchase(KNOWN);
        new People(stage.database).store(ADMIN_FOUNDRY);
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch mayCommit = new CountDownLatch(1);
        CompletableFuture<Void> first = CompletableFuture.runAsync(() -> transaction.executeWithoutResult(status -> {
            arrivals.arrive(order, People.visitor(ADMIN_FOUNDRY), true);
            written.countDown();
            await(mayCommit);
        }));
        await(written);
        CompletableFuture<Activation> second =
                CompletableFuture.supplyAsync(() -> transaction.execute(status -> activations.lock(order)));
        assertThatThrownBy(() -> second.get(1, TimeUnit.SECONDS)).isInstanceOf(TimeoutException.class);
        mayCommit.countDown();
        first.get(Patience.LONG.toSeconds(), TimeUnit.SECONDS);
        assertThat(second.get(Patience.LONG.toSeconds(), TimeUnit.SECONDS))
                .isEqualTo(stage.record(order))
                .satisfies(activation -> {
                    assertThat(activation.status()).isEqualTo(ActivationStatus.SIGNED_IN);
                    assertThat(activation.accountName()).isEqualTo(ADMIN_FOUNDRY.name());
                });
    }

    @Test
    void an_answer_and_a_withdrawal_at_the_same_moment_end_one_way_or_the_other_and_never_wait_for_each_other() {
        for (int round = 0; round < 10; round++) {
            OrderKey order = signedIn();
            String task = stage.task(order).getId();
            CompletableFuture<Boolean> answer =
                    CompletableFuture.supplyAsync(() -> succeeds(() -> as(() -> forms.submitTaskForm(task, ACCEPTS))));
            CompletableFuture<Boolean> withdrawal = CompletableFuture.supplyAsync(
                    () -> succeeds(() -> withdrawals.withdraw(order, "noordzee-orders", "twice")));
            boolean answered = answer.join();
            boolean withdrawn = withdrawal.join();
            assertThat(answered || withdrawn).isTrue();
            List<TimelineEvent> events = events(order);
            assertThat(events.contains(TimelineEvent.AGREEMENT_WAS_ACCEPTED)).isEqualTo(answered);
            assertThat(events.contains(TimelineEvent.PURCHASE_WITHDRAWN)).isEqualTo(withdrawn);
            assertThat(stage.record(order).status())
                    .isEqualTo(withdrawn ? ActivationStatus.WITHDRAWN : ActivationStatus.AGREEMENT_ACCEPTED);
            assertThat(stage.process(order) == null).isEqualTo(withdrawn);
        }
    }

    /** False where somebody else was faster: the engine says so in several ways. Two that wait for each other are none of them. */
    private static boolean succeeds(Runnable step) {
        try {
            step.run();
            return true;
        } catch (RuntimeException faster) {
            for (Throwable cause = faster; cause != null; cause = cause.getCause()) {
                assertThat(cause instanceof SQLException failure ? failure.getSQLState() : "none")
                        .isNotEqualTo(DEADLOCK);
            }
            return false;
        }
    }

    private OrderKey signedIn() {
        OrderKey order = stage.purchase(KNOWN);
        stage.arrives(ADMIN_FOUNDRY, order);
        return order;
    }

    private void renews(String task) {
        as(() -> forms.submitTaskForm(task, CheckStories.renewsAndSees("2027-12-31", 40, "foundry.example")));
    }

    private void as(Runnable work) {
        identity.setAuthentication(People.id(ADMIN_FOUNDRY), GROUPS);
        try {
            work.run();
        } finally {
            identity.clearAuthentication();
        }
    }

    private static Mail mail(OrderKey order) {
        return new Mail(new MailIntent(order, MailKind.SETTLED), "licenties@noordzee.example", Language.NL, Map.of());
    }

    private List<TimelineEvent> events(OrderKey order) {
        return activations.timeline(order).stream().map(TimelineEntry::event).toList();
    }

    private int rows(String of, Object parameter) {
        return stage.database
                .sql("select count(*) from " + of)
                .param(parameter.toString())
                .query(Integer.class)
                .single();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(Patience.LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
