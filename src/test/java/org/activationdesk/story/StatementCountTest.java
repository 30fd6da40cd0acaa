package org.activationdesk.story;

import static org.activationdesk.story.Stage.KNOWN;
import static org.activationdesk.tryout.signin.Accounts.ADMIN_FOUNDRY;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.activationdesk.activation.Arrivals;
import org.activationdesk.activation.Intake;
import org.activationdesk.activation.Visitor;
import org.activationdesk.mail.Delivery;
import org.activationdesk.mail.OpenTray;
import org.activationdesk.purchase.OrderKey;
import org.activationdesk.purchase.PurchaseDocument;
import org.activationdesk.signin.Account;
import org.activationdesk.signin.Accounts;
import org.activationdesk.signin.Standing;
import org.activationdesk.story.StatementCount.Cost;
import org.activationdesk.tryout.DeskTest;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/**
 * What one activation costs at the database, from purchase to active subscription. Statements decide how many activations a
 * machine carries, and one more is quickly written: whoever changes a figure here does so on purpose.
 */
@DeskTest
@Import({StatementCount.class, OpenTray.class})
@TestPropertySource(properties = "camunda.bpm.job-execution.enabled=false")
class StatementCountTest {
    private static final List<String> GROUPS = List.of("online-administrators");
    private static final OrderKey ORDER = new OrderKey("noordzee", "COUNT-1");
    private static final OrderKey WARM_UP = new OrderKey("noordzee", "COUNT-0");

    private final Map<String, Cost> costs = new LinkedHashMap<>();

    @Autowired
    private StatementCount count;

    @Autowired
    private Intake intake;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Arrivals arrivals;

    @Autowired
    private IdentityService identity;

    @Autowired
    private TaskService tasks;

    @Autowired
    private FormService forms;

    @Autowired
    private Delivery delivery;

    /**
     * Statements on the engine's tables, the round trips that they take, statements on our own tables, and commits. Goal for all
     * together: at most 90 statements in 70 round trips and 6 commits for the engine, and 15 statements on our own tables. That is
     * reached: the engine commits four times, with everything that its steps write into the record in one statement each. Each
     * sign-in remembers the account, what the mail server took is written down in batches, here of one and of two, and the proof
     * is kept before it leaves.
     */
    @Test
    void an_activation_costs_exactly_this() {
        postmenWork();
        activate(WARM_UP);
        costs.clear();
        activate(ORDER);
        costs.put("all", costs.values().stream().reduce(Cost.NOTHING, Cost::plus));
        assertThat(table()).isEqualTo("""
                purchase    10   6   3   1
                invitation   0   0   1   1
                account      0   0   1   1
                sign-in     11  11   2   1
                list         1   1   0   0
                accept      10  10   2   1
                renew       24  14   2   1
                confirm      0   0   4   2
                all         56  42  15   8
                """);
    }

    private String table() {
        return costs.entrySet().stream()
                .map(cost -> "%-10s %s\n".formatted(cost.getKey(), cost.getValue()))
                .collect(Collectors.joining());
    }

    private void activate(OrderKey order) {
        ObjectNode document = Stage.document(KNOWN);
        document.put("orderNumber", order.number()).put("licenseId", "L-" + order.number());
        step("purchase", () -> intake.receive(PurchaseDocument.read(order.partner(), document), "noordzee-orders"));
        step("invitation", this::postmenWork);
        Account account = account();
        step("account", () -> accounts.signedIn(account));
        step("sign-in", () -> arrivals.arrive(order, visitor(account), true));
        as(account, () -> {
            String accept = onlyTask("list", account);
            step("accept", () -> forms.submitTaskForm(accept, Map.of("accepted", true, "agreementVersion", "2026-12")));
            String renew = tasks.createTaskQuery()
                    .taskAssignee(account.id())
                    .singleResult()
                    .getId();
            step(
                    "renew",
                    () -> forms.submitTaskForm(renew, CheckStories.renewsAndSees("2027-12-31", 40, "foundry.example")));
        });
        step("confirm", this::postmenWork);
    }

    private void step(String name, Runnable step) {
        costs.put(name, count.of(step));
    }

    private void postmenWork() {
        delivery.deliver(20);
    }

    private String onlyTask(String name, Account account) {
        String[] id = new String[1];
        step(
                name,
                () -> id[0] = tasks.createTaskQuery()
                        .taskAssignee(account.id())
                        .orderByTaskCreateTime()
                        .asc()
                        .listPage(0, 15)
                        .get(0)
                        .getId());
        return id[0];
    }

    private static Account account() {
        return new Account(
                People.id(ADMIN_FOUNDRY),
                ADMIN_FOUNDRY.tenant(),
                ADMIN_FOUNDRY.objectId().toString(),
                ADMIN_FOUNDRY.name(),
                ADMIN_FOUNDRY.username(),
                "foundry.example",
                true,
                Standing.MEMBER,
                Set.copyOf(GROUPS));
    }

    private static Visitor visitor(Account account) {
        return new Visitor(
                account.id(),
                account.tenantId(),
                account.name(),
                account.username(),
                account.domain(),
                account.domainProven(),
                false);
    }

    private void as(Account account, Runnable work) {
        identity.setAuthentication(account.id(), GROUPS);
        try {
            work.run();
        } finally {
            identity.clearAuthentication();
        }
    }
}
