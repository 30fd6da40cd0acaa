package org.activationdesk.process;

import java.util.regex.Pattern;
import org.activationdesk.activation.Activations;
import org.activationdesk.followup.FollowUpSettings;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.delegate.BaseDelegateExecution;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.el.Expression;
import org.camunda.bpm.engine.impl.el.JuelExpression;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.spring.SpringExpressionManager;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ValueExpression;
import org.springframework.context.ApplicationContext;

/**
 * Closes CVE-2026-109432, which has no fix in 7.24.0: whoever may query tasks can put an expression into <code>orQueries</code>
 * and have the engine evaluate it. Models evaluate their expressions in the scope of an execution or task; only queries
 * evaluate without one. So without a scope nothing is evaluated but the few texts that a filter needs.
 */
class ExpressionGuard extends SpringExpressionManager {
    /** What filters of Tasklist need, and how often a timer fires. Arguments are numbers; only arithmetic on dates. */
    private static final Pattern HARMLESS =
            Pattern.compile("\\$\\{ *(currentUser\\(\\)|currentUserGroups\\(\\)|now\\(\\)|followUpCycle"
                    + "|dateTime\\(\\)(\\.(plus|minus|with)[a-zA-Z]+\\([0-9]{0,6}\\))*) *}");

    /** Far more than a filter needs; the pattern above takes a bit of the stack for each step of arithmetic. */
    private static final int LONGEST = 200;

    ExpressionGuard(ApplicationContext context) {
        super(context, new TaskBeans(context));
    }

    /** Asks the record first, so that no variable can pass itself off as it. */
    @Override
    protected ELResolver createElResolver() {
        CompositeELResolver resolver = new CompositeELResolver();
        resolver.add(new RecordResolver(
                () -> applicationContext.getBean(Activations.class),
                () -> applicationContext.getBean(Holders.class),
                () -> applicationContext.getBean(FollowUpSettings.class)));
        resolver.add(super.createElResolver());
        return resolver;
    }

    @Override
    public Expression createExpression(String text) {
        return new Guarded(createValueExpression(text), this, text);
    }

    static boolean harmless(String text) {
        boolean plain = !text.contains("${") && !text.contains("#{");
        return plain || text.length() <= LONGEST && HARMLESS.matcher(text).matches();
    }

    private static class Guarded extends JuelExpression {
        Guarded(ValueExpression expression, JuelExpressionManager manager, String text) {
            super(expression, manager, text);
        }

        @Override
        public Object getValue(VariableScope scope, BaseDelegateExecution execution) {
            if (scope == null && !harmless(getExpressionText())) {
                throw new BadUserRequestException("This expression is not allowed in a query.");
            }
            return super.getValue(scope, execution);
        }
    }
}
