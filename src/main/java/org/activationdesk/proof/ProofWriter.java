package org.activationdesk.proof;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.activationdesk.activation.Activation;
import org.activationdesk.activation.Activations;
import org.activationdesk.activation.AgreementText;
import org.activationdesk.activation.AgreementTexts;
import org.activationdesk.mail.MailKind;
import org.activationdesk.mail.Mails;
import org.activationdesk.proof.ProofContents.AcceptedText;
import org.activationdesk.proof.ProofContents.Administrator;
import org.activationdesk.proof.ProofContents.Agreement;
import org.activationdesk.proof.ProofContents.MailLine;
import org.activationdesk.proof.ProofContents.Order;
import org.activationdesk.proof.ProofContents.Renewal;
import org.activationdesk.proof.ProofContents.Standing;
import org.activationdesk.purchase.OrderKey;
import org.springframework.stereotype.Component;

/** Writes down what the record says of an activation, at the moment in which it comes to its good end. */
@Component
class ProofWriter {
    /** They carry the proof, and so are not in it. */
    private static final Set<MailKind> CARRIERS = EnumSet.of(MailKind.CONFIRMATION, MailKind.PARTNER_CONFIRMATION);

    private final Activations activations;
    private final AgreementTexts agreements;
    private final Mails mails;

    ProofWriter(Activations activations, AgreementTexts agreements, Mails mails) {
        this.activations = activations;
        this.agreements = agreements;
        this.mails = mails;
    }

    ProofContents write(OrderKey order, Instant now) {
        Activation activation = activations.get(order);
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
                acceptedText(activation),
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
                activations.timeline(order),
                mails.about(order).stream()
                        .filter(mail -> !CARRIERS.contains(mail.kind()))
                        .map(MailLine::of)
                        .toList());
    }

    private AcceptedText acceptedText(Activation activation) {
        return activations
                .acceptance(activation.order())
                .map(acceptance -> new AcceptedText(
                        acceptance,
                        agreements
                                .accepted(activation, acceptance)
                                .map(AgreementText::text)
                                .orElse(null)))
                .orElse(null);
    }
}
