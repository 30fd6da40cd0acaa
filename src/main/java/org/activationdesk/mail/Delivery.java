package org.activationdesk.mail;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.activationdesk.mail.Tray.Taken;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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

    /** So long after a mail was taken it is begun; with the slowest mail that stays below the time for which it is taken. */
    private static final Duration LATEST = Duration.ofMinutes(1);

    /** From then on somebody else may have taken it. */
    private static final Duration OURS = Duration.ofMinutes(4);

    private final Tray tray;
    private final Outbox outbox;
    private final Postbox postbox;
    private final MailSupplement supplement;
    private final Refusals refusals;
    private final Redelivery redelivery;
    private final TransactionTemplate apart;

    Delivery(
            Tray tray,
            Outbox outbox,
            Postbox postbox,
            MailSupplement supplement,
            Refusals refusals,
            Redelivery redelivery,
            PlatformTransactionManager transactions) {
        this.tray = tray;
        this.outbox = outbox;
        this.postbox = postbox;
        this.supplement = supplement;
        this.refusals = refusals;
        this.redelivery = redelivery;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * Sends what this desk has queued itself or, where that is nothing, the mails that have waited longest.
     *
     * @param most how many are taken
     * @return how many were taken
     */
    public int deliver(int most) {
        List<Waiting> batch = tray.take(most).mails();
        return batch.isEmpty() ? deliver(outbox.take(most), () -> true) : deliver(batch, () -> true);
    }

    /**
     * Sends what this desk has queued itself, and the mails that have waited longest where somebody calls or nothing has come
     * for a while. What goes wrong is tried again by {@link Redelivery}.
     *
     * @param most how many are taken of both
     * @param seconds how long to wait; with 0 it is looked for those that have waited in any case
     * @param goesOn asked before each mail; the others are given back then
     * @return whether more are waiting
     */
    boolean deliver(int most, long seconds, BooleanSupplier goesOn) throws InterruptedException {
        Taken taken = tray.take(most, seconds);
        deliver(taken.mails(), goesOn);
        boolean looks = seconds == 0 || taken.called() || taken.mails().isEmpty();
        return looks && goesOn.getAsBoolean() && deliver(outbox.take(most), goesOn) == most;
    }

    private int deliver(List<Waiting> batch, BooleanSupplier goesOn) {
        Map<String, String> accepted = new LinkedHashMap<>();
        List<Waiting> left = new ArrayList<>(batch);
        try {
            for (Waiting mail : batch) {
                if (goesOn.getAsBoolean() && outbox.takenFor(mail).compareTo(LATEST) < 0) {
                    left.remove(mail);
                    deliver(mail, accepted);
                }
            }
        } finally {
            if (!accepted.isEmpty()) {
                outbox.accepted(accepted);
            }
            giveBack(left);
        }
        return batch.size();
    }

    /** Gives back what nobody has come for. */
    void close() {
        giveBack(tray.take(Integer.MAX_VALUE).mails());
    }

    private void giveBack(List<Waiting> mails) {
        List<Waiting> ours = mails.stream()
                .filter(mail -> outbox.takenFor(mail).compareTo(OURS) < 0)
                .toList();
        if (!ours.isEmpty()) {
            outbox.giveBack(ours);
            tray.call();
        }
    }

    private void deliver(Waiting mail, Map<String, String> accepted) {
        try {
            accepted.put(mail.messageId(), send(mail));
        } catch (RecipientRejected rejected) {
            refusals.refused(mail.id(), rejected.answer());
        } catch (RuntimeException trouble) {
            LOG.warn(
                    "The mail {} about {} is tried again: {}",
                    mail.intent().kind(),
                    mail.intent().order(),
                    trouble.getMessage());
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
        return postbox.send(waiting.letter().get().with(supplement.of(waiting.intent())));
    }

    private static String answer(RuntimeException trouble) {
        return trouble instanceof MailTrouble told ? told.answer() : null;
    }
}
