package org.activationdesk.activation;

import java.util.Map;
import org.activationdesk.activation.ActivationLinks.Link;
import org.activationdesk.language.Language;
import org.activationdesk.language.Texts;
import org.activationdesk.mail.Mail;
import org.activationdesk.mail.MailIntent;
import org.activationdesk.mail.MailKind;
import org.activationdesk.mail.MailSettings;
import org.activationdesk.mail.Mails;
import org.springframework.stereotype.Component;

/** The mails about an activation: what each says, to whom. */
@Component
public class Correspondence {
    private final Mails mails;
    private final ActivationLinks links;
    private final MailSettings addresses;
    private final LetterContents contents;
    private final Texts texts;

    Correspondence(Mails mails, ActivationLinks links, MailSettings addresses, LetterContents contents, Texts texts) {
        this.mails = mails;
        this.links = links;
        this.addresses = addresses;
        this.contents = contents;
        this.texts = texts;
    }

    /** Mails the administrator a link; the links of former mails end with it. */
    void sendLink(Activation activation, MailKind kind) {
        Language language = activation.languageOfAdministrator();
        Map<String, Object> model = contents.of(activation, language);
        Mail mail =
                new Mail(new MailIntent(activation.order(), kind), activation.administratorEmail(), language, model);
        Link link = links.of(mail.id());
        model.put("link", link.address());
        model.put("handedOverBy", activation.handedOverByName());
        model.put("expiresOn", texts.date(language, link.expiresAt().toInstant()));
        mails.queue(mail, link.hash(), link.expiresAt());
    }

    void askPartner(Activation activation) {
        Language language = activation.languageOfPartner();
        Map<String, Object> model = contents.of(activation, language);
        model.put("reason", contents.reason(activation, language));
        send(activation, MailKind.ESCALATION, activation.escalationAddress(), language, model);
    }

    void confirmToAdministrator(Activation activation) {
        confirm(
                activation,
                MailKind.CONFIRMATION,
                activation.administratorEmail(),
                activation.languageOfAdministrator());
    }

    void confirmToPartner(Activation activation) {
        confirm(
                activation,
                MailKind.PARTNER_CONFIRMATION,
                activation.escalationAddress(),
                activation.languageOfPartner());
    }

    private void confirm(Activation activation, MailKind kind, String recipient, Language language) {
        queue(activation, kind, recipient, language, contents.confirmation(activation, language));
    }

    /** Tells an administrator who was invited that somebody else does it. */
    void tellDismissed(Activation activation) {
        Language language = activation.languageOfAdministrator();
        Map<String, Object> model = contents.of(activation, language);
        model.put("reader", activation.administratorName());
        model.put("settled", texts.get(language, "mail.settled.administrator", activation.partnerName()));
        queue(activation, MailKind.SETTLED, activation.administratorEmail(), language, model);
    }

    /** Tells the partner that the administrator has gone on. */
    public void tellHelpSettled(Activation activation) {
        Language language = activation.languageOfPartner();
        Map<String, Object> model = contents.of(activation, language);
        model.put("reader", activation.partnerName());
        model.put("toPartner", true);
        model.put("settled", texts.get(language, "mail.settled.partner", activation.organisation()));
        queue(activation, MailKind.SETTLED, activation.escalationAddress(), language, model);
    }

    /** Tells the administrator where one is known, the partner and the managers what is lost. */
    public void tellLapsed(Activation activation) {
        if (activation.administratorEmail() != null) {
            Language language = activation.languageOfAdministrator();
            Map<String, Object> model = contents.lapse(activation, language, activation.administratorName());
            queue(activation, MailKind.LAPSE, activation.administratorEmail(), language, model);
        }
        Language partners = activation.languageOfPartner();
        Map<String, Object> model = contents.lapse(activation, partners, activation.partnerName());
        queue(activation, MailKind.PARTNER_LAPSE, activation.escalationAddress(), partners, model);
        Language managers = activation.languageOf(Party.MANAGERS);
        for (String address : addresses.managers()) {
            queue(activation, MailKind.MANAGERS_LAPSE, address, managers, contents.lapse(activation, managers, null));
        }
    }

    /** Mails something about an activation, with what every mail says about it and {@code more}. */
    public void send(
            Activation activation, MailKind kind, String recipient, Language language, Map<String, Object> more) {
        Map<String, Object> model = contents.of(activation, language);
        model.putAll(more);
        queue(activation, kind, recipient, language, model);
    }

    private void queue(
            Activation activation, MailKind kind, String recipient, Language language, Map<String, Object> model) {
        mails.queue(new Mail(new MailIntent(activation.order(), kind), recipient, language, model));
    }
}
