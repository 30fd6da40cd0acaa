package org.activationdesk.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import javax.tools.ToolProvider;

/** A proof pack in the hands of somebody else: opened, changed, closed again, and checked with the program that they get. */
public final class Pack {
    private static final Path VERIFIER = Path.of("docs/examples/VerifyProof.java");

    private Pack() {}

    public static Map<String, byte[]> open(byte[] zip) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream entries = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                files.put(entry.getName(), entries.readAllBytes());
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return files;
    }

    /** The files as programs list them that begin at the end of a ZIP; their contents as Latin-1. */
    static Map<String, String> listed(byte[] zip) {
        try {
            Path file = Files.createTempFile("pack", ".zip");
            Map<String, String> files = new TreeMap<>();
            Files.write(file, zip);
            try (ZipFile entries = new ZipFile(file.toFile())) {
                for (ZipEntry entry : Collections.list(entries.entries())) {
                    files.put(
                            entry.getName(),
                            new String(entries.getInputStream(entry).readAllBytes(), StandardCharsets.ISO_8859_1));
                }
            } finally {
                Files.delete(file);
            }
            return files;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    public static byte[] close(Map<String, byte[]> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            // Stored, not compressed: thousands of packs are made.
            zip.setLevel(0);
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /** What {@code VerifyProof} finds wrong, by the same code as on the command line. */
    public static Optional<String> fault(byte[] zip, String keys) {
        try {
            Path file = Files.createTempFile("pack", ".zip");
            try {
                Files.write(file, zip);
                var check = Verifier.TYPE.getDeclaredMethod("fault", Path.class, String.class);
                check.setAccessible(true);
                return ((Optional<?>) check.invoke(null, file, keys)).map(String.class::cast);
            } finally {
                Files.delete(file);
            }
        } catch (IOException | ReflectiveOperationException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static final class Verifier {
        private static final Class<?> TYPE = compiled();

        private static Class<?> compiled() {
            try {
                Path folder = Files.createDirectories(Path.of("target/verify-proof"));
                assertThat(ToolProvider.getSystemJavaCompiler()
                                .run(
                                        null,
                                        null,
                                        null,
                                        "-Xlint:all,-path",
                                        "-proc:none",
                                        "-Werror",
                                        "-d",
                                        folder.toString(),
                                        VERIFIER.toString()))
                        .isZero();
                return new URLClassLoader(new URL[] {folder.toUri().toURL()}).loadClass("VerifyProof");
            } catch (IOException | ClassNotFoundException failure) {
                throw new IllegalStateException(failure);
            }
        }
    }
}
