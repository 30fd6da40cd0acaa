package org.activationdesk.process;

import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.history.AbstractHistoryLevel;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.springframework.stereotype.Component;

/**
 * What the engine writes into its history: everything but what is said elsewhere already, because half of the statements of an
 * activation were such repetitions. Variables only repeat the record, the timeline has every step with who took it, and a
 * history task names its assignee. What engineers do and whatever fails is kept.
 */
@Component
class KeptHistory extends AbstractProcessEnginePlugin {
    private static final Set<HistoryEventType> SAID_ELSEWHERE = Set.of(
            HistoryEventTypes.VARIABLE_INSTANCE_CREATE,
            HistoryEventTypes.VARIABLE_INSTANCE_UPDATE,
            HistoryEventTypes.VARIABLE_INSTANCE_UPDATE_DETAIL,
            HistoryEventTypes.VARIABLE_INSTANCE_MIGRATE,
            HistoryEventTypes.VARIABLE_INSTANCE_DELETE,
            HistoryEventTypes.FORM_PROPERTY_UPDATE,
            HistoryEventTypes.IDENTITY_LINK_ADD,
            HistoryEventTypes.IDENTITY_LINK_DELETE,
            HistoryEventTypes.JOB_CREATE,
            HistoryEventTypes.JOB_SUCCESS);

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setCustomHistoryLevels(List.of(new Level()));
        engine.setHistoryEventProducer(new HistoryTimes());
        engine.setEnableDefaultDbHistoryEventHandler(false);
        engine.getCustomHistoryEventHandlers().add(new HistoryTimes.Writer());
    }

    private static class Level extends AbstractHistoryLevel {
        /** The one of the full level: the engine refuses a database that was begun with another id. */
        @Override
        public int getId() {
            return HISTORY_LEVEL_FULL.getId();
        }

        @Override
        public String getName() {
            return "desk";
        }

        @Override
        public boolean isHistoryEventProduced(HistoryEventType type, Object entity) {
            return !SAID_ELSEWHERE.contains(type) && HISTORY_LEVEL_FULL.isHistoryEventProduced(type, entity);
        }
    }
}
