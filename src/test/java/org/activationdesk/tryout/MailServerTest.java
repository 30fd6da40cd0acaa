package org.activationdesk.tryout;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;

class MailServerTest {
    private static final Ports PORTS = Ports.free();

    @TempDir
    Path folder;

    @Test
    void shows_what_it_received() throws Exception {
        Inbox inbox = new Inbox(folder);
        during(inbox, () -> {
            send(
                    "first@example.org",
                    "Eerste café",
                    "Ga naar https://desk.example/activate/1.",
                    "<a href='https://desk.example/?a=1&amp;b=2'>x</a>");
            send("second@example.org", "Second", "No link here", "<p>None</p>");
        });
        assertThat(inbox.mails()).extracting(ReceivedMail::subject).containsExactly("Second", "Eerste café");
        ReceivedMail first = inbox.mailsTo("first@example.org").get(0);
        assertThat(first.text()).startsWith("Ga naar");
        assertThat(first.html()).startsWith("<a href");
        assertThat(first.links()).containsExactly("https://desk.example/?a=1&b=2", "https://desk.example/activate/1");
        assertThat(first.headers()).containsEntry("Auto-Submitted", "auto-generated");
    }

    @Test
    void shows_a_mail_to_several_people_once() throws Exception {
        Inbox inbox = new Inbox(folder);
        during(inbox, () -> {
            send("one@example.org,two@example.org", "Both", "Text", "<p>Html</p>");
            assertThat(inbox.mails()).extracting(ReceivedMail::to).containsExactly("one@example.org, two@example.org");
            assertThat(mailsOf("one@example.org")).isEqualTo(1);
            assertThat(mailsOf("two@example.org")).isEqualTo(1);
        });
    }

    @Test
    void remembers_after_a_restart() throws Exception {
        during(new Inbox(folder), () -> {
            send("old@example.org", "Old", "https://desk.example/activate/old", "<p>Old</p>");
        });
        Inbox inbox = new Inbox(folder);
        during(inbox, () -> {
            send("new@example.org", "New", "Text", "<p>New</p>");
            assertThat(mailsOf("old@example.org")).isEqualTo(1);
        });
        assertThat(inbox.mails()).extracting(ReceivedMail::id).containsExactly(2, 1);
        assertThat(inbox.mailsTo("old@example.org").get(0).links())
                .containsExactly("https://desk.example/activate/old");
    }

    private static void during(Inbox inbox, Executable happening) throws Exception {
        MailServer server = new MailServer(inbox, new Mailboxes(), PORTS.smtp(), PORTS.imap());
        try {
            happening.run();
        } finally {
            server.close();
        }
    }

    private interface Executable {
        void run() throws Exception;
    }

    private static void send(String to, String subject, String text, String html) throws MessagingException {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(PORTS.smtp());
        sender.send(message -> {
            MimeMessageHelper helper = new MimeMessageHelper(message, true, "UTF-8");
            helper.setFrom("desk@example.org");
            helper.setTo(to.split(","));
            helper.setSubject(subject);
            helper.setText(text, html);
            message.setHeader("Auto-Submitted", "auto-generated");
        });
    }

    private static int mailsOf(String address) throws MessagingException {
        Store store = Session.getInstance(new Properties()).getStore("imap");
        store.connect("127.0.0.1", PORTS.imap(), address, "anything");
        try (store;
                Folder folder = store.getFolder("INBOX")) {
            folder.open(Folder.READ_ONLY);
            return folder.getMessageCount();
        }
    }
}
