package org.activationdesk.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.activationdesk.signin.Groups;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** What somebody waits for who looks at orders and agreements, or searches them, when there are very many. */
final class Lists implements Part {
    private static final String ORDERS = "/orders?search=";
    private static final String AGREEMENTS = "/agreements?search=";

    private final int open;
    private final int finished;
    private final int agreements;
    private final int times;

    private Lists(List<Integer> plan) {
        open = plan.get(0);
        finished = plan.get(1);
        agreements = plan.get(2);
        times = plan.get(3);
    }

    /** @param plan as {@code 100000,1000000,20000,100}: open and finished orders, agreements, how often each call is measured */
    static Lists of(String plan) {
        return new Lists(Arrays.stream(plan.split(",")).map(Integer::valueOf).toList());
    }

    @Override
    public String name() {
        return "lists";
    }

    @Override
    public Map<String, Object> measure(Postgres postgres) throws Exception {
        Map<String, Object> figures = new LinkedHashMap<>();
        // The follow-up would look at orders for which no process runs.
        try (MailSink sink = MailSink.start(0);
                Desk desk = Desk.start(postgres, sink, "lists", "--activation.follow-up.cycle=R/PT12H")) {
            fill(desk);
            figures.put("plan", "each call %d times, one after the other, after %d for warming up".formatted(times, times / 2));
            figures.put("openActivations", open);
            figures.put("finishedActivations", finished);
            figures.put("agreements", agreements);
            figures.put("calls", calls(desk));
        }
        return figures;
    }

    private void fill(Desk desk) throws IOException {
        long start = System.nanoTime();
        String script = new ClassPathResource("benchmark/lists.sql")
                .getContentAsString(StandardCharsets.UTF_8)
                .replace(":partners", Integer.toString(Sample.PARTNERS))
                .replace(":agreements", Integer.toString(agreements))
                .replace(":orders", Integer.toString(open + finished))
                .replace(":open", Integer.toString(open));
        SingleConnectionDataSource source = new SingleConnectionDataSource(desk.url(), "postgres", "", true);
        try {
            JdbcClient database = JdbcClient.create(source);
            Arrays.stream(script.split(";\n")).forEach(statement -> database.sql(statement).update());
        } finally {
            source.destroy();
        }
        Benchmark.say("lists filled within %d s", (System.nanoTime() - start) / 1_000_000_000);
    }

    private List<Map<String, Object>> calls(Desk desk) {
        List<Map<String, Object>> calls = new ArrayList<>();
        // The JVM compiles what is asked often; the first of the list is not to pay for all.
        Person manager = Person.ALL.get(Person.ALL.size() - 1);
        Browser first = desk.browser(manager);
        for (int i = 0; i < times; i++) {
            addresses(manager).values().forEach(first::get);
        }
        for (Person person : Person.ALL) {
            Browser browser = desk.browser(person.holding(agreements / 2));
            addresses(person).forEach((call, address) -> {
                Map<String, Object> figures = new LinkedHashMap<>();
                figures.put("role", person.role());
                figures.put("call", call);
                figures.putAll(Tasklist.times(() -> browser.get(address), times / 2, times));
                calls.add(figures);
                Benchmark.say("lists %-20s %-40s %s", person.role(), call, figures.get("p95"));
            });
        }
        return calls;
    }

    private Map<String, String> addresses(Person person) {
        Map<String, String> addresses = new LinkedHashMap<>();
        addresses.put("orders", "/orders");
        addresses.put("orders: a number", ORDERS + "x-" + (open + finished) / 2);
        addresses.put("orders: an organisation", ORDERS + "jansen+" + agreements / 2);
        addresses.put("orders: a word of nearly all", ORDERS + "microsoft");
        addresses.put("orders: two words of many", ORDERS + "contoso+premium");
        addresses.put("orders: a word of old ones only", ORDERS + "2019");
        addresses.put("orders: a word of none", ORDERS + "zwaluw");
        if (person.groups().contains(Groups.PARTNERS) || person.groups().contains(Groups.MANAGERS)) {
            addresses.put("agreements", "/agreements");
            addresses.put("agreements: at risk", AGREEMENTS + "&risk=UNCONFIRMED");
            addresses.put("agreements: an address", AGREEMENTS + "primary_contact" + agreements / 2);
            addresses.put("agreements: a word of all", AGREEMENTS + "example");
            addresses.put("agreements: a word of none", AGREEMENTS + "zwaluw");
        }
        return addresses;
    }

    @Override
    public String section(JsonNode figures) {
        Map<String, List<String>> rows = new LinkedHashMap<>();
        List<String> roles = new ArrayList<>();
        for (JsonNode call : figures.path("calls")) {
            String role = call.path("role").asText();
            if (!roles.contains(role)) {
                roles.add(role);
            }
            List<String> row = rows.computeIfAbsent(call.path("call").asText(), name -> new ArrayList<>());
            while (row.size() < roles.indexOf(role)) {
                row.add("");
            }
            row.add(Figures.number(call.path("p50"), 1) + " / " + Figures.number(call.path("p95"), 1));
        }
        return """
                ## Orders and agreements

                Whoever opens the desk's own lists with %,d open and %,d finished orders and %,d agreements, over HTTP and signed in:
                milliseconds, median / 95th percentile. Two hundred partners, of whom the first has one in six of the orders, the first ten more
                than a third and the first fifty nearly two thirds; the partners are those. Only what the lists read is in the database.

                %s

                | call | %s |
                |---|%s
                %s
                """.formatted(
                        figures.path("openActivations").asInt(),
                        figures.path("finishedActivations").asInt(),
                        figures.path("agreements").asInt(),
                        Machine.words(figures),
                        String.join(" | ", roles),
                        "---|".repeat(roles.size()),
                        rows.entrySet().stream()
                                .map(row -> "| " + row.getKey() + " | " + String.join(" | ", row.getValue()) + " |")
                                .collect(Collectors.joining("\n")));
    }
}
