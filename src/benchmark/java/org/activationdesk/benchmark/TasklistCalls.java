package org.activationdesk.benchmark;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.activationdesk.signin.Groups;

/** What Tasklist of Camunda 7.24.0 calls for somebody, read off its scripts; and the desk's own pages. */
final class TasklistCalls {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String LIST_BODY = """
            {"processVariables":[],"taskVariables":[],"caseInstanceVariables":[]%s,"firstResult":0,"maxResults":15,\
            "sorting":[{"sortOrder":"desc","sortBy":"created"}],"active":true}""";
    private static final Map<Sample, String> ANSWERS = Map.of(
            Sample.ADMINISTRATOR,
            """
            {"variables":{"accepted":{"value":true},"agreementVersion":{"value":"2026-12"}}}""",
            Sample.PARTNER,
            """
            {"variables":{"outcome":{"value":"notOurCustomer"},"note":{"value":"Ask somebody else."}}}""",
            Sample.MANAGERS,
            """
            {"variables":{"outcome":{"value":"nobody"},"note":{"value":"It is nobody's."}}}""");

    private static final String TOKEN = "benchmark";
    /** Where Tasklist sends a search for an order number: to the names of the tasks, which end in it. */
    private static final String SEARCH = ",\"nameLike\":\"%%(%s)%%\"";

    /** Samples stay as they are; only the ids of copies have a hyphen. */
    private static final String COPY = "proc_inst_id_ like '%-%'";

    private final Desk desk;
    private final Person person;
    private final Browser browser;
    private final String filter;
    private final Deque<String> tasks = new ArrayDeque<>();

    TasklistCalls(Desk desk, Person person) {
        this.desk = desk;
        this.person = person;
        browser = desk.browser(person);
        filter = Browser.ENGINE + "filter/" + list();
        tasks.addAll(ids());
        desk.database()
                .sql("update mail set link_hash = sha256(:token) where order_key = :order and link_hash is not null")
                .param("token", TOKEN.getBytes(StandardCharsets.US_ASCII))
                .param("order", "noordzee/" + Sample.ADMINISTRATOR.order().number())
                .update();
    }

    /** The id of the list that opens first. */
    private String list() {
        for (JsonNode known : read(browser.get(
                Browser.ENGINE + "filter?firstResult=0&maxResults=2000&itemCount=false&resourceType=Task"))) {
            if (known.path("name").asText().equals(person.list())) {
                return known.path("id").asText();
            }
        }
        throw new IllegalStateException(person + " has no list");
    }

    /** By their names in the reports. The list tells how many there are, as Tasklist wants it. */
    Map<String, Runnable> looking() {
        Map<String, Runnable> calls = new LinkedHashMap<>();
        String number = number(tasks.getFirst());
        calls.put("list and count", () -> browser.post(filter + "/list?firstResult=0&maxResults=15", LIST_BODY.formatted("")));
        calls.put("count", () -> browser.post(filter + "/count", "{}"));
        calls.put(
                "search",
                () -> browser.post(
                        filter + "/list?firstResult=0&maxResults=15", LIST_BODY.formatted(SEARCH.formatted(number))));
        calls.put("open task", this::open);
        calls.put("page of orders", () -> browser.get("/orders"));
        calls.put("search of orders", () -> browser.get("/orders?search=" + number));
        if (person.sample() == Sample.ADMINISTRATOR) {
            calls.put("page behind the link", () -> browser.get("/activate/" + TOKEN));
        }
        return calls;
    }

    private void open() {
        String task = tasks.removeFirst();
        tasks.addLast(task);
        JsonNode opened = read(browser.get(Browser.ENGINE + "task/" + task));
        browser.get(Browser.ENGINE + "task/" + task + "/form");
        browser.get(Browser.ENGINE + "process-definition/" + opened.path("processDefinitionId").asText());
        browser.get(Browser.ENGINE + "task/" + task + "/deployed-form");
        browser.get(Browser.ENGINE + "task/" + task + "/form-variables?deserializeValues=false");
    }

    /** Claims where a group was asked, and submits the form. */
    Runnable completing(int times) {
        tasks.clear();
        hand(times);
        tasks.addAll(ids());
        return () -> {
            String task = Browser.ENGINE + "task/" + tasks.removeFirst();
            if (person.sample() != Sample.ADMINISTRATOR) {
                browser.post(task + "/claim", "{\"userId\":\"" + person.account() + "\"}");
            }
            browser.post(task + "/submit-form", ANSWERS.get(person.sample()));
        };
    }

    /** Nobody holds as many tasks as are to be completed. */
    private void hand(int times) {
        String sql = person.sample() == Sample.ADMINISTRATOR
                ? "update act_ru_task set assignee_ = :account where id_ in (select id_ from act_ru_task"
                        + " where task_def_key_ = :kind and assignee_ <> :account and " + COPY + " order by id_ limit :times)"
                : "update act_ru_identitylink set group_id_ = :group where id_ in (select l.id_ from act_ru_identitylink l"
                        + " join act_ru_task t on t.id_ = l.task_id_ where t.task_def_key_ = :kind and " + COPY + " and group_id_ not in (:busy)"
                        + " and assignee_ is null order by l.id_ limit :times)";
        desk.database()
                .sql(sql)
                .param("account", person.account())
                .param("busy", Person.ALL.stream().flatMap(other -> other.groups().stream()).filter(group -> !group.equals(Groups.MANAGERS)).toList())
                .param("group", person.sample() == Sample.MANAGERS ? "managers" : "partner-p0")
                .param("kind", kind())
                .param("times", times)
                .update();
    }

    private List<String> ids() {
        return desk.database()
                .sql("""
                        select t.id_ from act_ru_task t
                        where task_def_key_ = :kind and %s
                          and (assignee_ = :account
                            or assignee_ is null
                               and t.id_ in (select task_id_ from act_ru_identitylink where group_id_ in (:groups)))
                        order by create_time_ desc limit 200
                        """.formatted(COPY))
                .param("kind", kind())
                .param("account", person.account())
                .param("groups", person.groups())
                .query(String.class)
                .list();
    }

    private String kind() {
        return desk.database()
                .sql("""
                        select task_def_key_ from act_ru_task t join act_ru_execution e on e.id_ = t.proc_inst_id_
                        where e.business_key_ = ?
                        """)
                .param("noordzee/" + person.sample().order().number())
                .query(String.class)
                .single();
    }

    private String number(String task) {
        return desk.database()
                .sql("select split_part(business_key_, '/', 2) from act_ru_execution where id_ ="
                        + " (select proc_inst_id_ from act_ru_task where id_ = ?)")
                .param(task)
                .query(String.class)
                .single();
    }

    private static JsonNode read(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException(body, broken);
        }
    }
}
