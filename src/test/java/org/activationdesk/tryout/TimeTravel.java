package org.activationdesk.tryout;

import java.time.Instant;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Moves the clock and waits until what has become due is done. */
public final class TimeTravel {
    private final MovableClock clock;
    private final ProcessEngine engine;
    private final JdbcClient database;
    private final Inbox inbox;

    TimeTravel(MovableClock clock, ProcessEngine engine, JdbcClient database, Inbox inbox) {
        this.clock = clock;
        this.engine = engine;
        this.database = database;
        this.inbox = inbox;
    }

    /** The mark that everything after now is newer than. */
    Mark mark() {
        long lastEvent = database.sql("select coalesce(max(id), 0) from timeline")
                .query(Long.class)
                .single();
        return new Mark(lastEvent, inbox.mails().size());
    }

    public Fired forward(TimeStep step) {
        Mark before = mark();
        clock.forward(step);
        settle();
        return since(before);
    }

    Fired since(Mark mark) {
        List<Event> events = database.sql(
                        "select at, order_key, event, who, detail from timeline where id > ? order by id")
                .param(mark.event())
                .query((row, number) -> new Event(
                        row.getTimestamp("at").toInstant(),
                        row.getString("order_key"),
                        row.getString("event"),
                        row.getString("who"),
                        row.getString("detail")))
                .list();
        List<ReceivedMail> mails = inbox.mails();
        return new Fired(
                events, mails.stream().filter(mail -> mail.id() > mark.mail()).toList(), due());
    }

    private void settle() {
        JobExecutor executor =
                ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getJobExecutor();
        long deadline = System.nanoTime() + Patience.LONG.toNanos();
        while (due() > 0 && System.nanoTime() < deadline && executor.isActive()) {
            executor.jobWasAdded();
            pause();
        }
    }

    private long due() {
        ManagementService jobs = engine.getManagementService();
        return jobs.createJobQuery().executable().active().count();
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    record Mark(long event, int mail) {}

    /** A line of the timeline. */
    public record Event(Instant at, String orderKey, String event, String who, String detail) {}

    /** What has happened since; {@code stillDue} jobs did not finish in time and go on. */
    public record Fired(List<Event> events, List<ReceivedMail> mails, long stillDue) {}
}
