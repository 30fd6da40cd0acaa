package org.activationdesk.process.task;

import java.util.concurrent.atomic.AtomicInteger;

/** Sings when somebody has code run that is not theirs to run. Models could call it once it is a bean, as they can all classes of this room. */
public class Canary {
    private final AtomicInteger songs = new AtomicInteger();

    public AtomicInteger songs() {
        return songs;
    }

    public String sing() {
        songs.incrementAndGet();
        return "nobody";
    }
}
