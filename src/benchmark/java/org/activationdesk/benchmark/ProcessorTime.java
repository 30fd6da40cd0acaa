package org.activationdesk.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The CPU seconds of a process and its children, those that are gone among them; on Linux only, 0 elsewhere. */
final class ProcessorTime {
    private static final double TICKS = 100;
    /** Fields of /proc/pid/stat behind the command: utime, stime, and those of waited-for children. */
    private static final int OWN = 11;

    private ProcessorTime() {}

    static double of(long process) {
        return ProcessHandle.of(process)
                .map(handle -> ticks(process, 4)
                        + handle.children().mapToDouble(child -> ticks(child.pid(), 2)).sum())
                .map(ticks -> ticks / TICKS)
                .orElse(0.0);
    }

    private static double ticks(long process, int fields) {
        try {
            String stat = Files.readString(Path.of("/proc/" + process + "/stat"));
            String[] words = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            double ticks = 0;
            for (int i = 0; i < fields; i++) {
                ticks += Long.parseLong(words[OWN + i]);
            }
            return ticks;
        } catch (IOException goneOrElsewhere) {
            return 0;
        }
    }
}
