import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Checks a proof pack with nothing but Java 17 and the keys that the desk publishes:
 *
 * <pre>java VerifyProof.java proof-noordzee-NZ-2002.zip https://desk.example/proof/keys.json</pre>
 */
final class VerifyProof {
    private static final int LARGEST = 20_000_000;
    private static final Pattern DIGEST =
            Pattern.compile("\"name\"\\s*:\\s*\"([^\"\\\\]+)\"\\s*,\\s*\"sha256\"\\s*:\\s*\"([0-9a-f]{64})\"");

    private VerifyProof() {}

    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 2) {
            System.err.println("Say which pack, and the file or address of the published keys: proof.zip keys.json");
            System.exit(2);
        }
        Optional<String> fault = fault(Path.of(arguments[0]), text(arguments[1]));
        System.out.println(fault.map(what -> "NOT GENUINE: " + what)
                .orElse("Genuine: signed by the desk, and nothing in it has been changed."));
        System.exit(fault.isPresent() ? 1 : 0);
    }

    /** What is wrong with a pack; nothing where it is genuine. */
    static Optional<String> fault(Path pack, String keys) {
        try {
            Map<String, byte[]> files = files(pack);
            byte[] manifest = required(files, "manifest.json");
            checkSignature(manifest, new String(required(files, "manifest.jws"), StandardCharsets.UTF_8), keys);
            checkFiles(files, new String(manifest, StandardCharsets.UTF_8));
            return Optional.empty();
        } catch (Fault fault) {
            return Optional.of(fault.getMessage());
        } catch (IOException | GeneralSecurityException | RuntimeException unreadable) {
            return Optional.of("it cannot be read (" + unreadable.getMessage() + ")");
        }
    }

    private static void checkSignature(byte[] manifest, String jws, String keys) throws GeneralSecurityException {
        String[] parts = jws.split("\\.", -1);
        check(parts.length == 3 && parts[1].isEmpty(), "manifest.jws is no detached signature");
        String header = new String(Base64.getUrlDecoder().decode(parts[0]), StandardCharsets.UTF_8);
        check("ES256".equals(field(header, "alg")), "manifest.jws is not signed with ES256");
        Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
        signature.initVerify(key(keys, field(header, "kid")));
        String payload = Base64.getUrlEncoder().withoutPadding().encodeToString(manifest);
        signature.update((parts[0] + "." + payload).getBytes(StandardCharsets.US_ASCII));
        byte[] bytes = Base64.getUrlDecoder().decode(parts[2]);
        // Base64 has several spellings of the same bytes; only the one that was written counts.
        check(
                Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(parts[2]),
                "manifest.jws has been altered");
        check(signature.verify(bytes), "the signature is not that of manifest.json");
    }

    private static void checkFiles(Map<String, byte[]> files, String manifest) throws GeneralSecurityException {
        Map<String, String> digests = new TreeMap<>(Map.of("manifest.json", "", "manifest.jws", ""));
        for (MatchResult line : DIGEST.matcher(manifest).results().toList()) {
            check(digests.put(line.group(1), line.group(2)) == null, line.group(1) + " is listed twice");
            String found = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(required(files, line.group(1))));
            check(found.equals(line.group(2)), line.group(1) + " has been altered");
        }
        check(files.keySet().equals(digests.keySet()), "it holds a file that is not signed");
        check(digests.size() > 2, "nothing is signed");
    }

    private static Map<String, byte[]> files(Path pack) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (ZipFile zip = new ZipFile(pack.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                try (InputStream contents = zip.getInputStream(entry)) {
                    byte[] bytes = contents.readNBytes(LARGEST);
                    check(bytes.length < LARGEST, entry.getName() + " is too large");
                    check(files.put(entry.getName(), bytes) == null, entry.getName() + " is in it twice");
                }
            }
        }
        return files;
    }

    private static byte[] required(Map<String, byte[]> files, String name) {
        check(files.containsKey(name), name + " is missing");
        return files.get(name);
    }

    /** The published key of this id. */
    private static PublicKey key(String keys, String id) throws GeneralSecurityException {
        String key = Pattern.compile("\\{[^{}]*}")
                .matcher(keys)
                .results()
                .map(MatchResult::group)
                .filter(candidate -> id.equals(field(candidate, "kid")))
                .findFirst()
                .orElseThrow(() -> new Fault("its key is none of the published keys"));
        check("P-256".equals(field(key, "crv")), "its key is not on the curve P-256");
        AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
        curve.init(new ECGenParameterSpec("secp256r1"));
        ECPoint point = new ECPoint(number(key, "x"), number(key, "y"));
        return KeyFactory.getInstance("EC")
                .generatePublic(new ECPublicKeySpec(point, curve.getParameterSpec(ECParameterSpec.class)));
    }

    private static BigInteger number(String key, String name) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(field(key, name)));
    }

    private static String field(String json, String name) {
        return Pattern.compile("\"" + name + "\"\\s*:\\s*\"([^\"\\\\]*)\"")
                .matcher(json)
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow(() -> new Fault("a key or signature has no " + name));
    }

    private static String text(String fileOrAddress) throws IOException {
        if (!fileOrAddress.matches("https?://.*")) {
            return Files.readString(Path.of(fileOrAddress));
        }
        try (InputStream answer = URI.create(fileOrAddress).toURL().openStream()) {
            return new String(answer.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void check(boolean holds, String fault) {
        if (!holds) {
            throw new Fault(fault);
        }
    }

    private static final class Fault extends RuntimeException {
        private static final long serialVersionUID = 1;

        Fault(String what) {
            super(what);
        }
    }
}
