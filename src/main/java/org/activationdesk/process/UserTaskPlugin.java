package org.activationdesk.process;

import java.util.List;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.form.FormDefinition;
import org.camunda.bpm.engine.impl.form.handler.DelegateTaskFormHandler;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Gives every user task of every model its words and the contents of its form. */
@Component
class UserTaskPlugin extends AbstractProcessEnginePlugin {
    private final ObjectProvider<TaskWords> words;
    private final ObjectProvider<FormContents> contents;

    UserTaskPlugin(ObjectProvider<TaskWords> words, ObjectProvider<FormContents> contents) {
        this.words = words;
        this.contents = contents;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        BpmnParseListener everyUserTask = new AbstractBpmnParseListener() {
            @Override
            public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
                equip(((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition());
            }
        };
        engine.getCustomPostBPMNParseListeners().addAll(List.of(everyUserTask));
    }

    private void equip(TaskDefinition task) {
        task.addTaskListener(
                TaskListener.EVENTNAME_CREATE, created -> words.getObject().notify(created));
        FormDefinition form = task.getFormDefinition();
        if (form.getCamundaFormDefinitionKey() != null) {
            form.setCamundaFormDefinitionKey(new FormOfOneTask(form.getCamundaFormDefinitionKey()));
        }
        if (((DelegateTaskFormHandler) task.getTaskFormHandler()).getFormHandler() instanceof TaskForm shown) {
            // The engine makes form handlers by their class name, so what they need is handed over here.
            shown.shows(contents::getObject);
        }
    }
}
