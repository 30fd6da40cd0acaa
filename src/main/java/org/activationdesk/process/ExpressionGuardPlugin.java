package org.activationdesk.process;

import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;

/** Puts the guard in front of everything that the engine evaluates, and keeps scripts away from other beans as well. */
@Component
class ExpressionGuardPlugin extends AbstractProcessEnginePlugin {
    private final ApplicationContext context;

    ExpressionGuardPlugin(ApplicationContext context) {
        this.context = context;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setExpressionManager(new ExpressionGuard(context));
        engine.setBeans(new TaskBeans(context));
    }
}
