package org.activationdesk.web;

import java.util.List;
import java.util.Locale;
import org.activationdesk.activation.Activation;
import org.activationdesk.activation.ActivationStatus;
import org.activationdesk.activation.Diagnosis;
import org.activationdesk.activation.Orders;
import org.activationdesk.activation.Party;
import org.activationdesk.activation.TimelineEntry;
import org.activationdesk.language.Language;
import org.activationdesk.language.Texts;
import org.activationdesk.mail.SentMail;
import org.activationdesk.problem.PendingAction;
import org.activationdesk.problem.PendingActions;
import org.activationdesk.problem.Problem;
import org.springframework.stereotype.Component;

/**
 * What the pages about orders say. Staff read names, addresses and remarks; an online administrator reads what happened,
 * and nothing about other people.
 */
@Component
class OrderWords {
    private final Texts texts;
    private final EventWords events;
    private final PendingActions pending;
    private final PendingWords waits;

    OrderWords(Texts texts, EventWords events, PendingActions pending, PendingWords waits) {
        this.texts = texts;
        this.events = events;
        this.pending = pending;
        this.waits = waits;
    }

    /** An order in the list; {@code waits} is null where nobody is waited for. */
    record Line(
            String order,
            String number,
            String organisation,
            String product,
            int quantity,
            String partner,
            String administrator,
            Stage stage,
            String status,
            String waits) {}

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

    /** @param open the problem that keeps it from going on, or null */
    Line line(Orders.Line line, Problem open, Party reader, Language language) {
        List<PendingAction> waitedFor = pending.of(line, open);
        return new Line(
                line.orderKey(),
                line.order().number(),
                line.organisation(),
                line.product(),
                line.quantity(),
                line.partner(),
                line.administrator(),
                Stage.of(line.status(), open != null),
                state(line, open, language),
                waitedFor.isEmpty() ? null : waits.next(waitedFor, reader, language));
    }

    private String state(Orders.Line line, Problem open, Language language) {
        boolean blocked = open != null && !line.status().ended();
        return texts.get(
                language,
                "page.orders.since",
                blocked
                        ? texts.get(language, "page.orders.problem", texts.get(language, "problem." + open.problem()))
                        : status(line.status(), language),
                texts.date(language, blocked ? open.reportedAt() : line.statusSince()));
    }

    Why why(Diagnosis diagnosis, Language language) {
        return new Why(
                diagnosis.problem(),
                texts.get(language, "why." + diagnosis.problem()),
                texts.get(language, "party." + diagnosis.owner().toUpperCase(Locale.ROOT)),
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
                        // Codes of mail servers tell an administrator nothing that the state does not.
                        staff ? mail.answer() : null,
                        mail.attempts() > 1 ? texts.get(language, "page.order.mail.attempts", mail.attempts()) : null,
                        mail.absentUntil() == null
                                ? null
                                : texts.get(
                                        language, "page.order.mail.absent", texts.date(language, mail.absentUntil()))))
                .toList();
    }
}
