package org.activationdesk.process;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.activationdesk.activation.ActivationProcess;
import org.activationdesk.activation.Diagnosis;
import org.activationdesk.mail.Redelivery;
import org.activationdesk.problem.ProblemProcess;
import org.activationdesk.process.ActivationModel.Message;
import org.activationdesk.process.ActivationModel.Variable;
import org.activationdesk.purchase.OrderKey;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.runtime.MessageCorrelationBuilder;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/** The process of an order, which is its business key. */
@Component
class EngineProcess implements ActivationProcess, ProblemProcess, Redelivery {
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final DecisionService decisions;
    private final IdentityService identities;

    EngineProcess(RuntimeService runtime, TaskService tasks, DecisionService decisions, IdentityService identities) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.decisions = decisions;
        this.identities = identities;
    }

    @Override
    public void purchaseReceived(OrderKey order) {
        message(Message.PURCHASE_RECEIVED, order).correlateStartMessage();
    }

    @Override
    public void signedIn(OrderKey order, boolean organisationConfirmed) {
        tell(message(Message.SIGNED_IN, order)
                .setVariable(Variable.ORGANISATION_CONFIRMED, Variables.booleanValue(organisationConfirmed, true)));
    }

    @Override
    public void notTheAdministrator(OrderKey order) {
        tell(message(Message.NOT_THE_ADMINISTRATOR, order));
    }

    @Override
    public void bounced(OrderKey order) {
        tell(message(Message.BOUNCED, order));
    }

    @Override
    public void handedOver(OrderKey order) {
        tell(message(Message.HANDED_OVER, order));
    }

    @Override
    public void withdrawn(OrderKey order) {
        tell(message(Message.WITHDRAWN, order));
    }

    @Override
    public void lapsed(OrderKey order) {
        tell(message(Message.LAPSED, order));
    }

    @Override
    public void escalated(OrderKey order) {
        tell(message(Message.ESCALATED, order));
    }

    @Override
    public void helpSettled(OrderKey order) {
        tell(message(Message.HELP_SETTLED, order), MessageCorrelationBuilder::correlateAll);
    }

    @Override
    public void partnerSilent(OrderKey order) {
        tell(message(Message.PARTNER_SILENT, order));
    }

    @Override
    public void partnerAnswered(OrderKey order) {
        tell(message(Message.PARTNER_ANSWERED, order), MessageCorrelationBuilder::correlateAll);
    }

    @Override
    public void problemReported(OrderKey order) {
        asDesk(() -> tell(message(Message.PROBLEM_REPORTED, order)));
    }

    @Override
    public void problemSettled(OrderKey order) {
        asDesk(() -> tell(message(Message.PROBLEM_SETTLED, order), MessageCorrelationBuilder::correlateAll));
    }

    /** What follows on somebody's answer is the desk's own doing, and not among that person's rights. */
    private void asDesk(Runnable telling) {
        Authentication person = identities.getCurrentAuthentication();
        identities.clearAuthentication();
        try {
            telling.run();
        } finally {
            if (person != null) {
                identities.setAuthentication(person.getUserId(), person.getGroupIds(), person.getTenantIds());
            }
        }
    }

    private static void tell(MessageCorrelationBuilder message) {
        tell(message, MessageCorrelationBuilder::correlate);
    }

    /** Whoever comes at the same moment as a job or another person may lose; for the caller that is Spring's exception. */
    private static void tell(MessageCorrelationBuilder message, Consumer<MessageCorrelationBuilder> way) {
        try {
            way.accept(message);
        } catch (OptimisticLockingException collision) {
            throw new OptimisticLockingFailureException("Somebody else was faster", collision);
        }
    }

    @Override
    public Diagnosis whyNoMail(Map<String, Object> facts) {
        DmnDecisionRuleResult row = decisions
                .evaluateDecisionTableByKey(ActivationModel.WHY_NO_MAIL)
                .variables(facts)
                .evaluate()
                .getSingleResult();
        return new Diagnosis(row.getEntry("problem"), row.getEntry("owner"), row.getEntry("nextStep"));
    }

    @Override
    public void begin(UUID mail) {
        runtime.startProcessInstanceByKey(ActivationModel.MAIL_REDELIVERY, mail.toString());
    }

    private MessageCorrelationBuilder message(String name, OrderKey order) {
        return runtime.createMessageCorrelation(name).processInstanceBusinessKey(order.toString());
    }

    @Override
    public Optional<String> openTask(OrderKey order, String accountId) {
        return first(tasksOf(order).taskAssignee(accountId))
                .or(() -> first(tasksOf(order).taskCandidateUser(accountId).includeAssignedTasks()));
    }

    private TaskQuery tasksOf(OrderKey order) {
        return tasks.createTaskQuery().processInstanceBusinessKey(order.toString());
    }

    private static Optional<String> first(TaskQuery query) {
        return query.orderByTaskCreateTime().desc().listPage(0, 1).stream()
                .map(Task::getId)
                .findFirst();
    }
}
