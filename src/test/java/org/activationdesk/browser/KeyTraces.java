package org.activationdesk.browser;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.catalina.Context;
import org.apache.catalina.Session;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.embedded.tomcat.TomcatWebServer;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.SerializationUtils;

/** Looks everywhere for product keys, in any grouping and case, and for any ten characters of one that stand together. */
final class KeyTraces {
    private static final int PIECE = 10;
    private static final List<String> TALKATIVE =
            List.of("org.springframework.web", "org.springframework.security", "org.springframework.jdbc");

    private final Set<String> pieces = new HashSet<>();
    private final ConcurrentLinkedQueue<String> logged = new ConcurrentLinkedQueue<>();
    private final Recorder recorder = new Recorder();
    private int places;

    /** From now on what is logged is kept; the web's part at length, and on no console. */
    void record() {
        recorder.start();
        logger(Logger.ROOT_LOGGER_NAME).addAppender(recorder);
        TALKATIVE.forEach(name -> {
            logger(name).setLevel(Level.DEBUG);
            logger(name).setAdditive(false);
            logger(name).addAppender(recorder);
        });
    }

    void stop() {
        logger(Logger.ROOT_LOGGER_NAME).detachAppender(recorder);
        TALKATIVE.forEach(name -> {
            logger(name).setLevel(null);
            logger(name).setAdditive(true);
            logger(name).detachAppender(recorder);
        });
    }

    void lookFor(String key) {
        for (int i = 0; i + PIECE <= key.length(); i++) {
            pieces.add(key.substring(i, i + PIECE));
        }
    }

    int places() {
        return places;
    }

    void inTheLog() {
        assertThat(logged).as("the log is captured").isNotEmpty();
        logged.forEach(line -> nothingIn("the log", line));
    }

    void inTexts(String where, Collection<String> texts) {
        assertThat(texts).as(where).isNotEmpty();
        texts.forEach(text -> nothingIn(where, text));
    }

    /** Every text and every bytea of every table, the engine's history among them. */
    void inTheDatabase(JdbcClient database) {
        List<String[]> columns = database.sql("""
                        select table_name, column_name, data_type from information_schema.columns
                        where table_schema = current_schema()
                          and data_type in ('text', 'character varying', 'character', 'bytea', 'json', 'jsonb')
                        order by 1, 2
                        """)
                .query((row, number) -> new String[] {row.getString(1), row.getString(2), row.getString(3)})
                .list();
        assertThat(columns)
                .extracting(column -> column[0])
                .contains("product_key", "act_hi_varinst", "act_ge_bytearray");
        for (String[] column : columns) {
            String value = column[2].equals("bytea") ? column[1] : "convert_to(" + column[1] + "::text, 'UTF8')";
            database.sql("select " + value + " from " + column[0] + " where " + column[1] + " is not null")
                    .query(byte[].class)
                    .list()
                    .forEach(bytes -> nothingIn(column[0] + "." + column[1], text(bytes)));
        }
    }

    /** Every attribute of every session of the desk. */
    void inTheSessions(ServletWebServerApplicationContext desk) {
        Context context = (Context)
                ((TomcatWebServer) desk.getWebServer()).getTomcat().getHost().findChildren()[0];
        assertThat(context.getManager().findSessions()).isNotEmpty();
        for (Session session : context.getManager().findSessions()) {
            for (String name : Collections.list(session.getSession().getAttributeNames())) {
                Object value = session.getSession().getAttribute(name);
                nothingIn("the session's " + name, name + " " + value);
                // Who is signed in cannot be serialized; all else is searched to its last field.
                if (!name.equals("SPRING_SECURITY_CONTEXT")) {
                    nothingIn("the session's " + name, text(SerializationUtils.serialize(value)));
                }
            }
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private void nothingIn(String where, String text) {
        places++;
        String plain = text.replaceAll("[^A-Za-z0-9]", "").toUpperCase(Locale.ROOT);
        List<String> found = new ArrayList<>();
        for (int i = 0; i + PIECE <= plain.length(); i++) {
            if (pieces.contains(plain.substring(i, i + PIECE))) {
                found.add(text);
            }
        }
        assertThat(found).as("pieces of product keys in %s", where).isEmpty();
    }

    private static Logger logger(String name) {
        return (Logger) LoggerFactory.getLogger(name);
    }

    private final class Recorder extends AppenderBase<ILoggingEvent> {
        @Override
        protected void append(ILoggingEvent event) {
            logged.add(event.getFormattedMessage()
                    + (event.getThrowableProxy() == null
                            ? ""
                            : ThrowableProxyUtil.asString(event.getThrowableProxy())));
        }
    }
}
