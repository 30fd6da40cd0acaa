package org.activationdesk.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.activationdesk.activation.Activation;
import org.activationdesk.activation.ActivationLinks;
import org.activationdesk.activation.Activations;
import org.activationdesk.activation.Arrival;
import org.activationdesk.activation.Arrivals;
import org.activationdesk.activation.Intake;
import org.activationdesk.mail.Delivery;
import org.activationdesk.mail.OpenTray;
import org.activationdesk.purchase.OrderKey;
import org.activationdesk.purchase.PurchaseDocument;
import org.activationdesk.tryout.Inbox;
import org.activationdesk.tryout.ReceivedMail;
import org.activationdesk.tryout.signin.Account;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lets people and systems act in a story: what they do goes through the real engine, database and mail server. */
@Import(OpenTray.class)
class Stage extends Mailbag {
    static final Path KNOWN = Path.of("docs/examples/purchase-known.json");
    static final Path UNKNOWN = Path.of("docs/examples/purchase-unknown.json");
    private static final AtomicInteger NUMBERS = new AtomicInteger();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ProcessEngine engine;
    private final Intake intake;
    private final Arrivals arrivals;
    private final ActivationLinks links;
    private final Activations activations;
    private final Delivery delivery;
    private final People people;

    Stage(
            ProcessEngine engine,
            Intake intake,
            Arrivals arrivals,
            ActivationLinks links,
            Activations activations,
            Delivery delivery,
            Inbox inbox,
            JdbcClient database) {
        super(inbox, database);
        this.engine = engine;
        this.intake = intake;
        this.arrivals = arrivals;
        this.links = links;
        this.activations = activations;
        this.delivery = delivery;
        this.people = new People(database);
    }

    /** Noordzee's system sends a purchase like the example, under a number and an agreement of its own. */
    OrderKey purchase(Path example, Consumer<ObjectNode> changes) {
        ObjectNode document = document(example);
        String number = "ST-" + NUMBERS.incrementAndGet();
        document.put("orderNumber", number).put("licenseId", "L-" + number);
        changes.accept(document);
        intake.receive(PurchaseDocument.read("noordzee", document), "noordzee-orders");
        work();
        return new OrderKey("noordzee", number);
    }

    /** How many numbers have been issued. */
    static int issued() {
        return NUMBERS.get();
    }

    OrderKey purchase(Path example) {
        return purchase(example, document -> {});
    }

    static ObjectNode document(Path example) {
        try {
            return (ObjectNode) JSON.readTree(example.toFile());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Does what the job executor and the postmen would do now. */
    void work() {
        List<Job> due;
        do {
            due = dueJobs();
            due.forEach(job -> engine.getManagementService().executeJob(job.getId()));
        } while (delivery.deliver(50) > 0 || !due.isEmpty());
    }

    private List<Job> dueJobs() {
        return engine.getManagementService().createJobQuery().executable().withRetriesLeft().list().stream()
                // The engine's own job that removes old history works at night.
                .filter(job -> job.getProcessDefinitionKey() != null)
                .toList();
    }

    /** Somebody follows the link of the newest mail to an address and signs in. */
    Arrival arrives(Account account, OrderKey order, String mailbox, boolean confirms) {
        people.store(account);
        ReceivedMail mail = inbox.mailsTo(mailbox).stream()
                .filter(candidate -> candidate.text().contains(order.number()))
                .findFirst()
                .orElseThrow();
        String token = mail.links().stream()
                .filter(link -> link.contains("/activate/"))
                .map(link -> link.substring(link.lastIndexOf('/') + 1))
                .findFirst()
                .orElseThrow();
        assertThat(links.find(token)).as("the link is live").isPresent();
        Arrival arrival = arrivals.arrive(order, People.visitor(account), confirms);
        work();
        return arrival;
    }

    Arrival arrives(Account account, OrderKey order) {
        return arrives(account, order, account.username(), false);
    }

    /** Somebody fills in the form of the task that waits at this order. */
    void answers(Account account, OrderKey order, Map<String, Object> fields) {
        people.store(account);
        try {
            engine.getIdentityService().setAuthentication(People.id(account), People.groups(account));
            engine.getFormService().submitTaskForm(taskAsDesk(order).getId(), fields);
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
        work();
    }

    /** Somebody fills in the form of one of several tasks that wait at this order. */
    void answers(Account account, OrderKey order, String definitionKey, Map<String, Object> fields) {
        people.store(account);
        String id = task(order, definitionKey).orElseThrow().getId();
        try {
            engine.getIdentityService().setAuthentication(People.id(account), People.groups(account));
            engine.getFormService().submitTaskForm(id, fields);
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
        work();
    }

    Optional<Task> task(OrderKey order, String definitionKey) {
        return Optional.ofNullable(engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(order.toString())
                .taskDefinitionKey(definitionKey)
                .initializeFormKeys()
                .singleResult());
    }

    private Task taskAsDesk(OrderKey order) {
        var identity = engine.getIdentityService();
        var authentication = identity.getCurrentAuthentication();
        identity.clearAuthentication();
        try {
            return task(order);
        } finally {
            identity.setAuthentication(authentication.getUserId(), authentication.getGroupIds());
        }
    }

    Task task(OrderKey order) {
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(order.toString())
                .initializeFormKeys()
                .singleResult();
    }

    /** What the form of the open task says about the answer before. */
    String refusal(OrderKey order) {
        return (String) engine.getTaskService().getVariableLocal(task(order).getId(), "refusal");
    }

    /** What the form of an open task shows, as Tasklist asks for it. */
    Map<String, Object> form(OrderKey order, String definitionKey) {
        String id = task(order, definitionKey).orElseThrow().getId();
        return engine.getFormService().getTaskFormVariables(id);
    }

    ProcessInstance process(OrderKey order) {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(order.toString())
                .singleResult();
    }

    Activation record(OrderKey order) {
        return activations.get(order);
    }
}
