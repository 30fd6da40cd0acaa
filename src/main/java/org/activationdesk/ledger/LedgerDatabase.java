package org.activationdesk.ledger;

import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** The ways to the database. */
@Configuration(proxyBeanMethods = false)
class LedgerDatabase {
    /** For everybody: each statement finds what was written before it. */
    @Bean
    @Primary
    JdbcClient database(@Qualifier("register") JdbcClient register, Ledger ledger) {
        return sql -> {
            ledger.write();
            return register.sql(sql);
        };
    }

    /** For the register of purchases and agreements, of which nothing ever waits. */
    @Bean
    JdbcClient register(NamedParameterJdbcOperations database) {
        return new RecordQueries().over(database);
    }

    @Bean
    PlatformTransactionManager transactionManager(DataSource database, Ledger ledger) {
        return new LedgerTransactions(database, ledger);
    }
}
