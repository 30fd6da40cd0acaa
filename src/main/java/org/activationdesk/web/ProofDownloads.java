package org.activationdesk.web;

import java.time.Duration;
import java.util.Optional;
import org.activationdesk.mail.Attachment;
import org.activationdesk.proof.ProofKeys;
import org.activationdesk.proof.Proofs;
import org.activationdesk.signin.DeskUser;
import org.activationdesk.web.OrderAccess.Participation;
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

/** The proof of an order, for its partner and the managers; and for everybody the keys with which proofs are checked. */
@Controller
class ProofDownloads {
    private static final MediaType JWK_SET = MediaType.valueOf("application/jwk-set+json");

    private final OrderAccess access;
    private final Proofs proofs;
    private final ProofKeys keys;

    ProofDownloads(OrderAccess access, Proofs proofs, ProofKeys keys) {
        this.access = access;
        this.proofs = proofs;
        this.keys = keys;
    }

    @GetMapping("/orders/{seller}/{number}/proof.zip")
    ResponseEntity<byte[]> proof(
            @PathVariable String seller, @PathVariable String number, @AuthenticationPrincipal DeskUser reader) {
        Attachment proof = Optional.of(access.of(seller, number, reader.account()))
                .filter(Participation::isStaff)
                .flatMap(part -> proofs.find(part.activation()))
                .orElseThrow(NothingThere::new);
        return ResponseEntity.ok()
                .contentType(MediaType.valueOf(proof.type()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(proof.name())
                                .build()
                                .toString())
                .body(proof.bytes());
    }

    @GetMapping("/proof/keys.json")
    ResponseEntity<String> keys() {
        return ResponseEntity.ok()
                .contentType(JWK_SET)
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePublic())
                .body(keys.published());
    }
}
