package org.activationdesk.proof;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.activationdesk.tryout.Patience;
import org.junit.jupiter.api.Test;

class ProofKeysTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private final ECKey old = key("old");
    private final ECKey fresh = key("new");

    @Test
    void after_a_rotation_old_packs_are_still_genuine_and_new_ones_too() {
        byte[] before = pack(keys(old));
        ProofKeys rotated = keys(fresh, old);
        byte[] after = pack(rotated);
        assertThat(Pack.fault(before, rotated.published())).isEmpty();
        assertThat(Pack.fault(after, rotated.published())).isEmpty();
        assertThat(Pack.fault(after, keys(old).published()))
                .hasValueSatisfying(fault -> assertThat(fault).contains("none of the published keys"));
        assertThat(Pack.fault(before, keys(fresh, old.toPublicJWK()).published()))
                .as("the private part of a former key is not needed")
                .isEmpty();
    }

    @Test
    void a_key_that_only_has_the_right_id_is_found_out() {
        assertThat(Pack.fault(pack(keys(key("old"))), keys(old).published()))
                .hasValueSatisfying(fault -> assertThat(fault).contains("signature"));
    }

    @Test
    void private_parts_are_not_published() {
        String published = keys(fresh, old).published();
        assertThat(published).contains("\"new\"", "\"old\"", "\"P-256\"").doesNotContain("\"d\"");
        assertThat(published).doesNotContain(fresh.getD().toString(), old.getD().toString());
    }

    @Test
    void keys_that_cannot_sign_are_refused_without_being_shown() throws Exception {
        refused("something", "no JWK Set");
        refused("{\"keys\":[]}", "the first key must be there");
        refused(set(fresh.toPublicJWK()), "private");
        refused(set(new ECKeyGenerator(Curve.P_256).generate()), "key id");
        refused(set(fresh, old, key("old")), "key id");
        refused(set(new ECKeyGenerator(Curve.P_384).keyID("a").generate()), "P-256");
        refused(set(new RSAKeyGenerator(2048).keyID("a").generate()), "P-256");
    }

    @Test
    void the_key_that_the_documented_command_makes_can_sign() throws IOException, InterruptedException {
        Process command = new ProcessBuilder("java", "docs/examples/NewProofKey.java")
                .redirectErrorStream(true)
                .start();
        String made = new String(command.getInputStream().readAllBytes(), UTF_8);
        assertThat(command.waitFor(Patience.LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
        ProofKeys keys = new ProofKeys(new ProofSettings(made));
        assertThat(Pack.fault(pack(keys), keys.published())).isEmpty();
    }

    private static void refused(String setting, String reason) {
        assertThatThrownBy(() -> ProofKeys.read(setting))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(reason)
                .hasMessageNotContaining("\"d\"");
    }

    private static byte[] pack(ProofKeys keys) {
        return new ProofPack().with("proof.json", "{}".getBytes(UTF_8)).sealedBy(keys, NOW);
    }

    private static ProofKeys keys(JWK... keys) {
        return new ProofKeys(new ProofSettings(set(keys)));
    }

    private static String set(JWK... keys) {
        return new JWKSet(List.of(keys)).toString(false);
    }

    private static ECKey key(String id) {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID(id).generate();
        } catch (com.nimbusds.jose.JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
