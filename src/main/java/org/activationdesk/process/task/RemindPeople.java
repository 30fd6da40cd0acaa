package org.activationdesk.process.task;

import org.activationdesk.followup.Reminders;
import org.activationdesk.process.ActivationModel.Variable;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

@Component
class RemindPeople implements JavaDelegate {
    private final Reminders reminders;

    RemindPeople(Reminders reminders) {
        this.reminders = reminders;
    }

    @Override
    public void execute(DelegateExecution execution) {
        boolean peopleLeft = reminders.send();
        execution.setVariable(Variable.PEOPLE_LEFT, Variables.booleanValue(peopleLeft, true));
    }
}
