package org.activationdesk.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.activationdesk.purchase.OrderKey;
import org.activationdesk.tryout.Patience;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What a transaction queues lies in the tray once it is committed, as far as there are places. */
class TrayTest {
    private static final OrderKey ORDER = new OrderKey("noordzee", "TRAY-1");
    private static final OrderKey ANOTHER = new OrderKey("noordzee", "TRAY-2");

    private final Tray tray = new Tray();

    @AfterEach
    void end() {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.clearSynchronization();
        }
    }

    @Test
    void a_mail_lies_there_after_the_commit_and_not_before() {
        tray.open(1, 1);
        HandOver transaction = begin();
        Waiting mail = mail(ORDER, false);
        assertThat(transaction.offer(mail)).isTrue();
        assertThat(tray.take(9).mails()).isEmpty();
        end(transaction, TransactionSynchronization.STATUS_COMMITTED);
        assertThat(tray.take(9).mails()).containsExactly(mail);
    }

    @Test
    void what_is_undone_or_of_uncertain_fate_never_lies_there_and_its_place_is_free() {
        tray.open(1, 1);
        for (int fate :
                List.of(TransactionSynchronization.STATUS_ROLLED_BACK, TransactionSynchronization.STATUS_UNKNOWN)) {
            HandOver transaction = begin();
            assertThat(transaction.offer(mail(ORDER, false))).isTrue();
            end(transaction, fate);
            assertThat(tray.take(9).mails()).isEmpty();
        }
        assertThat(tray.keepPlace()).isTrue();
    }

    @Test
    void what_finds_no_place_waits_in_the_table_and_somebody_is_called_there() {
        tray.open(2, 1);
        HandOver transaction = begin();
        assertThat(transaction.offer(mail(ORDER, false))).isTrue();
        assertThat(transaction.offer(mail(ORDER, false))).isTrue();
        assertThat(transaction.offer(mail(ORDER, false))).isFalse();
        end(transaction, TransactionSynchronization.STATUS_COMMITTED);
        Tray.Taken taken = tray.take(9);
        assertThat(taken.mails()).hasSize(2);
        assertThat(taken.called()).isTrue();
        assertThat(tray.take(9).called()).isFalse();
        assertThat(tray.keepPlace()).isTrue();
    }

    @Test
    void nobody_takes_more_than_their_share() {
        tray.open(5, 1);
        HandOver transaction = begin();
        for (int mail = 0; mail < 5; mail++) {
            transaction.offer(mail(ORDER, false));
        }
        end(transaction, TransactionSynchronization.STATUS_COMMITTED);
        assertThat(tray.take(3).mails()).hasSize(3);
        assertThat(tray.take(3).mails()).hasSize(2);
    }

    @Test
    void a_mail_whose_link_ends_in_the_same_transaction_is_not_sent() {
        tray.open(3, 1);
        HandOver transaction = begin();
        Waiting another = mail(ANOTHER, true);
        Waiting reminder = mail(ORDER, false);
        transaction.offer(mail(ORDER, true));
        transaction.offer(another);
        transaction.offer(reminder);
        transaction.endLinks(ORDER);
        end(transaction, TransactionSynchronization.STATUS_COMMITTED);
        assertThat(tray.take(9).mails()).containsExactly(another, reminder);
    }

    @Test
    void whoever_waits_is_woken_by_a_mail_and_by_the_end() throws Exception {
        tray.open(1, 2);
        CompletableFuture<Tray.Taken> first = waits();
        tray.keepPlace();
        tray.put(mail(ORDER, false));
        assertThat(first.get(Patience.LONG.toSeconds(), TimeUnit.SECONDS).mails())
                .hasSize(1);
        CompletableFuture<Tray.Taken> second = waits();
        CompletableFuture<Tray.Taken> third = waits();
        tray.close();
        assertThat(second.get(Patience.LONG.toSeconds(), TimeUnit.SECONDS).called())
                .isTrue();
        assertThat(third.get(Patience.LONG.toSeconds(), TimeUnit.SECONDS).called())
                .isTrue();
        assertThat(tray.keepPlace()).isFalse();
    }

    private CompletableFuture<Tray.Taken> waits() {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return tray.take(1, 60);
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
        });
    }

    private HandOver begin() {
        TransactionSynchronizationManager.initSynchronization();
        return HandOver.inThisTransaction(tray);
    }

    private static void end(HandOver transaction, int fate) {
        TransactionSynchronizationManager.clearSynchronization();
        transaction.afterCompletion(fate);
    }

    private static Waiting mail(OrderKey order, boolean bringsLink) {
        return new Waiting(
                UUID.randomUUID(),
                new MailIntent(order, MailKind.ACTIVATION),
                "<" + UUID.randomUUID() + "@desk.example>",
                Instant.EPOCH,
                bringsLink,
                () -> null);
    }
}
