package org.activationdesk.benchmark;

import com.zaxxer.hikari.HikariDataSource;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import javax.sql.DataSource;
import org.activationdesk.tryout.WatchedDataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** What a contestant is given: its database, the mail server, and the watch over both. */
record Wiring(String database, int smtpPort, Milestones milestones, LongAdder executions, LongAdder commits) {
    private static final int CONNECTIONS = 40;

    static Wiring of(String database, int smtpPort) {
        return new Wiring(database, smtpPort, new Milestones(), new LongAdder(), new LongAdder());
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
                .run(
                        "--spring.datasource.url=" + database,
                        "--spring.datasource.username=postgres",
                        "--spring.datasource.password=none",
                        "--spring.mail.host=127.0.0.1",
                        "--spring.mail.port=" + smtpPort,
                        "--spring.main.banner-mode=off",
                        "--logging.level.root=warn");
    }
}
