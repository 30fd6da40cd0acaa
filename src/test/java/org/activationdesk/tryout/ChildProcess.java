package org.activationdesk.tryout;

import java.nio.file.Path;
import java.util.List;

/** A Java process of its own, for what a test cannot do to the one it runs in. */
final class ChildProcess {
    private ChildProcess() {}

    static ProcessBuilder of(Class<?> main, String... arguments) {
        ProcessBuilder process = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                main.getName());
        process.command().addAll(List.of(arguments));
        return process.redirectErrorStream(true);
    }
}
