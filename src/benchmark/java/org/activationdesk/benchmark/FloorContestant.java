package org.activationdesk.benchmark;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The same facts in plain SQL: as many durable steps as the desk has, a row for each mail before it leaves, and nothing
 * that is not needed. What has to be mailed is only remembered by the process, so it is faster than any desk may be.
 */
final class FloorContestant implements Contestant {
    private static final int JOB_THREADS = 10;

    private final ExecutorService jobs = Executors.newFixedThreadPool(JOB_THREADS);
    private final JdbcTemplate database;
    private final TransactionTemplate transaction;
    private final OrdinaryWork work;
    private final Milestones milestones;

    FloorContestant(Wiring wiring) {
        DataSource source = wiring.ordinaryPool();
        new ResourceDatabasePopulator(new ClassPathResource("benchmark/floor.sql")).execute(source);
        database = new JdbcTemplate(source);
        transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
        work = new OrdinaryWork(source, OrdinaryWork.mails(wiring.smtpPort()));
        milestones = wiring.milestones();
    }

    @Override
    public void takePurchaseIn(Order order) {
        transaction.executeWithoutResult(status -> {
            database.update(
                    "insert into activation (order_number, organisation, product, quantity, partner, status, email)"
                            + " select ?, ?, ?, 40, 'noordzee', 'FINDING_ADMINISTRATOR', email"
                            + " from customer where organisation = ?",
                    order.number(),
                    order.organisation(),
                    "Microsoft 365 Business Standard",
                    order.organisation());
            database.update(
                    "insert into timeline (order_number, event, who)"
                            + " values (?, 'PURCHASE_RECEIVED', 'noordzee-orders'), (?, 'ADMINISTRATOR_FOUND', 'desk')",
                    order.number(),
                    order.number());
        });
        jobs.execute(() -> invite(order));
    }

    private void invite(Order order) {
        announce(order, "ACTIVATION", order.email());
        transaction.executeWithoutResult(status -> {
            work.invite(order.number(), order.email());
            database.update("update mail set sent_at = now() where order_number = ?", order.number());
            change(order, "INVITED", "ACTIVATION_EMAIL_SENT", "desk");
            milestones.reached(order.number(), Milestones.INVITED);
        });
    }

    private void announce(Order order, String kind, String recipient) {
        transaction.executeWithoutResult(status -> database.update(
                "insert into mail (order_number, kind, recipient) values (?, ?, ?)", order.number(), kind, recipient));
    }

    private void change(Order order, String state, String event, String who) {
        database.update(
                "with entry as (insert into timeline (order_number, event, who) values (?, ?, ?))"
                        + " update activation set status = ? where order_number = ?",
                order.number(),
                event,
                who,
                state,
                order.number());
    }

    @Override
    public void signIn(Order order) {
        transaction.executeWithoutResult(status -> {
            database.update("update activation set account = ? where order_number = ?", order.account(), order.number());
            change(order, "SIGNED_IN", "ADMINISTRATOR_SIGNED_IN", order.account());
            open(order, "accept");
        });
    }

    private void open(Order order, String kind) {
        database.update(
                "insert into task (order_number, kind, assignee) values (?, ?, ?)",
                order.number(),
                kind,
                order.account());
    }

    @Override
    public void accept(Order order) {
        long task = task(order);
        transaction.executeWithoutResult(status -> {
            database.update("delete from task where id = ?", task);
            database.update("update activation set accepted = ? where order_number = ?", "2026-12", order.number());
            change(order, "AGREEMENT_ACCEPTED", "AGREEMENT_WAS_ACCEPTED", order.account());
            open(order, "renew");
        });
    }

    @Override
    public void renew(Order order) {
        long task = task(order);
        transaction.executeWithoutResult(status -> {
            database.update("delete from task where id = ?", task);
            database.update("update activation set renewed = ? where order_number = ?", "renew", order.number());
            change(order, "RENEWED", "SUBSCRIPTION_RENEWED", order.account());
        });
        jobs.execute(() -> confirm(order));
    }

    private long task(Order order) {
        return database.queryForObject("select id from task where assignee = ?", Long.class, order.account());
    }

    private void confirm(Order order) {
        announce(order, "CONFIRMATION", order.email());
        announce(order, "PARTNER_CONFIRMATION", "licenties@noordzee.example");
        transaction.executeWithoutResult(status -> {
            work.confirm(order.number(), order.email());
            database.update(
                    "update mail set sent_at = now() where order_number = ? and sent_at is null", order.number());
            database.update("update activation set ended_at = now() where order_number = ?", order.number());
            change(order, "ACTIVE", "SUBSCRIPTION_ACTIVE", "desk");
            milestones.reached(order.number(), Milestones.ENDED);
        });
    }
}
