package org.activationdesk.proof;

import java.util.List;
import java.util.Map;
import org.activationdesk.document.PdfDocuments;
import org.activationdesk.language.Language;
import org.activationdesk.language.Texts;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The proof for people: what {@code proof.json} says, as a PDF in one language. The same contents give the same bytes. */
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

    byte[] print(ProofContents contents, Language language) {
        return documents.render(
                "proof",
                language,
                texts.get(language, "proof.title", contents.order().number()),
                contents.asOf(),
                Map.of("proof", contents, "words", new Words(language), "text", paragraphs(contents), "keys", keys));
    }

    private static List<String> paragraphs(ProofContents contents) {
        return contents.acceptedText() == null || contents.acceptedText().text() == null
                ? List.of()
                : contents.acceptedText()
                        .text()
                        .strip()
                        .lines()
                        .filter(line -> !line.isBlank())
                        .toList();
    }

    /** Dates and moments for the template. */
    final class Words {
        private final Language language;

        private Words(Language language) {
            this.language = language;
        }

        public String date(java.time.LocalDate date) {
            return texts.date(language, date);
        }

        public String moment(java.time.Instant instant) {
            return instant == null ? "" : texts.exactMoment(language, instant);
        }
    }
}
