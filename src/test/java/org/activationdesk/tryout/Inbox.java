package org.activationdesk.tryout;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/** Every mail that the mail server has received, kept as files so that old activation links stay within reach. */
public final class Inbox {
    private static final String ENDING = ".eml";

    private final Path folder;
    private final List<MimeMessage> messages = new ArrayList<>();
    private final List<ReceivedMail> mails = new ArrayList<>();

    Inbox(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(file -> file.toString().endsWith(ENDING))
                    .sorted()
                    .toList()) {
                keep(read(file));
            }
        }
    }

    synchronized void add(MimeMessage message) {
        try {
            keep(read(write(message)));
        } catch (IOException unwritable) {
            throw new IllegalStateException(unwritable);
        }
    }

    /** Newest first. */
    public synchronized List<ReceivedMail> mails() {
        List<ReceivedMail> newestFirst = new ArrayList<>(mails);
        Collections.reverse(newestFirst);
        return newestFirst;
    }

    /** Newest first. */
    public List<ReceivedMail> mailsTo(String address) {
        return mails().stream().filter(mail -> mail.to().equals(address)).toList();
    }

    synchronized List<MimeMessage> messages() {
        return List.copyOf(messages);
    }

    private void keep(MimeMessage message) {
        messages.add(message);
        mails.add(ReceivedMail.of(messages.size(), message));
    }

    private Path write(MimeMessage message) throws IOException {
        Path file = folder.resolve("%06d%s".formatted(messages.size() + 1, ENDING));
        Path unfinished = folder.resolve("unfinished");
        try (OutputStream out = Files.newOutputStream(unfinished)) {
            message.writeTo(out);
        } catch (MessagingException unreadable) {
            throw new IOException(unreadable);
        }
        // A desk that is killed here leaves no half mail behind.
        return Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static MimeMessage read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new MimeMessage(Session.getInstance(new Properties()), in);
        } catch (MessagingException unreadable) {
            throw new IOException(unreadable);
        }
    }
}
