package org.activationdesk.benchmark;

import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import javax.sql.DataSource;

/** What the service tasks of an ordinary application do, whatever its engine. */
final class OrdinaryWork {
    static final String PROCESS = "benchmark/stock.bpmn";
    static final String ORGANISATION = "organisation";
    static final String EMAIL = "administratorEmail";
    static final String ACCOUNT = "account";
    static final String ACCEPTED = "acceptedVersion";
    static final String EFFECT = "effect";
    static final String VERSION = "2026-12";
    private static final String TEXT = """
            Dear administrator,

            %s for %s, order %s.
            Your partner has bought this product for you. Sign in with your work or school account, accept the
            agreement and renew the subscription: https://desk.example/activate/%s

            Kind regards, the desk
            """;

    private final JdbcClient database;
    private final JavaMailSenderImpl mails;

    OrdinaryWork(DataSource source, JavaMailSenderImpl mails) {
        new ResourceDatabasePopulator(new ClassPathResource("benchmark/customers.sql")).execute(source);
        this.database = JdbcClient.create(source);
        this.mails = mails;
    }

    static JavaMailSenderImpl mails(int port) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(port);
        return sender;
    }

    static Map<String, Object> purchase(Order order) {
        return Map.of(
                ORGANISATION,
                order.organisation(),
                "product",
                "Microsoft 365 Business Standard",
                "quantity",
                40,
                "partner",
                "noordzee");
    }

    String administrator(Object organisation) {
        return database.sql("select email from customer where organisation = ?")
                .param(organisation)
                .query(String.class)
                .single();
    }

    void invite(String order, Object email) {
        send(order, "Activate", (String) email);
    }

    void confirm(String order, Object email) {
        send(order, "Active", (String) email);
        send(order, "Active", "licenties@noordzee.example");
    }

    private void send(String order, String subject, String recipient) {
        SimpleMailMessage mail = new SimpleMailMessage();
        mail.setFrom("desk@desk.example");
        mail.setTo(recipient);
        mail.setSubject(subject + " " + order);
        mail.setText(TEXT.formatted(subject, recipient, order, order));
        mails.send(mail);
    }

    static void check(Object value, String expected) {
        if (!expected.equals(value)) {
            throw new IllegalStateException("Wrong answer");
        }
    }
}
