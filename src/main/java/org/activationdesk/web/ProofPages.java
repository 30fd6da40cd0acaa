package org.activationdesk.web;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.activationdesk.activation.Activation;
import org.activationdesk.language.Language;
import org.activationdesk.language.Texts;
import org.activationdesk.proof.ProofFile;
import org.activationdesk.proof.ProofKeys;
import org.activationdesk.proof.Proofs;
import org.activationdesk.signin.DeskUser;
import org.activationdesk.web.Pages.NothingThere;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/**
 * The proof of an order as a page, as a PDF and as the signed pack, for all who have a part in it; and for everybody the keys
 * with which proofs are checked.
 */
@Controller
class ProofPages {
    private static final MediaType JWK_SET = MediaType.valueOf("application/jwk-set+json");

    private final OrderAccess access;
    private final Proofs proofs;
    private final ProofKeys keys;
    private final Texts texts;

    ProofPages(OrderAccess access, Proofs proofs, ProofKeys keys, Texts texts) {
        this.access = access;
        this.proofs = proofs;
        this.keys = keys;
        this.texts = texts;
    }

    @GetMapping("/orders/{seller}/{number}/proof")
    ModelAndView page(
            @PathVariable String seller,
            @PathVariable String number,
            @AuthenticationPrincipal DeskUser reader,
            Locale locale) {
        Activation activation = activation(seller, number, reader);
        Language language = Language.of(locale);
        return new ModelAndView("proof")
                .addObject("about", PurchaseSummary.of(activation, language, texts))
                .addObject("order", activation.orderKey())
                .addObject("proof", proofs.page(activation, language).orElseThrow(NothingThere::new));
    }

    /** In the reader's language. */
    @GetMapping("/orders/{seller}/{number}/proof.pdf")
    ResponseEntity<byte[]> paper(
            @PathVariable String seller,
            @PathVariable String number,
            @AuthenticationPrincipal DeskUser reader,
            Locale locale) {
        return file(proofs.paper(activation(seller, number, reader), Language.of(locale)));
    }

    @GetMapping("/orders/{seller}/{number}/proof.zip")
    ResponseEntity<byte[]> pack(
            @PathVariable String seller, @PathVariable String number, @AuthenticationPrincipal DeskUser reader) {
        return file(proofs.pack(activation(seller, number, reader)));
    }

    private Activation activation(String seller, String number, DeskUser reader) {
        return access.of(seller, number, reader.account()).activation();
    }

    private static ResponseEntity<byte[]> file(Optional<ProofFile> found) {
        ProofFile file = found.orElseThrow(NothingThere::new);
        return ResponseEntity.ok()
                .contentType(MediaType.valueOf(file.type()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file.name())
                                .build()
                                .toString())
                .body(file.bytes());
    }

    @GetMapping("/proof/keys.json")
    ResponseEntity<String> keys() {
        return ResponseEntity.ok()
                .contentType(JWK_SET)
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePublic())
                .body(keys.published());
    }
}
