package org.activationdesk.benchmark;

import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.activationdesk.tryout.WatchedDataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** What a contestant is given: its database, the mail server, and the watch over both. */
record Wiring(
        String database,
        int smtpPort,
        List<String> settings,
        Milestones milestones,
        LongAdder executions,
        LongAdder commits) {
    private static final int CONNECTIONS = 40;

    /** @param settings of an application of Spring Boot, as on its command line */
    static Wiring of(String database, int smtpPort, List<String> settings) {
        return new Wiring(database, smtpPort, settings, new Milestones(), new LongAdder(), new LongAdder());
    }

    DataSource watch(DataSource source) {
        return new WatchedDataSource(source, new WatchedDataSource.Watch() {
            @Override
            public void executed(String sql, int statements) {
                executions.increment();
            }

            @Override
            public void committed(boolean wrote) {
                if (wrote) {
                    commits.increment();
                }
                milestones.committed();
            }

            @Override
            public void undone() {
                milestones.undone();
            }
        });
    }

    /** Without Spring's transactions a task's own query takes a second connection; 16 clients must not wait for each other. */
    DataSource ordinaryPool() {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(database);
        pool.setUsername("postgres");
        pool.setMaximumPoolSize(CONNECTIONS);
        return watch(pool);
    }

    /** An application of Spring Boot with its data source watched. */
    ConfigurableApplicationContext application(SpringApplicationBuilder application, Map<String, Object> more) {
        return application
                .initializers(context -> ((GenericApplicationContext) context)
                        .registerBean(BeanPostProcessor.class, () -> new BeanPostProcessor() {
                            @Override
                            public Object postProcessAfterInitialization(Object bean, String name) {
                                return bean instanceof DataSource source ? watch(source) : bean;
                            }
                        }))
                .properties(more)
                .run(Stream.concat(
                                Stream.of(
                                        "--spring.datasource.url=" + database,
                                        "--spring.datasource.username=postgres",
                                        "--spring.datasource.password=none",
                                        "--spring.mail.host=127.0.0.1",
                                        "--spring.mail.port=" + smtpPort,
                                        "--spring.main.banner-mode=off",
                                        "--logging.level.root=warn"),
                                settings.stream())
                        .toArray(String[]::new));
    }
}
