package org.activationdesk.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.activationdesk.activation.Party;
import org.activationdesk.document.PdfDocuments;
import org.activationdesk.language.Language;
import org.activationdesk.problem.Dossier;
import org.activationdesk.problem.Dossiers;
import org.activationdesk.purchase.OrderKey;
import org.activationdesk.signin.DeskUser;
import org.activationdesk.web.Pages.NothingThere;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The dossier for Microsoft's support, for managers: first in English, which support works in, then in Dutch. */
@Controller
class DossierPages {
    private final OrderAccess access;
    private final Dossiers dossiers;
    private final PdfDocuments documents;
    private final Clock clock;

    DossierPages(OrderAccess access, Dossiers dossiers, PdfDocuments documents, Clock clock) {
        this.access = access;
        this.dossiers = dossiers;
        this.documents = documents;
        this.clock = clock;
    }

    @GetMapping("/orders/{seller}/{number}/dossier.txt")
    ResponseEntity<byte[]> text(
            @PathVariable String seller, @PathVariable String number, @AuthenticationPrincipal DeskUser user) {
        List<Dossier> languages = dossier(seller, number, user);
        String text = languages.get(0).text() + "\n\n" + languages.get(1).text();
        return file(number + ".txt", new MediaType(MediaType.TEXT_PLAIN, UTF_8), text.getBytes(UTF_8));
    }

    @GetMapping("/orders/{seller}/{number}/dossier.pdf")
    ResponseEntity<byte[]> pdf(
            @PathVariable String seller, @PathVariable String number, @AuthenticationPrincipal DeskUser user) {
        List<Dossier> languages = dossier(seller, number, user);
        byte[] pdf = documents.render(
                "dossier", Language.EN, languages.get(0).title(), clock.instant(), Map.of("dossiers", languages));
        return file(number + ".pdf", MediaType.APPLICATION_PDF, pdf);
    }

    private List<Dossier> dossier(String seller, String number, DeskUser user) {
        if (access.of(seller, number, user.account()).role() != Party.MANAGERS) {
            throw new NothingThere();
        }
        OrderKey order = new OrderKey(seller, number);
        return List.of(dossiers.of(order, Language.EN), dossiers.of(order, Language.NL));
    }

    private static ResponseEntity<byte[]> file(String name, MediaType type, byte[] content) {
        String disposition = ContentDisposition.attachment()
                .filename("dossier-" + name)
                .build()
                .toString();
        return ResponseEntity.ok()
                .contentType(type)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition)
                .body(content);
    }
}
