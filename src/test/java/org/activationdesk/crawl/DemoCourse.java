package org.activationdesk.crawl;

import static org.activationdesk.tryout.signin.Accounts.ADMIN_BAKKERIJ;
import static org.activationdesk.tryout.signin.Accounts.ADMIN_FOUNDRY;
import static org.activationdesk.tryout.signin.Accounts.AGENT_NOORDZEE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.activationdesk.signin.Visitor;
import org.activationdesk.tryout.DemoData;
import org.activationdesk.tryout.Inbox;
import org.activationdesk.tryout.TimeStep;
import org.activationdesk.tryout.TimeTravel;
import org.activationdesk.tryout.signin.Account;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The demo orders, each some steps further: one at its good end, one accepted, one with a problem, and the others waited for. */
class DemoCourse {
    private static final String ENGINE = "/camunda/api/engine/engine/default/";

    private static final Map<String, Object> RENEWS = Map.of(
            "effect", "renew",
            "route", "link",
            "effectConfirmed", true,
            "seenEndDate", "2028-01-31",
            "seenSeats", 25,
            "seenDomain", "bakkerij.example");

    private final JdbcClient database;
    private final Inbox inbox;
    private final TimeTravel time;
    private final String desk;
    private final String issuer;

    DemoCourse(
            JdbcClient database,
            Inbox inbox,
            TimeTravel time,
            @Value("${activation.public-url}") String desk,
            @Value("${activation.sign-in.issuer}") String issuer) {
        this.database = database;
        this.inbox = inbox;
        this.time = time;
        this.desk = desk;
        this.issuer = issuer;
    }

    String desk() {
        return desk;
    }

    Visitor visitor() {
        return new Visitor(desk);
    }

    /** Returns what there is to open afterwards. */
    Leads run() {
        new DemoData(database, desk, issuer).fill();
        Visitor bakery = arrives(ADMIN_BAKKERIJ, "NZ-1001");
        completes(bakery, "NZ-1001", DemoCourse::accepts);
        completes(bakery, "NZ-1001", form -> RENEWS);
        await().until(() -> statusOf("NZ-1001").equals("ACTIVE"));
        completes(arrives(ADMIN_BAKKERIJ, "NZ-1002"), "NZ-1002", DemoCourse::accepts);
        String problem = "/orders/zuiderlicht/ZL-2001/problem";
        pressed(arrives(ADMIN_FOUNDRY, "ZL-2001").press(problem, problem, "&problem=F13"));
        Visitor partner = visitor();
        partner.signIn("/agreements", AGENT_NOORDZEE);
        // By name, as the mails of the agreement on top come back, and its link then leads nowhere.
        pressed(partner.press("/agreements?search=Notariaat", "/agreements/\\d+/ask", ""));
        await().until(() -> inbox.mails().stream()
                .flatMap(mail -> mail.links().stream())
                .anyMatch(link -> link.startsWith(desk + "/contact/")));
        Stream.of("P3D", "P5D", "P5D", "P7D").map(TimeStep::of).forEach(time::forward);
        return new Leads(database, inbox, desk);
    }

    private Visitor arrives(Account account, String number) {
        String link = await().until(() -> linkOf(account.username(), number), Objects::nonNull);
        Visitor visitor = visitor();
        visitor.signIn(pressed(visitor.press(link, link + "/sign-in", "")), account);
        pressed(visitor.get(link + "/arrival"));
        return visitor;
    }

    private String linkOf(String mailbox, String number) {
        return inbox.mailsTo(mailbox).stream()
                .filter(mail -> mail.text().contains(number))
                .flatMap(mail -> mail.links().stream())
                .filter(link -> link.startsWith(desk + "/activate/"))
                .map(link -> link.substring(desk.length()))
                .findFirst()
                .orElse(null);
    }

    /** Where the answer leads on to. */
    private static String pressed(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as("%s", answer.uri()).isIn(302, 303);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    /** The version that the form shows. */
    private static Map<String, Object> accepts(JsonNode form) {
        return Map.of(
                "accepted",
                true,
                "agreementVersion",
                form.at("/agreementVersion/value").asText());
    }

    /** The bakery's administrator fills in the form of the task that waits at an order. */
    private static void completes(Visitor visitor, String number, Function<JsonNode, Map<String, Object>> answer) {
        String own = ENGINE + "task?processInstanceBusinessKey=noordzee/" + number + "&assignee=" + ADMIN_BAKKERIJ.id();
        String task = ENGINE + "task/"
                + await().until(
                                () -> Leads.json(visitor.get(own))
                                        .path(0)
                                        .path("id")
                                        .asText(),
                                id -> !id.isEmpty());
        Map<String, Object> values = answer.apply(Leads.json(visitor.get(task + "/form-variables"))).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, field -> Map.of("value", field.getValue())));
        String variables =
                new ObjectMapper().valueToTree(Map.of("variables", values)).toString();
        assertThat(visitor.call("POST", task + "/submit-form", variables).statusCode())
                .isEqualTo(204);
    }

    private String statusOf(String number) {
        return database.sql("select status from activation where order_key like ?")
                .param("%/" + number)
                .query(String.class)
                .single();
    }
}
