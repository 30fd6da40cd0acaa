package org.activationdesk.proof;

import java.util.List;
import org.activationdesk.document.Press;
import org.activationdesk.language.Language;
import org.activationdesk.language.Texts;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The proof for people: what {@code proof.json} says, as a PDF in one language. The same contents give the same bytes. */
@Component
class ProofPaper {
    private final Press press;
    private final Texts texts;
    private final String keys;

    ProofPaper(Press press, Texts texts, @Value("${activation.public-url}") String publicUrl) {
        this.press = press;
        this.texts = texts;
        this.keys = publicUrl.replaceFirst("/$", "") + "/proof/keys.json";
    }

    byte[] print(ProofContents proof, Language language) {
        String title = texts.get(language, "proof.title", proof.order().number());
        return press.print(language, title, texts.get(language, "proof.about"), proof.asOf(), paper -> {
            paper.title(title);
            new ProofText(paper, proof, texts, language).write();
            paper.heading(texts.get(language, "proof.check"))
                    .paragraph(texts.get(language, "proof.check.how"))
                    .link(keys);
        });
    }

    /** The same as a page, without how to check it, which only a file needs. */
    List<ProofBlock> page(ProofContents proof, Language language) {
        ProofPage page = new ProofPage();
        new ProofText(page, proof, texts, language).write();
        return page.blocks();
    }
}
