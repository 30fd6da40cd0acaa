package org.activationdesk.proof;

import java.util.List;
import java.util.Map;
import org.activationdesk.document.PdfDocuments;
import org.activationdesk.language.Language;
import org.activationdesk.language.Texts;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The proof for people: what {@code proof.json} says, in one language. The same contents give the same bytes. */
@Component
class ProofPaper {
    private final PdfDocuments documents;
    private final Texts texts;
    private final String keys;

    ProofPaper(PdfDocuments documents, Texts texts, @Value("${activation.public-url}") String publicUrl) {
        this.documents = documents;
        this.texts = texts;
        this.keys = publicUrl.replaceFirst("/$", "") + "/proof/keys.json";
    }

    /** A PDF that says how to check it, too. */
    byte[] print(ProofContents proof, Language language) {
        String title = texts.get(language, "proof.title", proof.order().number());
        return documents.render(
                "proof", language, title, proof.asOf(), Map.of("proof", page(proof, language), "keys", keys));
    }

    /** The same for a page, without how to check it, which only a file needs. */
    List<ProofBlock> page(ProofContents proof, Language language) {
        return ProofText.of(proof, texts, language);
    }
}
