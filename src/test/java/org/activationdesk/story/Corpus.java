package org.activationdesk.story;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** The messages that come back, as files. */
final class Corpus {
    private static final Path CORPUS = Path.of("src/test/resources/bounces");

    private Corpus() {}

    static String text(String name) throws IOException {
        return new String(Files.readAllBytes(CORPUS.resolve(name + ".eml")), UTF_8);
    }

    static MimeMessage message(String text) throws MessagingException {
        return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(text.getBytes(UTF_8)));
    }
}
