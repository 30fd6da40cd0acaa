package org.activationdesk.agreement;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.activationdesk.activation.Activation;
import org.activationdesk.activation.Activations;
import org.activationdesk.activation.DeskSettings;
import org.activationdesk.language.Language;
import org.activationdesk.language.Texts;
import org.activationdesk.mail.Mail;
import org.activationdesk.mail.MailIntent;
import org.activationdesk.mail.MailKind;
import org.activationdesk.mail.Mails;
import org.activationdesk.partner.Partner;
import org.activationdesk.purchase.Contact;
import org.activationdesk.purchase.ContactRole;
import org.activationdesk.purchase.OrderKey;
import org.springframework.stereotype.Component;

/** The mails about contacts. They name the newest order of the agreement, as every mail of the desk belongs to an order. */
@Component
class ContactLetters {
    private final Mails mails;
    private final Activations activations;
    private final ContactCheckLinks links;
    private final ContactCheckSettings settings;
    private final DeskSettings desk;
    private final Texts texts;
    private final Clock clock;

    ContactLetters(
            Mails mails,
            Activations activations,
            ContactCheckLinks links,
            ContactCheckSettings settings,
            DeskSettings desk,
            Texts texts,
            Clock clock) {
        this.mails = mails;
        this.activations = activations;
        this.links = links;
        this.settings = settings;
        this.desk = desk;
        this.texts = texts;
        this.clock = clock;
    }

    /** Asks a contact whether it still is one. */
    void ask(OrderKey order, Contact contact, String partner) {
        Map<String, Object> model = model(order, partner, contact.language());
        model.put("reader", contact.name());
        model.put("role", role(contact.role(), contact.language()));
        Mail mail = new Mail(new MailIntent(order, MailKind.CONTACT_CHECK), contact.email(), contact.language(), model);
        model.put("link", links.of(mail.id()));
        model.put(
                "expiresOn",
                texts.date(
                        contact.language(),
                        OffsetDateTime.now(clock.withZone(ZoneOffset.UTC))
                                .plus(settings.linkLife())
                                .toInstant()));
        mails.queue(mail);
    }

    /** Tells the partner that a contact says it is none any more. */
    void tellGone(ContactCheck check, Partner partner) {
        Language language = Language.of(partner.language()).orElse(Language.EN);
        Map<String, Object> model = model(check.order(), partner.name(), language);
        model.put("contact", check.email());
        model.put("role", role(check.role(), language));
        model.put("link", desk.agreementsPage());
        mails.queue(new Mail(
                new MailIntent(check.order(), MailKind.CONTACT_GONE), partner.escalationAddress(), language, model));
    }

    private String role(ContactRole role, Language language) {
        return texts.get(language, "contact.role." + role);
    }

    private Map<String, Object> model(OrderKey order, String partner, Language language) {
        Activation activation = activations.get(order);
        Map<String, Object> model = new HashMap<>();
        model.put("organisation", activation.organisation());
        model.put("product", activation.product());
        model.put("quantity", activation.quantity());
        model.put("program", texts.get(language, "program." + activation.program()));
        model.put("orderNumber", order.number());
        model.put("partner", partner);
        return model;
    }
}
