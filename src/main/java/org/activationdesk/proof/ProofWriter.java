package org.activationdesk.proof;

import java.time.Instant;
import org.activationdesk.activation.Acceptance;
import org.activationdesk.activation.Activation;
import org.activationdesk.activation.AgreementText;
import org.activationdesk.activation.AgreementTexts;
import org.activationdesk.proof.ProofContents.AcceptedText;
import org.activationdesk.proof.ProofContents.Administrator;
import org.activationdesk.proof.ProofContents.Agreement;
import org.activationdesk.proof.ProofContents.Order;
import org.activationdesk.proof.ProofContents.Renewal;
import org.activationdesk.proof.ProofContents.Standing;
import org.springframework.stereotype.Component;

/** Writes down what the record says of an activation, at the moment in which it comes to its good end. */
@Component
class ProofWriter {
    private final AgreementTexts agreements;

    ProofWriter(AgreementTexts agreements) {
        this.agreements = agreements;
    }

    ProofContents write(Activation activation, ProofHistory history, Instant now) {
        return new ProofContents(
                ProofContents.FORMAT,
                now,
                new Order(
                        activation.order().partner(),
                        activation.partnerName(),
                        activation.order().number(),
                        activation.product(),
                        activation.quantity(),
                        activation.orderedOn()),
                new Agreement(activation.program().name(), activation.licence(), activation.organisation()),
                new Administrator(
                        activation.administratorName(),
                        activation.administratorEmail(),
                        activation.accountName(),
                        activation.accountUsername()),
                history.acceptance() == null ? null : acceptedText(activation, history.acceptance()),
                new Renewal(activation.renewalEffect(), activation.renewalRoute(), activation.renewedAt()),
                new Standing(
                        activation.tenantId(),
                        activation.tenantDomain(),
                        activation.subscriptionEndsOn(),
                        activation.subscriptionSeats()),
                new Standing(
                        activation.accountTenantId(),
                        activation.seenDomain() == null ? activation.accountDomain() : activation.seenDomain(),
                        activation.seenEndDate(),
                        activation.seenSeats()),
                history.timeline(),
                history.mails());
    }

    private AcceptedText acceptedText(Activation activation, Acceptance acceptance) {
        return new AcceptedText(
                acceptance,
                agreements
                        .accepted(activation, acceptance)
                        .map(AgreementText::text)
                        .orElse(null));
    }
}
