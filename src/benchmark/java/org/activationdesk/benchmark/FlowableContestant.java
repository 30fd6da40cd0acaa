package org.activationdesk.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.sql.DataSource;
import org.flowable.engine.runtime.Execution;
import org.flowable.engine.ProcessEngine;
import org.flowable.engine.RuntimeService;
import org.flowable.engine.TaskService;
import org.flowable.engine.delegate.DelegateExecution;
import org.flowable.engine.delegate.ExecutionListener;
import org.flowable.engine.delegate.JavaDelegate;
import org.flowable.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.springframework.core.io.ClassPathResource;

/** Flowable with its defaults and an ordinary model; its starter wants a newer Spring Boot, so its engine runs alone. */
final class FlowableContestant implements Contestant {
    private final Milestones milestones;
    private final OrdinaryWork work;
    private final RuntimeService runtime;
    private final TaskService tasks;

    FlowableContestant(Wiring wiring) {
        DataSource source = wiring.ordinaryPool();
        milestones = wiring.milestones();
        work = new OrdinaryWork(source, OrdinaryWork.mails(wiring.smtpPort()));
        StandaloneProcessEngineConfiguration configuration = new StandaloneProcessEngineConfiguration();
        configuration.setDataSource(source);
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setAsyncExecutorActivate(true);
        configuration.setBeans(beans());
        ProcessEngine engine = configuration.buildProcessEngine();
        engine.getRepositoryService()
                .createDeployment()
                .addString("stock.bpmn20.xml", model())
                .deploy();
        runtime = engine.getRuntimeService();
        tasks = engine.getTaskService();
    }

    private static String model() {
        try {
            return new ClassPathResource(OrdinaryWork.PROCESS)
                    .getContentAsString(StandardCharsets.UTF_8)
                    .replace("http://camunda.org/schema/1.0/bpmn", "http://flowable.org/bpmn")
                    .replace("engine:", "flowable:")
                    .replace(":engine=", ":flowable=")
                    .replace("asyncBefore", "async");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private Map<Object, Object> beans() {
        JavaDelegate find = execution -> execution.setVariable(
                OrdinaryWork.EMAIL, work.administrator(execution.getVariable(OrdinaryWork.ORGANISATION)));
        JavaDelegate invite = execution -> work.invite(order(execution), execution.getVariable(OrdinaryWork.EMAIL));
        JavaDelegate accepted =
                execution -> OrdinaryWork.check(execution.getVariable(OrdinaryWork.ACCEPTED), OrdinaryWork.VERSION);
        JavaDelegate renewed = execution -> OrdinaryWork.check(execution.getVariable(OrdinaryWork.EFFECT), "renew");
        JavaDelegate confirm = execution -> work.confirm(order(execution), execution.getVariable(OrdinaryWork.EMAIL));
        ExecutionListener invited = execution -> milestones.reached(order(execution), Milestones.INVITED);
        ExecutionListener ended = execution -> milestones.reached(order(execution), Milestones.ENDED);
        return Map.of(
                "findAdministrator",
                find,
                "sendInvitation",
                invite,
                "checkAcceptance",
                accepted,
                "checkRenewal",
                renewed,
                "sendConfirmations",
                confirm,
                Milestones.INVITED,
                invited,
                Milestones.ENDED,
                ended);
    }

    private static String order(DelegateExecution execution) {
        return execution.getProcessInstanceBusinessKey();
    }

    @Override
    public void takePurchaseIn(Order order) {
        runtime.startProcessInstanceByMessage("purchase", order.number(), OrdinaryWork.purchase(order));
    }

    /** Flowable does not correlate by business key, so the application looks for the one that waits. */
    @Override
    public void signIn(Order order) {
        Execution waiting;
        do {
            // Its job executor commits once more than its milestone; now and then it waits a moment later.
            waiting = runtime.createExecutionQuery()
                    .processInstanceBusinessKey(order.number(), true)
                    .messageEventSubscriptionName("signedIn")
                    .singleResult();
        } while (waiting == null);
        runtime.messageEventReceived("signedIn", waiting.getId(), Map.of(OrdinaryWork.ACCOUNT, order.account()));
    }

    @Override
    public void accept(Order order) {
        complete(order, Map.of(OrdinaryWork.ACCEPTED, OrdinaryWork.VERSION));
    }

    @Override
    public void renew(Order order) {
        complete(order, Map.of(OrdinaryWork.EFFECT, "renew"));
    }

    private void complete(Order order, Map<String, Object> answer) {
        String task = tasks.createTaskQuery()
                .taskAssignee(order.account())
                .orderByTaskCreateTime()
                .asc()
                .listPage(0, 15)
                .get(0)
                .getId();
        tasks.complete(task, answer);
    }
}
