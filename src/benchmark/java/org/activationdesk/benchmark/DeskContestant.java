package org.activationdesk.benchmark;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.activationdesk.ActivationDesk;
import org.activationdesk.activation.ActivationProof;
import org.activationdesk.activation.Arrivals;
import org.activationdesk.activation.Intake;
import org.activationdesk.activation.Visitor;
import org.activationdesk.mail.WatchedPostbox;
import org.activationdesk.purchase.OrderKey;
import org.activationdesk.purchase.PurchaseDocument;
import org.activationdesk.signin.Account;
import org.activationdesk.signin.Accounts;
import org.activationdesk.signin.Standing;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** The desk as shipped, with everything that it records; the administrator works under the engine's authorizations. */
final class DeskContestant implements Contestant {
    private static final String PARTNER = "noordzee";
    private static final String GROUP = "online-administrators";

    private final Purchases purchases = new Purchases();
    private final Milestones milestones;
    private final Intake intake;
    private final Accounts accounts;
    private final Arrivals arrivals;
    private final IdentityService identity;
    private final TaskService tasks;
    private final FormService forms;

    DeskContestant(Wiring wiring) {
        this(wiring, desk -> {});
    }

    private DeskContestant(Wiring wiring, Consumer<GenericApplicationContext> changes) {
        ConfigurableApplicationContext desk = wiring.application(
                new SpringApplicationBuilder(ActivationDesk.class).initializers(context -> {
                    watch(wiring, (GenericApplicationContext) context);
                    changes.accept((GenericApplicationContext) context);
                }),
                settings());
        milestones = wiring.milestones();
        intake = desk.getBean(Intake.class);
        accounts = desk.getBean(Accounts.class);
        arrivals = desk.getBean(Arrivals.class);
        identity = desk.getBean(IdentityService.class);
        tasks = desk.getBean(TaskService.class);
        forms = desk.getBean(FormService.class);
    }

    /** The same desk whose confirmations name no proof, so that it can be seen what the proof costs. */
    static DeskContestant withoutProof(Wiring wiring) {
        return new DeskContestant(
                wiring,
                desk -> desk.registerBean(
                        "noProof",
                        ActivationProof.class,
                        () -> order -> "none",
                        definition -> definition.setPrimary(true)));
    }

    private static void watch(Wiring wiring, GenericApplicationContext desk) {
        desk.registerBean(MilestonesOfTheDesk.class, () -> new MilestonesOfTheDesk(wiring.milestones()));
        desk.registerBean(WatchedPostbox.class, definition -> definition.setPrimary(true));
        desk.registerBean(
                "backDoor",
                FilterRegistrationBean.class,
                () -> BackDoor.filter(desk.getBeanProvider(Accounts.class)));
    }

    /** With as many partners as a distributor has; the comparison is about the first. */
    private static Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>(Sample.partners());
        settings.put("spring.config.import", "classpath:benchmark/desk.yaml");
        return settings;
    }

    @Override
    public void takePurchaseIn(Order order) {
        takeIn(purchases.known(order));
    }

    private void takeIn(ObjectNode purchase) {
        intake.receive(PurchaseDocument.read(PARTNER, purchase), "noordzee-orders");
    }

    @Override
    public void open() {
        Order ended = Sample.ENDED.order();
        invite(ended);
        signIn(ended);
        accept(ended);
        renew(ended);
        milestones.await(ended, Milestones.ENDED);
        Order administrators = Sample.ADMINISTRATOR.order();
        invite(administrators);
        signIn(administrators);
        takeIn(purchases.unknown(Sample.PARTNER.order()));
        takeIn(purchases.unknown(Sample.MANAGERS.order()));
        answer(
                Sample.MANAGERS.order(),
                Map.of("outcome", "notOurCustomer", "note", "Ask somebody else about this one."));
    }

    private void invite(Order order) {
        takePurchaseIn(order);
        milestones.await(order, Milestones.INVITED);
    }

    /** The task of the partner may come from a job. */
    private void answer(Order order, Map<String, Object> answer) {
        Task task = await().until(
                () -> tasks.createTaskQuery()
                        .processInstanceBusinessKey(PARTNER + "/" + order.number())
                        .singleResult(),
                Objects::nonNull);
        identity.setAuthentication("agent", List.of("partner-" + PARTNER));
        try {
            forms.submitTaskForm(task.getId(), answer);
        } finally {
            identity.clearAuthentication();
        }
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
                Standing.MEMBER,
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
