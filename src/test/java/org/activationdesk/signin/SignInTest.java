package org.activationdesk.signin;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.activationdesk.activation.ActivationStatus;
import org.activationdesk.activation.Activations;
import org.activationdesk.activation.Arrivals;
import org.activationdesk.activation.Intake;
import org.activationdesk.purchase.OrderKey;
import org.activationdesk.purchase.PurchaseDocument;
import org.activationdesk.tryout.DeskTest;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** A test of the desk's doors: people with browsers, and tasks that the real process has made for them. */
@DeskTest
abstract class SignInTest {
    static final String ENGINE = "/camunda/api/engine/engine/default/";
    static final String AUTHENTICATED = "/camunda/api/admin/auth/user/default";
    static final String TASKLIST = "/camunda/app/tasklist/default/";
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    @Autowired
    TaskService tasks;

    @Autowired
    private RuntimeService processes;

    @Autowired
    private Intake intake;

    @Autowired
    private Activations activations;

    @Autowired
    private Arrivals arrivals;

    @Autowired
    private Claims claims;

    @Autowired
    private Accounts accounts;

    @Value("${activation.public-url}")
    String desk;

    Visitor visitor() {
        return new Visitor(desk);
    }

    /** Who has signed in and stands in Tasklist. */
    Visitor signedIn(org.activationdesk.tryout.signin.Account person) {
        Visitor visitor = visitor();
        visitor.signIn(TASKLIST, person);
        return visitor;
    }

    /** What the provider says about somebody. */
    static Map<String, Object> token(org.activationdesk.tryout.signin.Account person) {
        Map<String, Object> token = new HashMap<>();
        token.put("tid", person.tenant().toString());
        token.put("oid", person.objectId().toString());
        token.put("name", person.name());
        token.put("preferred_username", person.username());
        token.put("roles", person.roles());
        return token;
    }

    /** The question to Noordzee about a customer whose administrator nobody knows. */
    String partnersTask() {
        OrderKey order = purchase("unknown");
        return await().until(() -> task(order), Objects::nonNull).getId();
    }

    /** The task of an administrator who has arrived through the link. */
    String administratorsTask(org.activationdesk.tryout.signin.Account person) {
        OrderKey order = purchase("known");
        await().until(() -> activations.get(order).status() == ActivationStatus.INVITED);
        Map<String, Object> token = token(person);
        Account account = claims.account(() -> token);
        accounts.signedIn(account);
        arrivals.arrive(
                order,
                new org.activationdesk.activation.Visitor(
                        account.id(),
                        account.tenantId(),
                        account.name(),
                        account.username(),
                        account.domain(),
                        true,
                        false),
                false);
        return task(order).getId();
    }

    /** Noordzee's system sends a purchase like the example, under a number of its own. */
    OrderKey purchase(String example) {
        return purchase(example, document -> {});
    }

    OrderKey purchase(String example, Consumer<ObjectNode> changes) {
        String number = "SI-" + NUMBERS.incrementAndGet();
        ObjectNode document = document("docs/examples/purchase-" + example + ".json")
                .put("orderNumber", number)
                .put("licenseId", "L-" + number);
        changes.accept(document);
        intake.receive(PurchaseDocument.read("noordzee", document), "noordzee-orders");
        return new OrderKey("noordzee", number);
    }

    Task task(OrderKey order) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(order.toString())
                .singleResult();
    }

    /** The order that a task is about. */
    OrderKey order(String task) {
        String process = tasks.createTaskQuery().taskId(task).singleResult().getProcessInstanceId();
        return OrderKey.of(processes
                .createProcessInstanceQuery()
                .processInstanceId(process)
                .singleResult()
                .getBusinessKey());
    }

    ProcessInstance process(OrderKey order) {
        return processes
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(order.toString())
                .singleResult();
    }

    private static ObjectNode document(String file) {
        try {
            return (ObjectNode) new ObjectMapper().readTree(Path.of(file).toFile());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
