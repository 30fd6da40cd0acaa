package org.activationdesk.process;

import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.apache.ibatis.session.SqlSessionFactory;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.db.sql.DbSqlSessionFactory;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Reads the engine's mapped statements while everything else is being put together: more than a quarter of what a start
 * computes. An engine that is started without it reads them itself.
 */
public final class EngineStatements implements ApplicationContextInitializer<GenericApplicationContext> {
    @Override
    public void initialize(GenericApplicationContext context) {
        DelegatingDataSource database = new DelegatingDataSource();
        CompletableFuture<SqlSessionFactory> statements =
                CompletableFuture.supplyAsync(() -> new Reader().read(database));
        context.registerBean("engineStatements", Plugin.class, () -> new Plugin(database, statements));
    }

    /** The engine's own reading, for the only kind of database that the desk has. */
    private static final class Reader extends SpringProcessEngineConfiguration {
        SqlSessionFactory read(DataSource database) {
            setDatabaseType(DbSqlSessionFactory.POSTGRES);
            setDataSource(database);
            initTransactionFactory();
            initSqlSessionFactory();
            return getSqlSessionFactory();
        }
    }

    private static final class Plugin extends AbstractProcessEnginePlugin {
        private final DelegatingDataSource database;
        private final CompletableFuture<SqlSessionFactory> statements;

        Plugin(DelegatingDataSource database, CompletableFuture<SqlSessionFactory> statements) {
            this.database = database;
            this.statements = statements;
        }

        @Override
        public void preInit(ProcessEngineConfigurationImpl engine) {
            database.setTargetDataSource(engine.getDataSource());
            engine.setSqlSessionFactory(statements.join());
        }
    }
}
