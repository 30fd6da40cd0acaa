package org.activationdesk.ledger;

import javax.sql.DataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;

/** No transaction is committed before what waits in it is written; whoever listens for the commit may still add to it. */
class LedgerTransactions extends JdbcTransactionManager {
    private static final long serialVersionUID = 1;

    private final transient Ledger ledger;

    LedgerTransactions(DataSource database, Ledger ledger) {
        super(database);
        this.ledger = ledger;
    }

    @Override
    protected void doCommit(DefaultTransactionStatus status) {
        ledger.write();
        super.doCommit(status);
    }
}
