package org.activationdesk.process;

import java.util.Set;
import org.activationdesk.process.ActivationModel.Variable;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.stereotype.Component;

/**
 * Takes away what a gateway has read as soon as it has decided. None of it is ever stored, but where something is left at a
 * commit the engine takes the process for one with variables, and looks for them at every later step.
 */
@Component
class PassingVariables extends AbstractProcessEnginePlugin {
    private static final Set<String> READ_BY_GATEWAYS = Set.of(
            Variable.ADMINISTRATOR_KNOWN,
            Variable.PARTNERS_ANSWER,
            Variable.RIGHT_PARTNER_FOUND,
            Variable.ORGANISATION_CONFIRMED,
            Variable.CUSTOMERS_ORGANISATION,
            Variable.CHANGE_SEEN,
            Variable.PROBLEM_RESOLVED,
            Variable.PEOPLE_LEFT);

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.getCustomPostBPMNParseListeners().add(new AbstractBpmnParseListener() {
            @Override
            public void parseExclusiveGateway(Element element, ScopeImpl scope, ActivityImpl gateway) {
                gateway.addListener(
                        ExecutionListener.EVENTNAME_END, decided -> decided.removeVariables(READ_BY_GATEWAYS));
            }
        });
    }
}
