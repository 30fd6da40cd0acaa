package org.activationdesk.activation;

import java.util.HashMap;
import java.util.Map;
import org.activationdesk.activation.ActivationLinks.Link;
import org.activationdesk.language.Language;
import org.activationdesk.language.Texts;
import org.activationdesk.mail.Mail;
import org.activationdesk.mail.MailIntent;
import org.activationdesk.mail.MailKind;
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
    private final DeskSettings settings;
    private final Texts texts;

    Correspondence(Mails mails, ActivationLinks links, DeskSettings settings, Texts texts) {
        this.mails = mails;
        this.links = links;
        this.settings = settings;
        this.texts = texts;
    }

    /** Mails the administrator a link; the links of former mails end with it. */
    void sendLink(Activation activation, MailKind kind) {
        MailIntent intent = mails.next(activation.order(), kind);
        Link link = links.of(intent.id());
        Language language = activation.languageOfAdministrator();
        Map<String, Object> model = model(activation, language);
        model.put("link", link.address());
        model.put("expiresOn", texts.date(language, link.expiresAt().toInstant()));
        mails.send(new Mail(intent, activation.administratorEmail(), language, model), link.hash(), link.expiresAt());
    }

    void askPartner(Activation activation) {
        Language language = activation.languageOfPartner();
        Map<String, Object> model = model(activation, language);
        model.put("reason", reason(activation, language));
        send(activation, MailKind.ESCALATION, activation.escalationAddress(), language, model);
    }

    void confirm(Activation activation) {
        Language language = activation.languageOfAdministrator();
        send(
                activation,
                MailKind.CONFIRMATION,
                activation.administratorEmail(),
                language,
                confirmation(activation, language));
        Language partners = activation.languageOfPartner();
        send(
                activation,
                MailKind.PARTNER_CONFIRMATION,
                activation.escalationAddress(),
                partners,
                confirmation(activation, partners));
    }

    /** Tells the administrator and the partner what is lost; an address that is refused does not keep it from the other. */
    public void tellLapsed(Activation activation) {
        if (activation.administratorEmail() != null) {
            try {
                Language language = activation.languageOfAdministrator();
                Map<String, Object> model = lapse(activation, language, activation.administratorName());
                send(activation, MailKind.LAPSE, activation.administratorEmail(), language, model);
            } catch (RecipientRejected nobodyThere) {
                LOG.info("The administrator of {} cannot be told that the key has lapsed", activation.orderKey());
            }
        }
        Language partners = activation.languageOfPartner();
        Map<String, Object> model = lapse(activation, partners, activation.partnerName());
        send(activation, MailKind.PARTNER_LAPSE, activation.escalationAddress(), partners, model);
    }

    /** Mails something about an activation, with what every mail says about it and {@code more}. */
    public void send(
            Activation activation, MailKind kind, String recipient, Language language, Map<String, Object> more) {
        Map<String, Object> model = model(activation, language);
        model.putAll(more);
        mails.send(new Mail(mails.next(activation.order(), kind), recipient, language, model));
    }

    private Map<String, Object> lapse(Activation activation, Language language, String reader) {
        Map<String, Object> model = model(activation, language);
        model.put("reader", reader);
        model.put("lapsedOn", texts.date(language, activation.endedAt()));
        return model;
    }

    private Map<String, Object> confirmation(Activation activation, Language language) {
        Map<String, Object> model = model(activation, language);
        model.put("effect", texts.get(language, "effect." + activation.renewalEffect()));
        model.put(
                "route",
                texts.get(
                        language,
                        "route." + activation.renewalRoute(),
                        settings.portal().label()));
        model.put("renewedOn", texts.date(language, activation.renewedAt()));
        model.put("accountName", activation.accountName());
        return model;
    }

    private String reason(Activation activation, Language language) {
        return texts.get(language, "reason." + activation.escalationReason(), activation.escalationDetail());
    }

    private Map<String, Object> model(Activation activation, Language language) {
        Map<String, Object> model = new HashMap<>();
        model.put("organisation", activation.organisation());
        model.put("product", activation.product());
        model.put("quantity", activation.quantity());
        model.put("program", texts.get(language, "program." + activation.program()));
        model.put("orderNumber", activation.order().number());
        model.put("partner", activation.partnerName());
        model.put("administrator", activation.administratorName());
        model.put("taskLink", settings.taskLink(activation.order()));
        model.put("guide", settings.guide("activation-link", language));
        return model;
    }
}
