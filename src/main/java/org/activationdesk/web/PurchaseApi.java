package org.activationdesk.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.activationdesk.activation.Activation;
import org.activationdesk.activation.Activations;
import org.activationdesk.activation.Diagnoses;
import org.activationdesk.activation.Intake;
import org.activationdesk.activation.Party;
import org.activationdesk.activation.Withdrawals;
import org.activationdesk.language.InvisibleCharacters;
import org.activationdesk.language.Language;
import org.activationdesk.language.Texts;
import org.activationdesk.mail.Mails;
import org.activationdesk.mail.SentMail;
import org.activationdesk.partner.Partner;
import org.activationdesk.problem.PendingActions;
import org.activationdesk.problem.Problem;
import org.activationdesk.problem.ProblemWords;
import org.activationdesk.problem.Problems;
import org.activationdesk.purchase.FieldProblem;
import org.activationdesk.purchase.InvalidPurchase;
import org.activationdesk.purchase.OrderKey;
import org.activationdesk.purchase.Purchase;
import org.activationdesk.purchase.PurchaseDocument;
import org.activationdesk.signin.ApiClients;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where partners' systems register purchases, follow and withdraw them. A partner only ever sees its own. */
@RestController
@RequestMapping("/api/purchases")
class PurchaseApi {
    private static final int LONGEST_REASON = 1000;

    private final Intake intake;
    private final Activations activations;
    private final Withdrawals withdrawals;
    private final ApiClients clients;
    private final Mails mails;
    private final Diagnoses diagnoses;
    private final Problems problems;
    private final PendingActions pending;
    private final ProblemWords words;
    private final Texts texts;

    PurchaseApi(
            Intake intake,
            Activations activations,
            Withdrawals withdrawals,
            ApiClients clients,
            Mails mails,
            Diagnoses diagnoses,
            Problems problems,
            PendingActions pending,
            ProblemWords words,
            Texts texts) {
        this.intake = intake;
        this.activations = activations;
        this.withdrawals = withdrawals;
        this.clients = clients;
        this.mails = mails;
        this.diagnoses = diagnoses;
        this.problems = problems;
        this.pending = pending;
        this.words = words;
        this.texts = texts;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<PurchaseStatus> receive(@RequestBody JsonNode document, @AuthenticationPrincipal Jwt token) {
        Partner partner = clients.partner(token)
                .orElseThrow(() -> new AccessDeniedException("This client belongs to no partner of the desk."));
        Purchase purchase = PurchaseDocument.read(partner.id(), document);
        boolean isNew = intake.receive(purchase, partner.apiClient());
        PurchaseStatus status = status(activations.get(purchase.order()));
        return isNew
                ? ResponseEntity.created(URI.create("/api/purchases/" + purchase.order()))
                        .body(status)
                : ResponseEntity.ok(status);
    }

    @GetMapping("/{partner}/{number}")
    PurchaseStatus status(
            @PathVariable String partner, @PathVariable String number, @AuthenticationPrincipal Jwt token) {
        return status(own(partner, number, token));
    }

    /** Why the administrator of this purchase has no mail, in the partner's language; one that is not here was not placed. */
    @GetMapping("/{partner}/{number}/diagnosis")
    PurchaseDiagnosis diagnosis(
            @PathVariable String partner, @PathVariable String number, @AuthenticationPrincipal Jwt token) {
        Partner caller = caller(partner, number, token);
        Language language = Language.of(caller.language()).orElse(Language.EN);
        Optional<Activation> activation = activations.find(new OrderKey(partner, number));
        return activation
                .flatMap(found -> problems.open(found.order()).map(open -> diagnosis(found, open, language)))
                .orElseGet(() -> PurchaseDiagnosis.of(
                        activation.map(diagnoses::of).orElseGet(diagnoses::ofUnknownOrder), language, texts));
    }

    /** While a problem is open, it is the reason, whatever the table would say of the mail. */
    private PurchaseDiagnosis diagnosis(Activation activation, Problem open, Language language) {
        return new PurchaseDiagnosis(
                open.problem().name(),
                pending.of(activation, open).get(0).party().name().toLowerCase(Locale.ROOT),
                open.nextStep(),
                words.advice(open, activation, Party.PARTNER, language));
    }

    @PostMapping(path = "/{partner}/{number}/withdrawal", consumes = MediaType.APPLICATION_JSON_VALUE)
    PurchaseStatus withdraw(
            @PathVariable String partner,
            @PathVariable String number,
            @RequestBody JsonNode document,
            @AuthenticationPrincipal Jwt token) {
        OrderKey order = own(partner, number, token).order();
        withdrawals.withdraw(order, clients.partner(token).orElseThrow().apiClient(), reason(document));
        return status(activations.get(order));
    }

    private static String reason(JsonNode document) {
        String reason = document.path("reason").asText("").strip();
        if (reason.isEmpty() || reason.length() > LONGEST_REASON || InvisibleCharacters.inText(reason)) {
            throw new InvalidPurchase(List.of(new FieldProblem(
                    "reason", "must say why, in 1 to " + LONGEST_REASON + " characters that can be seen")));
        }
        return reason;
    }

    /** The activation of the caller's own purchase; that another partner's exists is not even told. */
    private Activation own(String partner, String number, Jwt token) {
        return activations
                .find(new OrderKey(caller(partner, number, token).id(), number))
                .orElseThrow(UnknownPurchase::new);
    }

    /** The partner whose system calls, where it asks for an order of its own. */
    private Partner caller(String partner, String number, Jwt token) {
        return clients.partner(token)
                .filter(caller -> caller.id().equals(partner))
                .filter(caller -> OrderKey.NUMBER.matcher(number).matches())
                .orElseThrow(UnknownPurchase::new);
    }

    private PurchaseStatus status(Activation activation) {
        OrderKey order = activation.order();
        Optional<Problem> problem = problems.open(order);
        List<SentMail> sent = mails.about(order);
        return PurchaseStatus.of(
                activation,
                problem,
                pending.of(activation, problem.orElse(null), sent),
                activations.timeline(order),
                sent);
    }

    /** The caller has no such purchase. */
    static class UnknownPurchase extends RuntimeException {
        UnknownPurchase() {
            super("You have no purchase at this address. Check the order number, or register the purchase first.");
        }
    }
}
