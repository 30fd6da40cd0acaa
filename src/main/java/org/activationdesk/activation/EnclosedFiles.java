package org.activationdesk.activation;

import java.util.List;
import org.activationdesk.guide.Guide;
import org.activationdesk.guide.Guides;
import org.activationdesk.language.Language;
import org.activationdesk.mail.Attachment;
import org.activationdesk.mail.Enclosures;
import org.activationdesk.mail.MailIntent;
import org.springframework.stereotype.Component;

/** The guide goes out with the link, and the proof with the confirmations. */
@Component
class EnclosedFiles implements Enclosures {
    private final Guides guides;
    private final ActivationProof proof;

    EnclosedFiles(Guides guides, ActivationProof proof) {
        this.guides = guides;
        this.proof = proof;
    }

    @Override
    public List<Attachment> of(MailIntent intent, Language language) {
        return switch (intent.kind()) {
            case ACTIVATION -> List.of(guide(language));
            case CONFIRMATION, PARTNER_CONFIRMATION -> List.of(proof.of(intent.order()));
            default -> List.of();
        };
    }

    private Attachment guide(Language language) {
        return new Attachment(
                Guides.fileName(Guide.ACTIVATION_LINK, language),
                "application/pdf",
                guides.pdf(Guide.ACTIVATION_LINK, language));
    }
}
