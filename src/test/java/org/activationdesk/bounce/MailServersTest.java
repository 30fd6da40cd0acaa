package org.activationdesk.bounce;

import static org.activationdesk.bounce.Watches.USER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import org.activationdesk.tryout.DeskTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

/** One message never stops the bounce mailbox, whichever server keeps it and whatever is wrong with it. */
@DeskTest
class MailServersTest {
    /** What failure reports write where an address should stand. */
    private static final List<String> SENDERS = List.of(
            "From: MAILER-DAEMON <>",
            "From: <>",
            "From: ",
            "From: undisclosed-recipients:;",
            "From: MAILER-DAEMON",
            "From: \"Mail Delivery System\" <mailer-daemon@>",
            "From: postmaster@@relay.example, <a@b@c>",
            "From: <postmaster",
            "From: Système <=?utf-8?Q?=FF?=>",
            "From: a@b.example\r\nReply-To: <>\r\nSender: (nobody)\r\nCc: recipients:;, :;",
            "X-None: without any");

    private final GreenMail greenMail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
    private Dovecot dovecot;
    private Watches watches;
    private int port;

    @Autowired
    private AutowireCapableBeanFactory beans;

    @BeforeEach
    void start() {
        watches = beans.createBean(Watches.class);
    }

    @AfterEach
    void stop() throws IOException {
        watches.close();
        greenMail.stop();
        if (dovecot != null) {
            dovecot.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GreenMail", "Dovecot"})
    void whatever_stands_where_an_address_should_stand_is_read(String server) throws Exception {
        open(server);
        for (int i = 0; i < SENDERS.size(); i++) {
            arrives(SENDERS.get(i), "odd " + i);
        }
        arrives("From: postmaster@relay.example", "news");
        watches.start(port);
        await().until(() -> count("Handled") == SENDERS.size() + 1 && count(null) == 0);
        assertThat(watches.taken).hasSize(SENDERS.size() + 1);
        assertThat(watches.taken.values()).containsOnly(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GreenMail", "Dovecot"})
    void a_message_with_which_the_server_hangs_up_is_set_aside_and_the_others_are_read(String server) throws Exception {
        open(server);
        try (ChangedImap between = ChangedImap.hangingUp(port, "Subject: poison")) {
            arrives("From: postmaster@relay.example", "poison");
            arrives("From: postmaster@relay.example", "news");
            watches.start(between.port());
            await().until(() -> count("Handled") == 1);
            await().until(() -> count("Set aside") == 1 && count(null) == 0);
            assertThat(watches.taken).containsOnlyKeys("news");
            assertThat(watches.lastReason()).contains("fails again and again");
        }
    }

    @Test
    void a_message_that_the_server_itself_cannot_read_stays_and_stops_nobody() throws Exception {
        open("Dovecot");
        long before = watches.setAside();
        arrives("From: postmaster@relay.example", "locked");
        dovecot.lock(USER);
        arrives("From: postmaster@relay.example", "news");
        watches.start(port);
        await().until(() -> count("Handled") == 1);
        await().until(() -> watches.setAside() == before + 1);
        arrives("From: postmaster@relay.example", "late news");
        await().until(() -> count("Handled") == 2 && count(null) + count("Set aside") == 1);
        assertThat(watches.taken).containsOnlyKeys("news", "late news");
    }

    private void open(String server) throws IOException {
        if (server.equals("Dovecot")) {
            dovecot = Dovecot.start();
            port = dovecot.port();
        } else {
            greenMail.start();
            greenMail.setUser(USER, USER, USER);
            port = greenMail.getImap().getPort();
        }
    }

    private void arrives(String headers, String subject) throws MessagingException {
        byte[] message = (headers + "\r\nTo: " + USER + "\r\nSubject: " + subject + "\r\n\r\nText\r\n")
                .getBytes(StandardCharsets.UTF_8);
        try (Store store = store()) {
            store.getFolder("INBOX").appendMessages(new Message[] {
                new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(message))
            });
        }
    }

    /** How many messages lie in the mailbox, or in a folder of it. */
    private int count(String name) throws MessagingException {
        try (Store store = store()) {
            Folder inbox = store.getFolder("INBOX");
            Folder wanted = name == null ? inbox : inbox.getFolder(name);
            return wanted.exists() ? wanted.getMessageCount() : 0;
        }
    }

    private Store store() throws MessagingException {
        Store store = Session.getInstance(new Properties()).getStore("imap");
        store.connect("127.0.0.1", port, USER, USER);
        return store;
    }
}
