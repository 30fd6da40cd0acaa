package org.activationdesk.process;

import java.util.AbstractMap;
import java.util.Set;
import org.springframework.context.ApplicationContext;

/**
 * What expressions of a model can call: the beans of <code>org.activationdesk.process.task</code> and nothing else. Without
 * such a map every Spring bean can be called. They are looked up when they are needed, as they may need the engine themselves.
 */
class TaskBeans extends AbstractMap<Object, Object> {
    private static final String TASKS = TaskBeans.class.getPackageName() + ".task";

    private final ApplicationContext context;

    TaskBeans(ApplicationContext context) {
        this.context = context;
    }

    @Override
    public boolean containsKey(Object name) {
        return name instanceof String bean && context.containsBean(bean) && isTask(context.getType(bean, false));
    }

    @Override
    public Object get(Object name) {
        return containsKey(name) ? context.getBean((String) name) : null;
    }

    /** The engine only asks for names; nobody gets a list. */
    @Override
    public Set<Entry<Object, Object>> entrySet() {
        return Set.of();
    }

    private static boolean isTask(Class<?> type) {
        return type != null && type.getPackageName().equals(TASKS);
    }
}
