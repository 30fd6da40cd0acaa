package org.activationdesk.story;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.activationdesk.tryout.WatchedDataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** Counts what one step of a story costs at the database: only what its own thread does. */
class StatementCount implements BeanPostProcessor, WatchedDataSource.Watch {
    private static final Pattern ENGINE = Pattern.compile("(?i)\\bact_(re|ru|hi|ge|id)_");

    private final ThreadLocal<Tally> current = new ThreadLocal<>();

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource source ? new WatchedDataSource(source, this) : bean;
    }

    Cost of(Runnable step) {
        Tally tally = new Tally();
        current.set(tally);
        try {
            step.run();
        } finally {
            current.remove();
        }
        return tally.cost();
    }

    @Override
    public void executed(String sql, int statements) {
        Tally tally = current.get();
        if (tally != null) {
            tally.executions.add(new Execution(sql, sent(sql, statements)));
        }
    }

    /** With reWriteBatchedInserts the driver makes statements of 1, 2, 4, 8... rows of a batch of inserts. */
    private static int sent(String sql, int statements) {
        return sql.startsWith("insert") ? Integer.bitCount(statements) : statements;
    }

    @Override
    public void committed(boolean wrote) {
        Tally tally = current.get();
        if (tally != null && wrote) {
            tally.commits++;
        }
    }

    @Override
    public void undone() {
        // Costs nothing that lasts.
    }

    private static final class Tally {
        private final List<Execution> executions = new ArrayList<>();
        private int commits;

        Cost cost() {
            List<Execution> engine =
                    executions.stream().filter(Execution::ofEngine).toList();
            int statements = engine.stream().mapToInt(Execution::statements).sum();
            return new Cost(statements, engine.size(), executions.size() - engine.size(), commits);
        }
    }

    private record Execution(String sql, int statements) {
        boolean ofEngine() {
            return ENGINE.matcher(sql).find();
        }
    }

    /**
     * What a step costs.
     *
     * @param engine statements on the engine's tables
     * @param roundTrips in which they are sent; several in one where they are batched
     * @param own statements on the desk's tables, a round trip each
     * @param commits of transactions that have written something
     */
    record Cost(int engine, int roundTrips, int own, int commits) {
        static final Cost NOTHING = new Cost(0, 0, 0, 0);

        Cost plus(Cost other) {
            return new Cost(
                    engine + other.engine, roundTrips + other.roundTrips, own + other.own, commits + other.commits);
        }

        @Override
        public String toString() {
            return "%3d %3d %3d %3d".formatted(engine, roundTrips, own, commits);
        }
    }
}
