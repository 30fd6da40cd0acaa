package org.activationdesk.process;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.db.DbEntity;
import org.camunda.bpm.engine.impl.event.EventType;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.AbstractManager;
import org.camunda.bpm.engine.impl.persistence.entity.EventSubscriptionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.EventSubscriptionManager;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionManager;
import org.camunda.bpm.engine.impl.persistence.entity.IdentityLinkEntity;
import org.camunda.bpm.engine.impl.persistence.entity.IdentityLinkManager;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionManager;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskManager;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceManager;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/**
 * Reads of the engine that are left out, because their answer is known. Each part says why; what it cannot know, it lets the
 * engine read.
 */
@Component
class SparedReads extends AbstractProcessEnginePlugin {
    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        List<SessionFactory> factories =
                new ArrayList<>(Objects.requireNonNullElse(engine.getCustomSessionFactories(), List.of()));
        factories.add(new Instead<>(ProcessDefinitionManager.class, Definitions::new));
        factories.add(new Instead<>(ExecutionManager.class, Executions::new));
        factories.add(new Instead<>(TaskManager.class, Tasks::new));
        factories.add(new Instead<>(VariableInstanceManager.class, Variables::new));
        factories.add(new Instead<>(IdentityLinkManager.class, Links::new));
        factories.add(new Instead<>(EventSubscriptionManager.class, Subscriptions::new));
        engine.setCustomSessionFactories(factories);
    }

    private record Instead<S extends AbstractManager>(Class<S> type, Supplier<? extends S> own)
            implements SessionFactory {
        @Override
        public Class<?> getSessionType() {
            return type;
        }

        @Override
        public Session openSession() {
            return own.get();
        }
    }

    /** What the command that is under way has read or made. */
    private static <E extends DbEntity> List<E> atHand(Class<E> type) {
        return Context.getCommandContext().getDbEntityManager().getCachedEntitiesByType(type);
    }

    /**
     * As it was inserted, so nobody has given it a variable or a candidate since: that updates its row, as every call that
     * changes something of a task does. New ones, which are not inserted yet, are at revision 0.
     */
    private static boolean isUntouched(TaskEntity task) {
        return task != null && task.getRevision() <= 1 && task.getLastUpdated() == null;
    }

    /**
     * The model of a process that is under way is in memory, and does not change. A start reads it anew, as it may have been
     * suspended.
     */
    private static final class Definitions extends ProcessDefinitionManager {
        @Override
        public ProcessDefinitionEntity findLatestDefinitionById(String id) {
            ProcessDefinitionEntity known = getCommandContext()
                    .getProcessEngineConfiguration()
                    .getDeploymentCache()
                    .getProcessDefinitionCache()
                    .get(id);
            boolean underWay = !atHand(TaskEntity.class).isEmpty()
                    || !atHand(ExecutionEntity.class).isEmpty();
            return known != null && underWay ? known : super.findLatestDefinitionById(id);
        }
    }

    /** The engine reads an execution, and then all of its process once more; where the process is known, that does both. */
    private static final class Executions extends ExecutionManager {
        private final Map<String, List<ExecutionEntity>> processes = new HashMap<>();

        @Override
        public ExecutionEntity findExecutionById(String id) {
            if (getDbEntityManager().getCachedEntity(ExecutionEntity.class, id) == null) {
                String process = processOf(id);
                if (process != null) {
                    processes.put(process, super.findExecutionsByProcessInstanceId(process));
                }
            }
            return super.findExecutionById(id);
        }

        /** What was read a moment ago is given once; whoever asks again wants to know what is new. */
        @Override
        public List<ExecutionEntity> findExecutionsByProcessInstanceId(String process) {
            List<ExecutionEntity> known = processes.remove(process);
            return known != null ? known : super.findExecutionsByProcessInstanceId(process);
        }

        private String processOf(String id) {
            return atHand(ExecutionEntity.class).stream().anyMatch(child -> id.equals(child.getProcessInstanceId()))
                    ? id
                    : atHand(TaskEntity.class).stream()
                            .filter(task -> id.equals(task.getExecutionId()))
                            .map(TaskEntity::getProcessInstanceId)
                            .findFirst()
                            .orElse(null);
        }
    }

    private static final class Tasks extends TaskManager {
        /** Nothing makes tasks below a task. */
        @Override
        public List<Task> findTasksByParentTaskId(String task) {
            return List.of();
        }

        /** An execution stands at one task. */
        @Override
        public List<TaskEntity> findTasksByExecutionId(String execution) {
            List<TaskEntity> known = new ArrayList<>(atHand(TaskEntity.class));
            known.removeIf(task -> !execution.equals(task.getExecutionId()));
            return known.isEmpty() ? super.findTasksByExecutionId(execution) : known;
        }
    }

    /** A task has a variable only where {@link TaskWords} has marked it as touched. */
    private static final class Variables extends VariableInstanceManager {
        @Override
        public List<VariableInstanceEntity> findVariableInstancesByTaskId(String task) {
            return isUntouched(getDbEntityManager().getCachedEntity(TaskEntity.class, task))
                    ? new ArrayList<>()
                    : super.findVariableInstancesByTaskId(task);
        }
    }

    /** A task whose model names no candidates has none. */
    private static final class Links extends IdentityLinkManager {
        @Override
        public List<IdentityLinkEntity> findIdentityLinksByTaskId(String id) {
            TaskEntity task = getDbEntityManager().getCachedEntity(TaskEntity.class, id);
            return isUntouched(task) && namesNoCandidates(task.getTaskDefinition())
                    ? new ArrayList<>()
                    : super.findIdentityLinksByTaskId(id);
        }

        private static boolean namesNoCandidates(TaskDefinition task) {
            return task != null
                    && task.getCandidateGroupIdExpressions().isEmpty()
                    && task.getCandidateUserIdExpressions().isEmpty();
        }
    }

    /** The desk's messages are delivered at once; the engine looks for jobs that would do so later. */
    private static final class Subscriptions extends EventSubscriptionManager {
        @Override
        public void deleteEventSubscription(EventSubscriptionEntity subscription) {
            if (subscription.isSubscriptionForEventType(EventType.MESSAGE)) {
                getDbEntityManager().delete(subscription);
            } else {
                super.deleteEventSubscription(subscription);
            }
        }
    }
}
