package org.activationdesk.proof;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever is altered in a pack is found. */
class ProofPackTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private final ProofKeys keys = keys();
    private final byte[] genuine = new ProofPack()
            .with("proof-en.pdf", noise(300))
            .with(
                    "proof.json",
                    "{\"format\": \"activation-desk/proof/1\"}\n".repeat(5).getBytes(UTF_8))
            .sealedBy(keys, NOW);

    @Test
    void a_genuine_pack_is_genuine() {
        assertThat(Pack.fault(genuine, keys.published())).isEmpty();
        assertThat(Pack.open(genuine).keySet())
                .containsExactly("proof-en.pdf", "proof.json", "manifest.json", "manifest.jws");
    }

    @Test
    void every_altered_byte_of_every_file_is_found() {
        Random random = new Random(20261122);
        Pack.open(genuine).forEach((name, contents) -> {
            for (int place = 0; place < contents.length; place++) {
                byte[] altered = contents.clone();
                altered[place] ^= (byte) (1 << random.nextInt(8));
                assertThat(Pack.fault(with(name, altered), keys.published()))
                        .as("byte %d of %s", place, name)
                        .isPresent();
            }
            assertThat(Pack.fault(with(name, Arrays.copyOf(contents, contents.length - 1)), keys.published()))
                    .as(name + " cut short")
                    .isPresent();
            assertThat(Pack.fault(with(name, Arrays.copyOf(contents, contents.length + 1)), keys.published()))
                    .as(name + " with more behind")
                    .isPresent();
        });
    }

    @Test
    void an_altered_byte_of_the_zip_itself_is_found_or_alters_no_file() {
        for (int place = 0; place < genuine.length; place += 3) {
            byte[] altered = genuine.clone();
            altered[place] ^= 0x20;
            if (Pack.fault(altered, keys.published()).isEmpty()) {
                assertThat(Pack.listed(altered)).as("byte %d", place).isEqualTo(Pack.listed(genuine));
            }
        }
    }

    @Test
    void a_file_more_or_less_or_of_another_pack_is_found() {
        byte[] other = new ProofPack()
                .with("proof-en.pdf", noise(100))
                .with("proof.json", "{}".getBytes(UTF_8))
                .sealedBy(keys, NOW);
        Pack.open(other).forEach((name, contents) -> assertThat(Pack.fault(with(name, contents), keys.published()))
                .as(name + " of another pack")
                .isPresent());
        assertThat(Pack.fault(with("read-me.txt", new byte[] {1}), keys.published()))
                .isPresent();
        Pack.open(genuine).keySet().forEach(name -> {
            Map<String, byte[]> fewer = new LinkedHashMap<>(Pack.open(genuine));
            fewer.remove(name);
            assertThat(Pack.fault(Pack.close(fewer), keys.published()))
                    .as("without " + name)
                    .isPresent();
        });
    }

    private byte[] with(String name, byte[] contents) {
        Map<String, byte[]> files = new LinkedHashMap<>(Pack.open(genuine));
        files.put(name, contents);
        return Pack.close(files);
    }

    private static byte[] noise(int length) {
        byte[] noise = new byte[length];
        new Random(1).nextBytes(noise);
        return noise;
    }

    private static ProofKeys keys() {
        try {
            return new ProofKeys(new ProofSettings(
                    new JWKSet(new ECKeyGenerator(Curve.P_256).keyID("a").generate()).toString(false)));
        } catch (com.nimbusds.jose.JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
