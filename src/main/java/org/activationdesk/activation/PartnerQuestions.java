package org.activationdesk.activation;

import java.util.Optional;
import org.activationdesk.language.Language;
import org.activationdesk.partner.Partners;
import org.activationdesk.purchase.Agreements;
import org.activationdesk.purchase.Contact;
import org.activationdesk.purchase.ContactRole;
import org.activationdesk.purchase.OrderKey;
import org.springframework.stereotype.Component;

/** What the partner is asked when nobody knows the online administrator, and what becomes of the answer. */
@Component
public class PartnerQuestions {
    static final String NAMED = "named";
    static final String WITHDRAWN = "withdrawn";
    static final String NOT_OUR_CUSTOMER = "notOurCustomer";
    private static final int LONGEST_NOTE = 2000;

    private final Activations activations;
    private final Agreements agreements;
    private final Partners partners;
    private final Correspondence correspondence;
    private final ContactAddresses addresses;

    PartnerQuestions(
            Activations activations,
            Agreements agreements,
            Partners partners,
            Correspondence correspondence,
            ContactAddresses addresses) {
        this.activations = activations;
        this.agreements = agreements;
        this.partners = partners;
        this.correspondence = correspondence;
        this.addresses = addresses;
    }

    /** Mails the question to the partner, and tells an administrator who was dismissed. */
    public void ask(OrderKey order) {
        Activation activation = activations.get(order);
        // Before the mail, which belongs to the stage that begins here.
        activations.note(order, TimelineEvent.PARTNER_ASKED, Activations.DESK, activation.escalationReason());
        if (EscalationReason.ADMINISTRATOR_SILENT.code().equals(activation.escalationReason())) {
            correspondence.tellDismissed(activation);
        }
        correspondence.askPartner(activation);
    }

    /** Records the partner's answer and returns its outcome: named, withdrawn or notOurCustomer. */
    public String recordAnswer(OrderKey order, Answer answer) {
        answer.hasOnly("outcome", "name", "email", "language", "note");
        String outcome = answer.choice("outcome", "bad-outcome", NAMED, WITHDRAWN, NOT_OUR_CUSTOMER);
        switch (outcome) {
            case NAMED -> nameAdministrator(order, answer);
            case WITHDRAWN ->
                activations.end(
                        order,
                        TimelineEvent.PURCHASE_WITHDRAWN,
                        answer.who(),
                        answer.required("note", LONGEST_NOTE, "note-missing"));
            default ->
                activations.escalate(
                        order,
                        TimelineEvent.NOT_OUR_CUSTOMER,
                        answer.who(),
                        EscalationReason.PARTNER_MOVED,
                        answer.text("note", LONGEST_NOTE));
        }
        return outcome;
    }

    private void nameAdministrator(OrderKey order, Answer answer) {
        String name = answer.required("name", 200, "name-missing");
        Contact administrator = new Contact(
                ContactRole.ONLINE_ADMINISTRATOR,
                name.replaceAll("\\s+", " "),
                addresses.read(answer.text("email", 254)),
                Language.of(answer.text("language", 2)).orElseThrow(() -> new AnswerRefused("language-invalid")));
        agreements.nameAdministrator(activations.get(order).agreementId(), administrator, answer.who());
        activations.note(order, TimelineEvent.ADMINISTRATOR_NAMED, answer.who(), administrator.email());
    }

    /** Records whose customer it is; false where it is nobody's, which withdraws the purchase. */
    public boolean recordRightPartner(OrderKey order, Answer answer) {
        answer.hasOnly("outcome", "partnerId", "note");
        if (answer.choice("outcome", "bad-outcome", "found", "nobody").equals("nobody")) {
            String note = answer.required("note", LONGEST_NOTE, "note-missing");
            activations.end(order, TimelineEvent.PURCHASE_WITHDRAWN, answer.who(), note);
            return false;
        }
        String partner = Optional.of(answer.text("partnerId", 64))
                .filter(id ->
                        partners.all().stream().anyMatch(known -> known.id().equals(id)))
                .orElseThrow(() -> new AnswerRefused("partner-unknown", answer.text("partnerId", 64)));
        activations.passOn(order, partner, answer.who());
        return true;
    }
}
