package org.activationdesk.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/**
 * Mails of this desk for its own postmen, who so need not look for them: each is queued as taken, and lies here from the commit
 * on. There are places for a few. What finds none, and what lay here when the desk was killed, is found in the table.
 */
@Component
class Tray {
    /** No mail: calls a postman to the table. */
    private static final Waiting CALL = new Waiting(null, null, null, null, false, null);

    private final BlockingQueue<Waiting> mails = new LinkedBlockingQueue<>();
    private final Semaphore places = new Semaphore(0);
    private final Semaphore calls = new Semaphore(0);

    /** From now on so many men come to take what lies here. */
    void open(int room, int men) {
        places.release(room);
        calls.release(men);
    }

    /** Nothing more is put here, and whoever waits is called. */
    void close() {
        places.drainPermits();
        while (call()) {
            // Until all are called.
        }
    }

    /** Whether there was a place, which is kept then. */
    boolean keepPlace() {
        return places.tryAcquire();
    }

    boolean freePlace() {
        places.release();
        return true;
    }

    void put(Waiting mail) {
        mails.add(mail);
    }

    /** Calls somebody to the table; false where all have been called already. */
    boolean call() {
        return calls.tryAcquire() && mails.add(CALL);
    }

    /** Waits until something lies here or somebody calls, and takes it. */
    Taken take(int most, long seconds) throws InterruptedException {
        return take(most, mails.poll(seconds, TimeUnit.SECONDS));
    }

    /** Takes what lies here. */
    Taken take(int most) {
        return take(most, mails.poll());
    }

    private Taken take(int most, Waiting first) {
        List<Waiting> taken = new ArrayList<>();
        if (first != null) {
            taken.add(first);
            mails.drainTo(taken, most - 1);
        }
        int all = taken.size();
        taken.removeIf(mail -> mail == CALL);
        places.release(taken.size());
        calls.release(all - taken.size());
        return new Taken(taken, all > taken.size());
    }

    /** @param called whether somebody has to look into the table */
    record Taken(List<Waiting> mails, boolean called) {}
}
