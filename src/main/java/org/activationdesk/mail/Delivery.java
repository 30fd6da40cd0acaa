package org.activationdesk.mail;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.activationdesk.mail.Outbox.Waiting;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Hands queued mails to the mail server. No transaction is open while it answers: what was taken is written down before and
 * what became of it after, for many mails together.
 */
@Component
public class Delivery {
    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);

    /** With the slowest last mail this stays below the time for which a mail is taken. */
    private static final Duration LONGEST_BATCH = Duration.ofMinutes(1);

    private final Outbox outbox;
    private final Postbox postbox;
    private final Enclosures enclosures;
    private final Refusals refusals;
    private final Redelivery redelivery;
    private final ApplicationEventPublisher listeners;
    private final TransactionTemplate apart;

    Delivery(
            Outbox outbox,
            Postbox postbox,
            Enclosures enclosures,
            Refusals refusals,
            Redelivery redelivery,
            ApplicationEventPublisher listeners,
            PlatformTransactionManager transactions) {
        this.outbox = outbox;
        this.postbox = postbox;
        this.enclosures = enclosures;
        this.refusals = refusals;
        this.redelivery = redelivery;
        this.listeners = listeners;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * Sends the mails that have waited longest. What goes wrong is tried again by {@link Redelivery}.
     *
     * @param most how many are taken
     * @param goesOn asked before each mail; the others are given back then
     * @return how many were taken
     */
    public int deliver(int most, BooleanSupplier goesOn) {
        List<Waiting> batch = outbox.take(most);
        Map<String, String> accepted = new LinkedHashMap<>();
        long end = System.nanoTime() + LONGEST_BATCH.toNanos();
        int tried = 0;
        try {
            while (tried < batch.size() && goesOn.getAsBoolean() && System.nanoTime() - end < 0) {
                deliver(batch.get(tried++), accepted);
            }
        } finally {
            if (!accepted.isEmpty()) {
                outbox.accepted(accepted);
            }
            if (tried < batch.size()) {
                outbox.giveBack(batch.subList(tried, batch.size()));
                listeners.publishEvent(new MailQueued());
            }
        }
        return batch.size();
    }

    private void deliver(Waiting mail, Map<String, String> accepted) {
        try {
            accepted.put(mail.messageId(), send(mail));
        } catch (RecipientRejected rejected) {
            refusals.refused(mail.id(), rejected.answer());
        } catch (RuntimeException trouble) {
            LOG.warn("The mail {} about {} is tried again: {}", mail.kind(), mail.orderKey(), trouble.getMessage());
            apart.executeWithoutResult(transaction -> {
                outbox.putOff(mail.id(), answer(trouble));
                redelivery.begin(mail.id());
            });
        }
    }

    /**
     * Tries a mail again that was put off; nothing happens where it is not to be sent any more.
     *
     * @throws DeskRefused where somebody has to correct a setting before any mail leaves
     * @throws MailPutOff where it should be tried once more
     */
    public void again(UUID id) {
        apart.execute(transaction -> outbox.takeAgain(id)).ifPresent(this::again);
    }

    private void again(Waiting mail) {
        try {
            String answer = send(mail);
            apart.executeWithoutResult(transaction -> outbox.accepted(Map.of(mail.messageId(), answer)));
        } catch (RecipientRejected rejected) {
            refusals.refused(mail.id(), rejected.answer());
        } catch (RuntimeException trouble) {
            apart.executeWithoutResult(transaction -> outbox.putOff(mail.id(), answer(trouble)));
            throw trouble;
        }
    }

    private String send(Waiting waiting) {
        Mail mail = outbox.open(waiting);
        return postbox.send(mail, enclosures.of(mail.intent(), mail.language()));
    }

    private static String answer(RuntimeException trouble) {
        return trouble instanceof MailTrouble told ? told.answer() : null;
    }
}
