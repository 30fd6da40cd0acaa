package org.activationdesk.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.activationdesk.ActivationDesk;
import org.activationdesk.activation.Arrivals;
import org.activationdesk.activation.Intake;
import org.activationdesk.activation.Visitor;
import org.activationdesk.purchase.OrderKey;
import org.activationdesk.purchase.PurchaseDocument;
import org.activationdesk.signin.Account;
import org.activationdesk.signin.Accounts;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** The desk as shipped, with everything that it records; the administrator works under the engine's authorizations. */
final class DeskContestant implements Contestant {
    private static final String PARTNER = "noordzee";
    private static final String GROUP = "online-administrators";

    private final JsonNode example = example();
    private final Intake intake;
    private final Accounts accounts;
    private final Arrivals arrivals;
    private final IdentityService identity;
    private final TaskService tasks;
    private final FormService forms;

    DeskContestant(Wiring wiring) {
        ConfigurableApplicationContext desk = wiring.application(
                new SpringApplicationBuilder(ActivationDesk.class).initializers(context -> ((GenericApplicationContext)
                                context)
                        .registerBean(MilestonesOfTheDesk.class, () -> new MilestonesOfTheDesk(wiring.milestones()))),
                Map.of("spring.config.import", "classpath:benchmark/desk.yaml"));
        intake = desk.getBean(Intake.class);
        accounts = desk.getBean(Accounts.class);
        arrivals = desk.getBean(Arrivals.class);
        identity = desk.getBean(IdentityService.class);
        tasks = desk.getBean(TaskService.class);
        forms = desk.getBean(FormService.class);
    }

    private static JsonNode example() {
        try {
            return new ObjectMapper()
                    .readTree(Path.of("docs/examples/purchase-known.json").toFile());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public void takePurchaseIn(Order order) {
        ObjectNode document = example.deepCopy();
        document.put("orderNumber", order.number())
                .put("licenseId", "L-" + order.number())
                .put("organisation", order.organisation());
        ((ObjectNode) document.path("contacts").path(0)).put("email", order.email());
        ((ObjectNode) document.path("tenant"))
                .put("domain", order.domain())
                .put("id", order.tenant().toString());
        intake.receive(PurchaseDocument.read(PARTNER, document), "noordzee-orders");
    }

    @Override
    public void signIn(Order order) {
        String object = order.account().substring(32);
        accounts.signedIn(new Account(
                order.account(),
                order.tenant(),
                object,
                "Grace Holloway",
                order.email(),
                order.domain(),
                true,
                false,
                Set.of(GROUP)));
        arrivals.arrive(
                new OrderKey(PARTNER, order.number()),
                new Visitor(
                        order.account(), order.tenant(), "Grace Holloway", order.email(), order.domain(), true, false),
                true);
    }

    @Override
    public void accept(Order order) {
        asAdministrator(order, id ->
                forms.submitTaskForm(id, Map.of("accepted", true, "agreementVersion", OrdinaryWork.VERSION)));
    }

    @Override
    public void renew(Order order) {
        asAdministrator(order, id ->
                forms.submitTaskForm(id, Map.of(
                        "effect", "renew",
                        "route", "portal",
                        "effectConfirmed", true,
                        "seenEndDate", "2027-12-31",
                        "seenSeats", 40,
                        "seenDomain", order.domain())));
    }

    private void asAdministrator(Order order, Consumer<String> work) {
        try {
            identity.setAuthentication(order.account(), List.of(GROUP));
            Task task = tasks
                    .createTaskQuery()
                    .taskAssignee(order.account())
                    .orderByTaskCreateTime()
                    .asc()
                    .listPage(0, 15)
                    .get(0);
            work.accept(task.getId());
        } finally {
            identity.clearAuthentication();
        }
    }
}
