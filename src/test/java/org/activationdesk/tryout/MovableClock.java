package org.activationdesk.tryout;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/**
 * The desk's clock and the engine's, which are one here: the engine keeps its time in a static field, and two clocks
 * that are moved apart would remind people before they were asked.
 */
public final class MovableClock extends Clock {
    private final Path file;
    private final ZoneId zone;

    MovableClock(Path file) {
        this(file, ZoneId.systemDefault());
        restore();
    }

    private MovableClock(Path file, ZoneId zone) {
        this.file = file;
        this.zone = zone;
    }

    @Override
    public Instant instant() {
        return ClockUtil.getCurrentTime().toInstant();
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new MovableClock(file, other);
    }

    /** How far the desk is ahead of the world. */
    Duration ahead() {
        return Duration.ofMillis(
                Duration.between(Instant.now(), instant()).plusMillis(500).toSeconds() * 1000);
    }

    public void forward(TimeStep step) {
        Instant now = instant();
        Duration ahead = ahead().plus(Duration.between(now, step.from(now, zone)));
        ClockUtil.offset(ahead.toMillis());
        write(ahead);
    }

    /** Back to the time of the world, between tests. */
    public void reset() {
        ClockUtil.reset();
        TryOutFolder.remove(file);
    }

    private void restore() {
        try {
            if (Files.exists(file)) {
                ClockUtil.offset(Duration.parse(Files.readString(file).trim()).toMillis());
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void write(Duration ahead) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, ahead.toString());
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
