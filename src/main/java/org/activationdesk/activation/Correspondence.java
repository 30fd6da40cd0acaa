package org.activationdesk.activation;

import java.util.HashMap;
import java.util.Map;
import org.activationdesk.activation.ActivationLinks.Link;
import org.activationdesk.activation.ActivationStatus.Holder;
import org.activationdesk.language.Language;
import org.activationdesk.language.Texts;
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
    private final DeskSettings settings;
    private final MailSettings addresses;
    private final Texts texts;

    Correspondence(Mails mails, ActivationLinks links, DeskSettings settings, MailSettings addresses, Texts texts) {
        this.mails = mails;
        this.links = links;
        this.settings = settings;
        this.addresses = addresses;
        this.texts = texts;
    }

    /** Mails the administrator a link; the links of former mails end with it. */
    void sendLink(Activation activation, MailKind kind) {
        MailIntent intent = mails.next(activation.order(), kind);
        Link link = links.of(intent.id());
        Language language = activation.languageOfAdministrator();
        Map<String, Object> model = model(activation, language);
        model.put("link", link.address());
        model.put("handedOverBy", activation.handedOverByName());
        model.put("expiresOn", texts.date(language, link.expiresAt().toInstant()));
        mails.send(new Mail(intent, activation.administratorEmail(), language, model), link.hash(), link.expiresAt());
    }

    void askPartner(Activation activation) {
        Language language = activation.languageOfPartner();
        Map<String, Object> model = model(activation, language);
        model.put("reason", reason(activation, language));
        send(activation, MailKind.ESCALATION, activation.escalationAddress(), language, model);
    }

    void confirmToAdministrator(Activation activation) {
        Language language = activation.languageOfAdministrator();
        Map<String, Object> model = confirmation(activation, language);
        send(activation, MailKind.CONFIRMATION, activation.administratorEmail(), language, model);
    }

    void confirmToPartner(Activation activation) {
        Language language = activation.languageOfPartner();
        Map<String, Object> model = confirmation(activation, language);
        send(activation, MailKind.PARTNER_CONFIRMATION, activation.escalationAddress(), language, model);
    }

    /** Tells an administrator who was invited that somebody else does it; an address that is refused keeps nobody waiting. */
    void tellDismissed(Activation activation) {
        Language language = activation.languageOfAdministrator();
        Map<String, Object> model = model(activation, language);
        model.put("reader", activation.administratorName());
        model.put("settled", texts.get(language, "mail.settled.administrator", activation.partnerName()));
        sendUnlessRefused(activation, MailKind.SETTLED, activation.administratorEmail(), language, model);
    }

    /** Tells the partner that the administrator has gone on; an address that is refused keeps nobody waiting. */
    public void tellHelpSettled(Activation activation) {
        Language language = activation.languageOfPartner();
        Map<String, Object> model = model(activation, language);
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
            Map<String, Object> model = lapse(activation, language, activation.administratorName());
            sendUnlessRefused(activation, MailKind.LAPSE, activation.administratorEmail(), language, model);
        }
        Language partners = activation.languageOfPartner();
        Map<String, Object> model = lapse(activation, partners, activation.partnerName());
        sendUnlessRefused(activation, MailKind.PARTNER_LAPSE, activation.escalationAddress(), partners, model);
        Language managers = activation.languageOf(Holder.MANAGERS);
        for (String address : addresses.managers()) {
            sendUnlessRefused(
                    activation,
                    MailKind.MANAGERS_LAPSE,
                    address,
                    managers,
                    lapse(activation, managers, addresses.senderName()));
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
        model.put("seen", seen(activation, language));
        model.put("renewedOn", texts.date(language, activation.renewedAt()));
        model.put("accountName", activation.accountName());
        return model;
    }

    /** Null where the renewal came before anybody was asked what the admin center shows. */
    private String seen(Activation activation, Language language) {
        return activation.seenEndDate() == null
                ? null
                : texts.get(
                        language,
                        "mail.confirmation.seen.value",
                        texts.date(language, activation.seenEndDate()),
                        activation.seenSeats(),
                        activation.seenDomain());
    }

    private void send(
            Activation activation, MailKind kind, String recipient, Language language, Map<String, Object> model) {
        mails.send(new Mail(mails.next(activation.order(), kind), recipient, language, model));
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
        model.put("orderPage", settings.orderPage(activation.order()));
        model.put("guide", settings.guide("activation-link", language));
        return model;
    }
}
