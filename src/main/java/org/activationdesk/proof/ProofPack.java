package org.activationdesk.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files, their digests in {@code manifest.json}, and its signature in {@code manifest.jws}: all in one ZIP. */
final class ProofPack {
    static final String MANIFEST_FORMAT = "activation-desk/manifest/1";

    private final Map<String, byte[]> files = new LinkedHashMap<>();

    record Digest(String name, String sha256) {}

    record Manifest(String format, List<Digest> files) {}

    ProofPack with(String name, byte[] contents) {
        files.put(name, contents);
        return this;
    }

    /** The ZIP; its entries are dated {@code asOf}, as is all that it says. */
    byte[] sealedBy(ProofKeys keys, Instant asOf) {
        byte[] manifest = manifest();
        Map<String, byte[]> all = new LinkedHashMap<>(files);
        all.put("manifest.json", manifest);
        all.put("manifest.jws", keys.sign(manifest).getBytes(UTF_8));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            // The papers, nearly all of it, are compressed inside; a second time costs more than it saves.
            zip.setLevel(Deflater.NO_COMPRESSION);
            for (Map.Entry<String, byte[]> file : all.entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey());
                entry.setTimeLocal(LocalDateTime.ofInstant(asOf, ZoneOffset.UTC));
                zip.putNextEntry(entry);
                zip.write(file.getValue());
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        return bytes.toByteArray();
    }

    private byte[] manifest() {
        List<Digest> digests = files.entrySet().stream()
                .map(file -> new Digest(file.getKey(), sha256(file.getValue())))
                .toList();
        return ProofJson.write(new Manifest(MANIFEST_FORMAT, digests)).getBytes(UTF_8);
    }

    /** In hexadecimal. */
    static String sha256(byte[] contents) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(contents));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
