package org.activationdesk.problem;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.activationdesk.purchase.OrderKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of problems; one at most is open for an order. */
@Repository
class ProblemRows {
    private final JdbcClient database;
    private final Clock clock;

    ProblemRows(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The newest one, open or not. */
    Optional<Problem> newest(OrderKey order) {
        return database.sql("select * from problem where order_key = :order order by id desc limit 1")
                .param("order", order.toString())
                .query(Problem.class)
                .optional();
    }

    /** The newest one, which has ended, with those before it that each was replaced by the next; the oldest first. */
    List<Problem> endedWithNewest(OrderKey order) {
        return database.sql("""
                        with problems as (
                            select *, lead(reported_at) over (order by id) as next_at from problem where order_key = :order)
                        select * from problems
                        where id > coalesce((select max(id) from problems where resolved_at < next_at), 0) order by id
                        """)
                .param("order", order.toString())
                .query(Problem.class)
                .list();
    }

    /** The open problems among those of several orders, by order key. */
    Map<String, Problem> open(Collection<String> orders) {
        return database
                .sql("select * from problem where order_key = any(:orders) and resolved_at is null")
                .param("orders", orders.toArray(String[]::new))
                .query(Problem.class)
                .list()
                .stream()
                .collect(Collectors.toMap(Problem::orderKey, Function.identity()));
    }

    /** How often the same problem was reported before this one. */
    int before(Problem problem) {
        return database.sql("""
                        select count(*) from problem
                        where order_key = :order and problem = :problem and id < :id
                        """)
                .param("order", problem.orderKey())
                .param("problem", problem.problem().name())
                .param("id", problem.id())
                .query(Integer.class)
                .single();
    }

    int reportedSince(OrderKey order, Instant since) {
        return database.sql("select count(*) from problem where order_key = :order and reported_at > :since")
                .param("order", order.toString())
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    /** One more report; an older problem that is still open is replaced by it. */
    Problem open(OrderKey order, KnownProblem problem, String who, String message) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        end(order, who, null, now);
        return database.sql("""
                        insert into problem (order_key, problem, reported_at, reported_by, message, owner_since)
                        values (:order, :problem, :now, :who, :message, :now) returning *
                        """)
                .param("order", order.toString())
                .param("problem", problem.name())
                .param("now", now)
                .param("who", who)
                .param("message", message)
                .query(Problem.class)
                .single();
    }

    /** Whose turn it becomes after the waiting time. */
    void apply(Problem problem, Remedy remedy) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        database.sql("""
                        update problem set owner = :owner, advised = :owner, advice = :advice, next_step = :step, owner_since = :now,
                               waits_until = :until
                        where id = :id
                        """)
                .param("owner", remedy.owner().name())
                .param("advice", remedy.advice())
                .param("step", remedy.nextStep())
                .param("now", now)
                .param("until", remedy.pause().isZero() ? null : now.plus(remedy.pause()))
                .param("id", problem.id())
                .update();
    }

    void pass(Problem problem, Owner owner, String note) {
        database.sql("""
                        update problem set owner = :owner, owner_since = :now, waits_until = null,
                               note = coalesce(:note, note)
                        where id = :id
                        """)
                .param("owner", owner.name())
                .param("now", OffsetDateTime.now(clock))
                .param("note", note)
                .param("id", problem.id())
                .update();
    }

    void withSupport(Problem problem, String caseNumber, Instant promisedAt, String note) {
        database.sql("""
                        update problem set case_number = :case, promised_at = :until, waits_until = :until,
                               owner_since = :now, note = coalesce(:note, note)
                        where id = :id
                        """)
                .param("case", caseNumber)
                .param("until", promisedAt.atOffset(ZoneOffset.UTC))
                .param("now", OffsetDateTime.now(clock))
                .param("note", note)
                .param("id", problem.id())
                .update();
    }

    /** Ends the open problem of an order, if there is one. */
    boolean end(OrderKey order, String who, String note) {
        return end(order, who, note, OffsetDateTime.now(clock));
    }

    private boolean end(OrderKey order, String who, String note, OffsetDateTime now) {
        return database.sql("""
                                update problem set resolved_at = :now, resolved_by = :who, note = coalesce(:note, note)
                                where order_key = :order and resolved_at is null
                                """)
                        .param("now", now)
                        .param("who", who)
                        .param("note", note)
                        .param("order", order.toString())
                        .update()
                == 1;
    }
}
