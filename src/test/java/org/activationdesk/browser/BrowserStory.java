package org.activationdesk.browser;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.activationdesk.tryout.DeskTest;
import org.activationdesk.tryout.Inbox;
import org.activationdesk.tryout.ReceivedMail;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A story in a browser: the whole desk, partners' systems, the mails that people get, and the people. */
@DeskTest
abstract class BrowserStory {
    static final Path KNOWN = Path.of("docs/examples/purchase-known.json");
    static final Path UNKNOWN = Path.of("docs/examples/purchase-unknown.json");
    static final String TASKLIST = "/camunda/app/tasklist/default/";

    /** The engine's interface behind the web apps. */
    static final String API = "/camunda/api/engine/engine/default/";

    private static final AtomicInteger NUMBERS = new AtomicInteger();

    @RegisterExtension
    final Browsers browsers = new Browsers();

    private final List<Runnable> endings = new ArrayList<>();

    @Autowired
    private Inbox inbox;

    @Autowired
    JdbcClient database;

    @Value("${activation.public-url}")
    String desk;

    @Value("${activation.sign-in.issuer}")
    String issuer;

    /** A page without what differs each time that it is shown: the token against forged requests. */
    static String lasting(String page) {
        return page.replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "");
    }

    PartnerSystem noordzee() {
        return new PartnerSystem(desk, issuer, "noordzee-orders");
    }

    PartnerSystem zuiderlicht() {
        return new PartnerSystem(desk, issuer, "zuiderlicht-orders");
    }

    /** Registers a purchase like the example, under a number and an agreement of its own, and returns its order key. */
    String purchase(PartnerSystem partner, Path example, Consumer<ObjectNode> changes) {
        ObjectNode document = document(example);
        String number = "BR-" + NUMBERS.incrementAndGet();
        document.put("orderNumber", number).put("licenseId", "L-" + number);
        changes.accept(document);
        String address = partner.registers(document.toString());
        withdrawAtTheEnd(partner, address);
        return key(address);
    }

    void withdrawAtTheEnd(PartnerSystem partner, String address) {
        endings.add(() -> partner.withdraws(address));
    }

    /** The people of the next story find a tasklist without the tasks of this one. */
    @AfterEach
    void what_has_not_ended_is_withdrawn() {
        endings.forEach(Runnable::run);
        endings.clear();
    }

    static String key(String address) {
        return address.replaceFirst(".*/api/purchases/", "");
    }

    static String number(String order) {
        return order.substring(order.indexOf('/') + 1);
    }

    private static ObjectNode document(Path example) {
        try {
            return (ObjectNode) new ObjectMapper().readTree(Files.readString(example));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static void administrator(ObjectNode document, String email, String language) {
        ObjectNode contact = (ObjectNode) document.withArray("contacts").get(0);
        contact.put("email", email).put("language", language);
    }

    /** The newest mail about an order to an address, once the desk has recorded that it sent it. */
    ReceivedMail mail(String address, String order) {
        return mail(address, order, "");
    }

    /** As {@link #mail(String, String)}, where several mails are on their way. */
    ReceivedMail mail(String address, String order, String subject) {
        return await().until(
                        () -> inbox.mailsTo(address).stream()
                                .filter(mail -> mail.text().contains(number(order)))
                                .filter(mail -> mail.subject().startsWith(subject))
                                .filter(this::isRecorded)
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private boolean isRecorded(ReceivedMail mail) {
        return database.sql("select coalesce(bool_and(state <> 'QUEUED'), false) from mail where message_id = ?")
                .param(mail.headers().get("Message-ID"))
                .query(Boolean.class)
                .single();
    }

    /** The link that a mail asks its reader to follow. */
    static String link(ReceivedMail mail) {
        return mail.links().stream()
                .filter(link -> link.contains("/activate/") || link.contains("/go/"))
                .findFirst()
                .orElseThrow();
    }

    String link(String address, String order) {
        return link(mail(address, order));
    }

    void waitFor(String order, String status) {
        await().until(() -> status.equals(record(order).path("status").asText()));
    }

    /** All that the desk's own tables say about an order, to compare before and after. */
    String everythingRecorded(String order) {
        return database.sql("""
                        select jsonb_build_object(
                          'activation', (select to_jsonb(a) from activation a where a.order_key = :order),
                          'timeline', (select jsonb_agg(t order by t.id) from timeline t where t.order_key = :order),
                          'mails', (select jsonb_agg(m order by m.id) from mail m where m.order_key = :order),
                          'agreement', (select to_jsonb(g) from agreement g join activation a on a.agreement_id = g.id
                                        where a.order_key = :order),
                          'contacts', (select jsonb_agg(c order by c.role) from contact c join activation a
                                       on a.agreement_id = c.agreement_id where a.order_key = :order))::text
                        """).param("order", order).query(String.class).single();
    }

    JsonNode record(String order) {
        try {
            return new ObjectMapper().readTree(everythingRecorded(order)).path("activation");
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
