package org.activationdesk.proof;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.activationdesk.purchase.OrderKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What each proof says, kept for good. */
@Repository
class ProofRecords {
    private final JdbcClient database;

    ProofRecords(JdbcClient database) {
        this.database = database;
    }

    /** What was kept first stays, and is returned. */
    @Transactional
    public String keep(OrderKey order, Instant madeAt, String contents) {
        return database.sql("""
                        insert into proof (order_key, made_at, contents) values (:order, :madeAt, :contents)
                        on conflict (order_key) do update set order_key = excluded.order_key
                        returning contents
                        """)
                .param("order", order.toString())
                .param("madeAt", OffsetDateTime.ofInstant(madeAt, ZoneOffset.UTC))
                .param("contents", contents)
                .query(String.class)
                .single();
    }

    Optional<String> find(OrderKey order) {
        return database.sql("select contents from proof where order_key = :order")
                .param("order", order.toString())
                .query(String.class)
                .optional();
    }
}
