package org.activationdesk.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.activationdesk.activation.Activation;
import org.activationdesk.activation.ActivationStatus;
import org.activationdesk.activation.ActivationStatus.Holder;
import org.activationdesk.activation.Diagnosis;
import org.activationdesk.activation.Orders;
import org.activationdesk.activation.TimelineEntry;
import org.activationdesk.language.Language;
import org.activationdesk.language.Texts;
import org.activationdesk.mail.SentMail;
import org.springframework.stereotype.Component;

/**
 * What the pages about orders say. Staff read names, addresses and remarks; an online administrator reads what happened,
 * and nothing about other people.
 */
@Component
class OrderWords {
    private final Texts texts;
    private final EventWords events;

    OrderWords(Texts texts, EventWords events) {
        this.texts = texts;
        this.events = events;
    }

    /** An order in the list. */
    record Line(
            String order,
            String number,
            String organisation,
            String product,
            int quantity,
            String partner,
            String administrator,
            Stage stage,
            String status) {}

    /** What the eye has to see of an order: a colour and a word. */
    enum Stage {
        PROBLEM,
        OPEN,
        DONE,
        OVER;

        static Stage of(ActivationStatus status, boolean blocked) {
            if (status.ended()) {
                return status == ActivationStatus.ACTIVE ? DONE : OVER;
            }
            return blocked ? PROBLEM : OPEN;
        }
    }

    /** One line of the timeline; {@code who} and {@code detail} may be null. */
    record Event(String at, String words, String who, String detail) {}

    /** A mail; {@code attempts} is null where one was enough, {@code answer} where nobody has said anything. */
    record Letter(String kind, String to, String state, String since, String answer, String attempts, String absent) {}

    /** Why there is no mail. */
    record Why(String problem, String name, String owner, String nextStep) {}

    PurchaseSummary purchase(Activation activation, Language language) {
        return PurchaseSummary.of(activation, language, texts);
    }

    String status(ActivationStatus status, Language language) {
        return texts.get(language, "status." + status);
    }

    Line line(Orders.Line line, Language language) {
        return new Line(
                line.orderKey(),
                line.order().number(),
                line.organisation(),
                line.product(),
                line.quantity(),
                line.partner(),
                line.administrator(),
                Stage.of(line.status(), line.blocked()),
                texts.get(
                        language,
                        "page.orders.since",
                        status(line.status(), language),
                        texts.date(language, line.statusSince())));
    }

    /** Everybody who is waited for: whoever holds the activation, and who was asked to help. */
    List<String> waits(Activation activation, Orders.Asked asked, boolean staff, Language language) {
        Holder holder = activation.status().holder();
        List<String> waits = new ArrayList<>();
        String name =
                switch (holder) {
                    case ADMINISTRATOR -> activation.administratorName();
                    case PARTNER -> activation.partnerName();
                    default -> "";
                };
        waits.add(texts.get(
                language,
                "page.order.waits." + holder + (staff || holder != Holder.ADMINISTRATOR ? "" : ".you"),
                name,
                since(activation.statusSince(), language)));
        if (asked.partner() != null && holder == Holder.ADMINISTRATOR) {
            waits.add(texts.get(
                    language, "page.order.helps.partner", activation.partnerName(), since(asked.partner(), language)));
        }
        if (asked.managers() != null) {
            waits.add(texts.get(language, "page.order.helps.managers", since(asked.managers(), language)));
        }
        return waits;
    }

    private String since(Instant moment, Language language) {
        return texts.moment(language, moment);
    }

    Why why(Diagnosis diagnosis, Language language) {
        return new Why(
                diagnosis.problem(),
                texts.get(language, "why." + diagnosis.problem()),
                texts.get(language, "why.owner." + diagnosis.owner()),
                texts.get(language, "diagnosis." + diagnosis.nextStep()));
    }

    List<Event> timeline(List<TimelineEntry> entries, boolean staff, Language language) {
        return entries.stream()
                .map(entry -> new Event(
                        texts.moment(language, entry.at()),
                        texts.get(language, "event." + entry.event()),
                        staff ? events.who(entry, language) : null,
                        staff ? events.detail(entry, language) : null))
                .toList();
    }

    List<Letter> mails(List<SentMail> mails, Activation activation, boolean staff, Language language) {
        return mails.stream()
                .map(mail -> new Letter(
                        texts.get(language, "mail.kind." + mail.kind()),
                        staff || mail.recipient().equals(activation.administratorEmail())
                                ? mail.recipient()
                                : texts.get(language, "page.order.mail.another"),
                        texts.get(language, "mail.state." + mail.state()),
                        texts.moment(language, mail.stateSince()),
                        mail.answer(),
                        mail.attempts() > 1 ? texts.get(language, "page.order.mail.attempts", mail.attempts()) : null,
                        mail.absentUntil() == null
                                ? null
                                : texts.get(
                                        language, "page.order.mail.absent", texts.date(language, mail.absentUntil()))))
                .toList();
    }
}
