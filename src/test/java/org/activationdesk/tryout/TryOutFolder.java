package org.activationdesk.tryout;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.springframework.util.FileSystemUtils;

/** Where the try-out desk keeps what survives a restart; one desk at a time. */
final class TryOutFolder {
    private final Path path;
    private final FileChannel lock;

    private TryOutFolder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    static TryOutFolder take(Path folder) {
        Path path = folder.toAbsolutePath().normalize();
        try {
            Files.createDirectories(path);
            FileChannel lock =
                    FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            requireLock(lock, path);
            return new TryOutFolder(path, lock);
        } catch (IOException unwritable) {
            throw new CannotStart(
                    "The try-out desk cannot write to " + path + ": " + unwritable.getMessage(), unwritable);
        }
    }

    // The operating system gives the lock back when the process ends, however it ends.
    private static void requireLock(FileChannel channel, Path path) throws IOException {
        FileLock lock;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException heldHere) {
            lock = null;
        }
        if (lock == null) {
            channel.close();
            throw new CannotStart("Another try-out desk uses " + path + ": stop it and start again.");
        }
    }

    Path path() {
        return path;
    }

    Path postgres() {
        return path.resolve("postgres");
    }

    void clear() {
        LeftoverPostgres.stop(postgres());
        for (Path kept : List.of(postgres(), path.resolve("postgres.log"), mails(path), clock(path))) {
            remove(kept);
        }
    }

    void release() {
        try {
            lock.close();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    static Path mails(Path path) {
        return path.resolve("mails");
    }

    static Path clock(Path path) {
        return path.resolve("clock");
    }

    static void remove(Path kept) {
        try {
            FileSystemUtils.deleteRecursively(kept);
        } catch (IOException inUse) {
            throw new CannotStart("Cannot delete " + kept + ": " + inUse.getMessage(), inUse);
        }
    }
}
