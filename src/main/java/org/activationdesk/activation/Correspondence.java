package org.activationdesk.activation;

import java.util.List;
import java.util.Map;
import org.activationdesk.activation.ActivationLinks.Link;
import org.activationdesk.activation.ActivationStatus.Holder;
import org.activationdesk.guide.Guide;
import org.activationdesk.guide.Guides;
import org.activationdesk.language.Language;
import org.activationdesk.language.Texts;
import org.activationdesk.mail.Attachment;
import org.activationdesk.mail.Mail;
import org.activationdesk.mail.MailIntent;
import org.activationdesk.mail.MailKind;
import org.activationdesk.mail.MailSettings;
import org.activationdesk.mail.Mails;
import org.activationdesk.mail.RecipientRejected;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The mails about an activation: what each says, to whom. */
@Component
public class Correspondence {
    private static final Logger LOG = LoggerFactory.getLogger(Correspondence.class);

    private final Mails mails;
    private final ActivationLinks links;
    private final MailSettings addresses;
    private final LetterContents contents;
    private final Texts texts;
    private final Guides guides;

    Correspondence(
            Mails mails,
            ActivationLinks links,
            MailSettings addresses,
            LetterContents contents,
            Texts texts,
            Guides guides) {
        this.mails = mails;
        this.links = links;
        this.addresses = addresses;
        this.contents = contents;
        this.texts = texts;
        this.guides = guides;
    }

    /** Mails the administrator a link; the links of former mails end with it. */
    void sendLink(Activation activation, MailKind kind) {
        MailIntent intent = mails.next(activation.order(), kind);
        Link link = links.of(intent.id());
        Language language = activation.languageOfAdministrator();
        Map<String, Object> model = contents.of(activation, language);
        model.put("link", link.address());
        model.put("handedOverBy", activation.handedOverByName());
        model.put("expiresOn", texts.date(language, link.expiresAt().toInstant()));
        List<Attachment> attachments = kind == MailKind.ACTIVATION ? List.of(guide(language)) : List.of();
        mails.send(
                new Mail(intent, activation.administratorEmail(), language, model, attachments),
                link.hash(),
                link.expiresAt());
    }

    private Attachment guide(Language language) {
        return new Attachment(
                Guides.fileName(Guide.ACTIVATION_LINK, language),
                "application/pdf",
                guides.pdf(Guide.ACTIVATION_LINK, language));
    }

    void askPartner(Activation activation) {
        Language language = activation.languageOfPartner();
        Map<String, Object> model = contents.of(activation, language);
        model.put("reason", contents.reason(activation, language));
        send(activation, MailKind.ESCALATION, activation.escalationAddress(), language, model);
    }

    void confirmToAdministrator(Activation activation, Attachment proof) {
        confirm(
                activation,
                MailKind.CONFIRMATION,
                activation.administratorEmail(),
                activation.languageOfAdministrator(),
                proof);
    }

    void confirmToPartner(Activation activation, Attachment proof) {
        confirm(
                activation,
                MailKind.PARTNER_CONFIRMATION,
                activation.escalationAddress(),
                activation.languageOfPartner(),
                proof);
    }

    private void confirm(Activation activation, MailKind kind, String recipient, Language language, Attachment proof) {
        MailIntent intent = mails.next(activation.order(), kind);
        mails.send(new Mail(intent, recipient, language, contents.confirmation(activation, language), List.of(proof)));
    }

    /** Tells an administrator who was invited that somebody else does it; an address that is refused keeps nobody waiting. */
    void tellDismissed(Activation activation) {
        Language language = activation.languageOfAdministrator();
        Map<String, Object> model = contents.of(activation, language);
        model.put("reader", activation.administratorName());
        model.put("settled", texts.get(language, "mail.settled.administrator", activation.partnerName()));
        sendUnlessRefused(activation, MailKind.SETTLED, activation.administratorEmail(), language, model);
    }

    /** Tells the partner that the administrator has gone on; an address that is refused keeps nobody waiting. */
    public void tellHelpSettled(Activation activation) {
        Language language = activation.languageOfPartner();
        Map<String, Object> model = contents.of(activation, language);
        model.put("reader", activation.partnerName());
        model.put("toPartner", true);
        model.put("settled", texts.get(language, "mail.settled.partner", activation.organisation()));
        sendUnlessRefused(activation, MailKind.SETTLED, activation.escalationAddress(), language, model);
    }

    /**
     * Tells the administrator where one is known, the partner and the managers what is lost; an address that is refused
     * does not keep it from the others.
     */
    public void tellLapsed(Activation activation) {
        if (activation.administratorEmail() != null) {
            Language language = activation.languageOfAdministrator();
            Map<String, Object> model = contents.lapse(activation, language, activation.administratorName());
            sendUnlessRefused(activation, MailKind.LAPSE, activation.administratorEmail(), language, model);
        }
        Language partners = activation.languageOfPartner();
        Map<String, Object> model = contents.lapse(activation, partners, activation.partnerName());
        sendUnlessRefused(activation, MailKind.PARTNER_LAPSE, activation.escalationAddress(), partners, model);
        Language managers = activation.languageOf(Holder.MANAGERS);
        for (String address : addresses.managers()) {
            sendUnlessRefused(
                    activation,
                    MailKind.MANAGERS_LAPSE,
                    address,
                    managers,
                    contents.lapse(activation, managers, addresses.senderName()));
        }
    }

    private void sendUnlessRefused(
            Activation activation, MailKind kind, String recipient, Language language, Map<String, Object> model) {
        try {
            send(activation, kind, recipient, language, model);
        } catch (RecipientRejected nobodyThere) {
            LOG.info("Nobody reads the mail {} about {}", kind, activation.orderKey());
        }
    }

    /** Mails something about an activation, with what every mail says about it and {@code more}. */
    public void send(
            Activation activation, MailKind kind, String recipient, Language language, Map<String, Object> more) {
        Map<String, Object> model = contents.of(activation, language);
        model.putAll(more);
        mails.send(new Mail(mails.next(activation.order(), kind), recipient, language, model));
    }
}
