package org.activationdesk.crawl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.activationdesk.crawl.Addresses.Example;
import org.activationdesk.guide.Guide;
import org.activationdesk.signin.Visitor;
import org.activationdesk.tryout.Inbox;
import org.activationdesk.tryout.ReceivedMail;
import org.activationdesk.tryout.signin.Account;
import org.activationdesk.tryout.signin.Accounts;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What leads somewhere: the things that addresses are about, the links in mails, and those in forms. */
final class Leads {
    private static final String ENGINE = "/camunda/api/engine/engine/default/";
    private static final Pattern LINK_IN_FORM = Pattern.compile("href=\\\\\"\\{\\{(\\w+)}}([^\"\\\\]*)");
    private static final Pattern BY_TOKEN = Pattern.compile("/(activate|contact)/([\\w-]+)(/.*)?");

    /** Where mails to a partner go. */
    private static final Map<Account, String> MAILBOXES = Map.of(
            Accounts.AGENT_NOORDZEE, "licenties@noordzee.example",
            Accounts.AGENT_ZUIDERLICHT, "licensing@zuiderlicht.example");

    private final JdbcClient database;
    private final Inbox inbox;
    private final String desk;
    private final Set<Example> tokens;

    Leads(JdbcClient database, Inbox inbox, String desk) {
        this.database = database;
        this.inbox = inbox;
        this.desk = desk;
        // Links that were replaced are all answered by the same page, and who opens many of them is slowed down.
        this.tokens = inbox.mails().stream()
                .flatMap(this::links)
                .map(BY_TOKEN::matcher)
                .filter(link -> link.matches())
                .map(link -> new Example("/" + link.group(1) + "/", Map.of("token", link.group(2))))
                .distinct()
                .filter(example -> new Visitor(desk)
                                .get(example.under() + example.values().get("token"))
                                .statusCode()
                        == 200)
                .collect(Collectors.toSet());
    }

    /** What every address with variables can be asked for. */
    List<Example> examples() {
        Stream<Example> orders = database.sql("select order_key from activation").query(String.class).list().stream()
                .map(order -> order.split("/"))
                .map(order -> new Example("/", Map.of("seller", order[0], "partner", order[0], "number", order[1])));
        Stream<Example> guides = Stream.of(Guide.values()).flatMap(guide -> Stream.of("en", "nl")
                .map(language -> new Example("/guides/", Map.of("name", guide.code(), "language", language))));
        // A form that somebody kept open too long.
        Stream<Example> forms = Stream.of(new Example("/again/", Map.of("form", "forgotten")));
        Stream<Example> meters =
                Stream.of(new Example("/actuator/", Map.of("requiredMetricName", "activation.bounce.mailbox.unread")));
        Stream<Example> apps = Stream.of("tasklist", "cockpit", "admin", "welcome")
                .map(app -> new Example("/camunda/app/", Map.of("app", app)));
        return Stream.of(orders, guides, forms, meters, apps, tokens.stream())
                .flatMap(examples -> examples)
                .toList();
    }

    List<String> linksMailedTo(Account account) {
        return Stream.of(account.username(), MAILBOXES.getOrDefault(account, account.username()))
                .flatMap(mailbox -> inbox.mailsTo(mailbox).stream())
                .flatMap(this::links)
                .distinct()
                .filter(this::stillLeadsSomewhere)
                .toList();
    }

    private boolean stillLeadsSomewhere(String link) {
        return !BY_TOKEN.matcher(link).matches()
                || tokens.stream()
                        .anyMatch(example -> link.startsWith(
                                example.under() + example.values().get("token")));
    }

    private Stream<String> links(ReceivedMail mail) {
        return mail.links().stream().flatMap(this::withinDesk);
    }

    /** What the forms of the tasks lead to that somebody's lists in Tasklist show. */
    List<String> linksOfForms(Visitor visitor) {
        return json(visitor.get(ENGINE + "filter?resourceType=Task")).findValuesAsText("id").stream()
                .map(list -> json(visitor.get(ENGINE + "filter/" + list + "/list?maxResults=500")))
                .flatMap(tasks -> tasks.findValuesAsText("id").stream())
                .distinct()
                .flatMap(task -> linksOfForm(visitor, ENGINE + "task/" + task))
                .distinct()
                .toList();
    }

    /** A link in a form is the value of a variable, with an ending perhaps. */
    private Stream<String> linksOfForm(Visitor visitor, String task) {
        JsonNode values = json(visitor.get(task + "/form-variables"));
        return LINK_IN_FORM
                .matcher(visitor.get(task + "/deployed-form").body())
                .results()
                .map(link -> values.path(link.group(1)).path("value").asText() + link.group(2))
                .flatMap(this::withinDesk);
    }

    private Stream<String> withinDesk(String link) {
        return link.startsWith(desk + "/") ? Stream.of(link.substring(desk.length())) : Stream.empty();
    }

    static JsonNode json(HttpResponse<String> answer) {
        try {
            return new ObjectMapper().readTree(answer.body());
        } catch (IOException notJson) {
            throw new UncheckedIOException(answer.body(), notJson);
        }
    }
}
