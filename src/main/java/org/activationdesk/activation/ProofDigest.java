package org.activationdesk.activation;

import java.util.Map;
import org.activationdesk.mail.MailIntent;
import org.activationdesk.mail.MailSupplement;
import org.springframework.stereotype.Component;

/** Confirmations name the digest of the proof, so that the mail vouches for what is fetched later. */
@Component
class ProofDigest implements MailSupplement {
    private final ActivationProof proof;

    ProofDigest(ActivationProof proof) {
        this.proof = proof;
    }

    @Override
    public Map<String, Object> of(MailIntent intent) {
        return switch (intent.kind()) {
            case CONFIRMATION, PARTNER_CONFIRMATION -> Map.of("proofSha256", proof.sha256(intent.order()));
            default -> Map.of();
        };
    }
}
