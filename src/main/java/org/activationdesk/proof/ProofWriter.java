package org.activationdesk.proof;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.activationdesk.activation.Activation;
import org.activationdesk.activation.Activations;
import org.activationdesk.activation.AgreementText;
import org.activationdesk.activation.AgreementTexts;
import org.activationdesk.activation.TimelineEntry;
import org.activationdesk.activation.TimelineEvent;
import org.activationdesk.mail.Mails;
import org.activationdesk.proof.ProofContents.AcceptedText;
import org.activationdesk.proof.ProofContents.Administrator;
import org.activationdesk.proof.ProofContents.Agreement;
import org.activationdesk.proof.ProofContents.MailLine;
import org.activationdesk.proof.ProofContents.Order;
import org.activationdesk.proof.ProofContents.Renewal;
import org.activationdesk.proof.ProofContents.Standing;
import org.springframework.stereotype.Component;

/** Writes down what the record says of an activation, at the moment in which it comes to its good end. */
@Component
class ProofWriter {
    private final Activations activations;
    private final AgreementTexts agreements;
    private final Mails mails;

    ProofWriter(Activations activations, AgreementTexts agreements, Mails mails) {
        this.activations = activations;
        this.agreements = agreements;
        this.mails = mails;
    }

    ProofContents write(Activation activation, Instant now) {
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
                timeline(activation, now),
                // The confirmation of a first try may have left already; it carries this proof and is not in it.
                mails.about(activation.order()).stream()
                        .filter(mail -> mail.concluded())
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

    /** The end itself is written into the record once its mails have left, so it is not there yet. */
    private List<TimelineEntry> timeline(Activation activation, Instant now) {
        TimelineEntry end = new TimelineEntry(now, TimelineEvent.SUBSCRIPTION_ACTIVE, Activations.DESK, null);
        return Stream.concat(activations.timeline(activation.order()).stream(), Stream.of(end))
                .toList();
    }
}
