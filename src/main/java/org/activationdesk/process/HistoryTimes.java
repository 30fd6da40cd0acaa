package org.activationdesk.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.db.entitymanager.DbEntityManager;
import org.camunda.bpm.engine.impl.history.event.HistoricActivityInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricProcessInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricScopeInstanceEvent;
import org.camunda.bpm.engine.impl.history.event.HistoricTaskInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.handler.DbHistoryEventHandler;
import org.camunda.bpm.engine.impl.history.producer.CacheAwareHistoryEventProducer;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/**
 * Takes what an entry of the history says of its times and its model from the process and the task that are at hand; the engine
 * reads it from tables. Where they are not at hand, so does this.
 */
class HistoryTimes extends CacheAwareHistoryEventProducer {

    /** An entry is kept as long from its own time on as the process is from its start; the clean-up looks at each by itself. */
    @Override
    protected HistoricProcessInstanceEventEntity getHistoricRootProcessInstance(String id) {
        ExecutionEntity process = cache().getCachedEntity(ExecutionEntity.class, id);
        if (process == null) {
            return super.getHistoricRootProcessInstance(id);
        }
        HistoricProcessInstanceEventEntity now = new HistoricProcessInstanceEventEntity();
        now.setProcessDefinitionId(process.getProcessDefinitionId());
        now.setStartTime(ClockUtil.getCurrentTime());
        now.setRemovalTime(calculateRemovalTime(now));
        return now;
    }

    /** A task and the activity around it begin at one moment, which the task still knows when both end. */
    @Override
    public HistoryEvent createTaskInstanceCreateEvt(DelegateTask task) {
        HistoricTaskInstanceEventEntity entry =
                (HistoricTaskInstanceEventEntity) super.createTaskInstanceCreateEvt(task);
        entry.setStartTime(task.getCreateTime());
        if (entry.getActivityInstanceId() != null) {
            HistoricActivityInstanceEventEntity activity =
                    findInCache(HistoricActivityInstanceEventEntity.class, entry.getActivityInstanceId());
            if (activity != null) {
                activity.setStartTime(task.getCreateTime());
            }
        }
        return entry;
    }

    @Override
    protected HistoricTaskInstanceEventEntity newTaskInstanceEventEntity(DelegateTask task) {
        HistoricTaskInstanceEventEntity entry = super.newTaskInstanceEventEntity(task);
        entry.setStartTime(task.getCreateTime());
        return entry;
    }

    @Override
    protected HistoricActivityInstanceEventEntity newActivityInstanceEventEntity(ExecutionEntity execution) {
        HistoricActivityInstanceEventEntity entry = super.newActivityInstanceEventEntity(execution);
        cache().getCachedEntitiesByType(TaskEntity.class).stream()
                .filter(task -> execution.getId().equals(task.getExecutionId())
                        && execution.getActivityId().equals(task.getTaskDefinitionKey()))
                .findFirst()
                .ifPresent(task -> entry.setStartTime(task.getCreateTime()));
        return entry;
    }

    /** Key, name and version of a model are in memory and never change. */
    @Override
    protected ProcessDefinitionEntity getProcessDefinitionEntity(String id) {
        ProcessDefinitionEntity known = Context.getProcessEngineConfiguration()
                .getDeploymentCache()
                .getProcessDefinitionCache()
                .get(id);
        return known == null ? super.getProcessDefinitionEntity(id) : known;
    }

    private static DbEntityManager cache() {
        return Context.getCommandContext().getDbEntityManager();
    }

    /** Writes the end of what it knows the beginning of. */
    static class Writer extends DbHistoryEventHandler {
        @Override
        protected void insertOrUpdate(HistoryEvent event) {
            if (event instanceof HistoricScopeInstanceEvent entry
                    && entry.getStartTime() != null
                    && !isInitialEvent(event)
                    && getDbEntityManager().getCachedEntity(event.getClass(), event.getId()) == null) {
                getDbEntityManager().merge(event);
            } else {
                super.insertOrUpdate(event);
            }
        }
    }
}
