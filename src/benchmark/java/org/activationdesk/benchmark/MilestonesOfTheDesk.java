package org.activationdesk.benchmark;

import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

/** Hears from the desk's process, without a change to its model, that it waits for the sign-in and that it has ended. */
final class MilestonesOfTheDesk extends AbstractProcessEnginePlugin {
    private static final String WAITING = "ReceiveTask_WaitForSignIn";
    private static final String ACTIVE = "End_SubscriptionActive";

    private final Milestones milestones;

    MilestonesOfTheDesk(Milestones milestones) {
        this.milestones = milestones;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.getCustomPostBPMNParseListeners().add(new AbstractBpmnParseListener() {
            @Override
            public void parseReceiveTask(Element element, ScopeImpl scope, ActivityImpl activity) {
                if (WAITING.equals(activity.getId())) {
                    activity.addListener(ExecutionListener.EVENTNAME_START, says(Milestones.INVITED));
                }
            }

            @Override
            public void parseEndEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
                if (ACTIVE.equals(activity.getId())) {
                    activity.addListener(ExecutionListener.EVENTNAME_END, says(Milestones.ENDED));
                }
            }
        });
    }

    private ExecutionListener says(String milestone) {
        return execution -> {
            String order = execution.getProcessBusinessKey();
            milestones.reached(order.substring(order.indexOf('/') + 1), milestone);
        };
    }
}
