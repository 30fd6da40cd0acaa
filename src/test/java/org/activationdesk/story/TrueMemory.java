package org.activationdesk.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.activationdesk.activation.Activation;
import org.activationdesk.activation.Activations;
import org.activationdesk.activation.Happening;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** Whatever happens in a story: what the desk knows of the activation in the end is what the database says. */
class TrueMemory {
    private final Activations activations;
    private final JdbcClient database;

    TrueMemory(Activations activations, JdbcClient database) {
        this.activations = activations;
        this.database = database;
    }

    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void happened(Happening happening) {
        Activation known = activations.get(happening.order());
        Activation written = database.sql("select * from activation_overview where order_key = ?")
                .param(happening.order().toString())
                .query(Activation.class)
                .single();
        assertThat(known).isEqualTo(written);
    }
}
