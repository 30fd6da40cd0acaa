package org.activationdesk.process;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import org.activationdesk.activation.Activation;
import org.activationdesk.language.Language;
import org.activationdesk.language.Texts;
import org.activationdesk.mail.MailKind.Asked;
import org.activationdesk.mail.Mails;
import org.activationdesk.mail.SentMail;
import org.activationdesk.partner.Partner;
import org.activationdesk.partner.Partners;
import org.springframework.stereotype.Component;

/** What the managers' form about a partner who does not answer shows: how to reach the partner, and why a call is needed. */
@Component
class SilentPartnerContents {
    private final Partners partners;
    private final Mails mails;
    private final Texts texts;

    SilentPartnerContents(Partners partners, Mails mails, Texts texts) {
        this.partners = partners;
        this.mails = mails;
        this.texts = texts;
    }

    /** The phone is null where nobody has said one. */
    Map<String, Object> of(Activation activation, Language language) {
        Map<String, Object> contents = new HashMap<>();
        contents.put("escalationAddress", MarkdownText.of(activation.escalationAddress()));
        contents.put(
                "phone",
                partners.byId(activation.partnerId())
                        .map(Partner::phone)
                        .map(MarkdownText::of)
                        .orElse(null));
        contents.put(
                "silence",
                texts.get(
                        language,
                        isUnreachable(activation) ? "silence.unreachable" : "silence.noAnswer",
                        MarkdownText.of(activation.partnerName())));
        return contents;
    }

    private boolean isUnreachable(Activation activation) {
        return mails.about(activation.order()).stream()
                .filter(mail ->
                        mail.kind().asked() == Asked.PARTNER && mail.recipient().equals(activation.escalationAddress()))
                .max(Comparator.comparing(SentMail::stateSince))
                .filter(SentMail::undelivered)
                .isPresent();
    }
}
