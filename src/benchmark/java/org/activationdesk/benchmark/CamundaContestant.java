package org.activationdesk.benchmark;

import java.util.Map;
import javax.sql.DataSource;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.spring.boot.starter.CamundaBpmAutoConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.mail.MailSenderAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Camunda 7 as its Spring Boot starter comes, with an ordinary model. */
final class CamundaContestant implements Contestant {
    private final RuntimeService runtime;
    private final TaskService tasks;

    CamundaContestant(Wiring wiring) {
        ConfigurableApplicationContext application = wiring.application(
                new SpringApplicationBuilder(Application.class)
                        .web(WebApplicationType.NONE)
                        .initializers(context -> context.getBeanFactory()
                                .registerSingleton("milestones", wiring.milestones())),
                Map.of(
                        "spring.config.name",
                        "ordinary",
                        "camunda.bpm.deployment-resource-pattern",
                        "classpath:" + OrdinaryWork.PROCESS));
        runtime = application.getBean(RuntimeService.class);
        tasks = application.getBean(TaskService.class);
    }

    @Override
    public void takePurchaseIn(Order order) {
        runtime.createMessageCorrelation("purchase")
                .processInstanceBusinessKey(order.number())
                .setVariables(OrdinaryWork.purchase(order))
                .correlateStartMessage();
    }

    @Override
    public void signIn(Order order) {
        runtime.createMessageCorrelation("signedIn")
                .processInstanceBusinessKey(order.number())
                .setVariable(OrdinaryWork.ACCOUNT, order.account())
                .correlate();
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

    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class,
        MailSenderAutoConfiguration.class,
        CamundaBpmAutoConfiguration.class
    })
    static class Application {
        @Bean
        OrdinaryWork work(DataSource source, JavaMailSenderImpl mails) {
            return new OrdinaryWork(source, mails);
        }

        @Bean
        JavaDelegate findAdministrator(OrdinaryWork work) {
            return execution -> execution.setVariable(
                    OrdinaryWork.EMAIL, work.administrator(execution.getVariable(OrdinaryWork.ORGANISATION)));
        }

        @Bean
        JavaDelegate sendInvitation(OrdinaryWork work) {
            return execution -> work.invite(execution.getProcessBusinessKey(), execution.getVariable(OrdinaryWork.EMAIL));
        }

        @Bean
        JavaDelegate checkAcceptance() {
            return execution -> OrdinaryWork.check(execution.getVariable(OrdinaryWork.ACCEPTED), OrdinaryWork.VERSION);
        }

        @Bean
        JavaDelegate checkRenewal() {
            return execution -> OrdinaryWork.check(execution.getVariable(OrdinaryWork.EFFECT), "renew");
        }

        @Bean
        JavaDelegate sendConfirmations(OrdinaryWork work) {
            return execution ->
                    work.confirm(execution.getProcessBusinessKey(), execution.getVariable(OrdinaryWork.EMAIL));
        }

        @Bean
        ExecutionListener invited(Milestones milestones) {
            return execution -> milestones.reached(execution.getProcessBusinessKey(), Milestones.INVITED);
        }

        @Bean
        ExecutionListener ended(Milestones milestones) {
            return execution -> milestones.reached(execution.getProcessBusinessKey(), Milestones.ENDED);
        }
    }
}
