package org.activationdesk.story;

import java.util.List;
import java.util.UUID;
import org.activationdesk.mail.MailKind;
import org.activationdesk.purchase.OrderKey;
import org.activationdesk.tryout.Inbox;
import org.activationdesk.tryout.ReceivedMail;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The mails about an order, as they arrived and as the desk has written them down. */
abstract class Mailbag {
    final Inbox inbox;
    final JdbcClient database;

    Mailbag(Inbox inbox, JdbcClient database) {
        this.inbox = inbox;
        this.database = database;
    }

    List<ReceivedMail> mailsTo(String address, OrderKey order) {
        return inbox.mailsTo(address).stream()
                .filter(mail -> mail.text().contains(order.number()))
                .toList();
    }

    /** The id of the activation mail of an order. */
    UUID mailId(OrderKey order) {
        return mailId(order, MailKind.ACTIVATION);
    }

    /** The id of the first mail of a kind about an order. */
    UUID mailId(OrderKey order, MailKind kind) {
        return database.sql("select id from mail where order_key = ? and kind = ? and number = 1")
                .param(order.toString())
                .param(kind.name())
                .query(UUID.class)
                .single();
    }

    /** How many activations the mails of a kind speak for. */
    int rowsOfMail(List<OrderKey> orders, String kind) {
        return database.sql("select count(*) from mail where kind = :kind and order_key in (:orders)")
                .param("kind", kind)
                .param("orders", orders.stream().map(OrderKey::toString).toList())
                .query(Integer.class)
                .single();
    }
}
