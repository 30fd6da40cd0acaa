package org.activationdesk.web;

import java.util.List;
import org.activationdesk.activation.Activation;
import org.activationdesk.activation.Party;
import org.activationdesk.language.Language;
import org.activationdesk.language.Texts;
import org.activationdesk.problem.PendingAction;
import org.activationdesk.problem.PendingStep;
import org.activationdesk.problem.Problem;
import org.activationdesk.problem.ProblemWords;
import org.springframework.stereotype.Component;

/** Who is waited for, said to somebody who reads about an order. */
@Component
class PendingWords {
    private final ProblemWords problems;
    private final Texts texts;

    PendingWords(ProblemWords problems, Texts texts) {
        this.problems = problems;
        this.texts = texts;
    }

    /** A problem that is open, and what that means to the reader. */
    record Open(String problem, String reportedOn, String advice) {}

    /** Null where none is open. */
    Open problem(Problem newest, Activation activation, Party reader, Language language) {
        return newest == null || !newest.isOpen() || activation.status().ended()
                ? null
                : new Open(
                        problems.problem(newest.problem(), language),
                        texts.moment(language, newest.reportedAt()),
                        problems.advice(newest, activation, reader, language));
    }

    /** One sentence for each who is waited for. */
    List<String> waits(List<PendingAction> pending, Activation activation, Party reader, Language language) {
        return pending.isEmpty()
                ? List.of(texts.get(
                        language, "page.order.waits.NOBODY", "", texts.moment(language, activation.statusSince())))
                : pending.stream()
                        .map(action -> wait(action, activation, reader, language))
                        .toList();
    }

    /** Who goes next, without names, the reader before all others: for a line of the list. */
    String next(List<PendingAction> pending, Party reader, Language language) {
        return pending.stream().anyMatch(action -> action.party() == reader && action.restsUntil() == null)
                ? texts.get(language, "page.orders.waits.you")
                : texts.get(
                        language,
                        "page.orders.waits",
                        texts.get(language, "party." + pending.get(0).party()));
    }

    private String wait(PendingAction action, Activation activation, Party reader, Language language) {
        String absent = action.absentUntil() == null
                ? ""
                : " " + texts.get(language, "page.order.mail.absent", texts.date(language, action.absentUntil()));
        return who(action, activation, reader, language) + absent;
    }

    private String who(PendingAction action, Activation activation, Party reader, Language language) {
        String since = texts.moment(language, action.since());
        if (action.party() == Party.SUPPORT) {
            String promised = texts.moment(language, action.restsUntil());
            return texts.get(language, "page.order.waits.SUPPORT", promised, since);
        }
        if (action.restsUntil() != null) {
            return texts.get(language, "page.order.waits.rests", since);
        }
        if (action.party() == reader) {
            return texts.get(language, "page.order.waits.you", since) + toDo(action, activation, language);
        }
        String name = name(action.party(), activation);
        return switch (action.step()) {
            case HELP_ADMINISTRATOR -> texts.get(language, "page.order.helps.partner", name, since);
            case HELP_PARTNER -> texts.get(language, "page.order.helps.managers", since);
            default -> texts.get(language, "page.order.waits." + action.party(), name, since);
        };
    }

    /** About a problem there is more to say than one sentence: see {@link #problem}. */
    private String toDo(PendingAction action, Activation activation, Language language) {
        return action.step() == PendingStep.SOLVE_PROBLEM
                ? ""
                : " " + texts.get(language, "page.order.waits.you.step", problems.toDo(action, activation, language));
    }

    private static String name(Party party, Activation activation) {
        return switch (party) {
            case ADMINISTRATOR -> activation.administratorName();
            case PARTNER -> activation.partnerName();
            default -> "";
        };
    }
}
