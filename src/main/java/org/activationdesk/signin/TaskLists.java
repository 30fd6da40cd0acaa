package org.activationdesk.signin;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.stereotype.Component;

/**
 * The lists on the left of Tasklist. Their names are in both languages, as the engine keeps one name for all readers. Every
 * list asks for a person or a group, never for all tasks, which PostgreSQL would answer too slowly.
 */
@Component
class TaskLists {
    private final FilterService filters;
    private final TaskService tasks;

    TaskLists(FilterService filters, TaskService tasks) {
        this.filters = filters;
        this.tasks = tasks;
    }

    /**
     * Creates the lists that do not exist yet.
     *
     * @return the ids of the lists by the group that reads them
     */
    Map<String, List<String>> write() {
        String own = list("My tasks / Mijn taken", 2, tasks().taskAssigneeExpression("${currentUser()}"));
        return Map.of(
                Groups.ONLINE_ADMINISTRATORS, List.of(own),
                Groups.PARTNERS, List.of(list("Our customers / Onze klanten", 1, ofOwnGroups()), own),
                Groups.MANAGERS, List.of(list("For the managers / Voor de managers", 1, ofOwnGroups()), own));
    }

    private TaskQuery ofOwnGroups() {
        return tasks().taskCandidateGroupInExpression("${currentUserGroups()}").includeAssignedTasks();
    }

    private TaskQuery tasks() {
        return tasks.createTaskQuery();
    }

    /** Who has waited longest comes first. */
    private String list(String name, int priority, TaskQuery query) {
        List<Filter> known = filters.createTaskFilterQuery().filterName(name).list();
        if (!known.isEmpty()) {
            return known.get(0).getId();
        }
        Filter filter = filters.newTaskFilter(name)
                .setQuery(query.orderByTaskCreateTime().asc());
        return filters.saveFilter(filter.setProperties(properties(priority))).getId();
    }

    private static Map<String, Object> properties(int priority) {
        return Map.of("priority", priority, "refresh", true);
    }
}
