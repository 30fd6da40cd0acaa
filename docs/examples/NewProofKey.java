import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;

/** Makes a key that signs proofs, for the setting ACTIVATION_PROOF_KEYS: {@code java docs/examples/NewProofKey.java}. */
final class NewProofKey {
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private NewProofKey() {}

    public static void main(String[] none) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        KeyPair pair = generator.generateKeyPair();
        ECPublicKey point = (ECPublicKey) pair.getPublic();
        String x = coordinate(point.getW().getAffineX());
        String y = coordinate(point.getW().getAffineY());
        // The thumbprint by which RFC 7638 names a key.
        String thumbprint = "{\"crv\":\"P-256\",\"kty\":\"EC\",\"x\":\"" + x + "\",\"y\":\"" + y + "\"}";
        String kid = BASE64.encodeToString(
                MessageDigest.getInstance("SHA-256").digest(thumbprint.getBytes("UTF-8")));
        String d = coordinate(((ECPrivateKey) pair.getPrivate()).getS());
        System.out.println("{\"keys\":[{\"kty\":\"EC\",\"crv\":\"P-256\",\"use\":\"sig\",\"alg\":\"ES256\",\"kid\":\"" + kid
                + "\",\"x\":\"" + x + "\",\"y\":\"" + y + "\",\"d\":\"" + d + "\"}]}");
    }

    /** 32 bytes, whatever sign or zeroes the number has in front. */
    private static String coordinate(BigInteger number) {
        byte[] bytes = number.toByteArray();
        byte[] fixed = new byte[32];
        int length = Math.min(bytes.length, 32);
        System.arraycopy(bytes, bytes.length - length, fixed, 32 - length, length);
        return BASE64.encodeToString(fixed);
    }
}
