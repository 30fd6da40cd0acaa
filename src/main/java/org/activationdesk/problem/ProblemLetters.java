package org.activationdesk.problem;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.activationdesk.activation.Activation;
import org.activationdesk.activation.ActivationLinks;
import org.activationdesk.activation.Activations;
import org.activationdesk.activation.Correspondence;
import org.activationdesk.activation.DeskSettings;
import org.activationdesk.activation.Party;
import org.activationdesk.language.Language;
import org.activationdesk.mail.MailKind;
import org.activationdesk.mail.Mails;
import org.activationdesk.purchase.OrderKey;
import org.springframework.stereotype.Component;

/** The mails that tell somebody whose turn it is with a problem. Managers get none: they look into their list. */
@Component
public class ProblemLetters {
    private static final int MOST_A_DAY = 3;

    private final Problems problems;
    private final PendingActions pending;
    private final Activations activations;
    private final ActivationLinks links;
    private final Correspondence correspondence;
    private final Mails mails;
    private final ProblemWords words;
    private final DeskSettings settings;
    private final Clock clock;

    ProblemLetters(
            Problems problems,
            PendingActions pending,
            Activations activations,
            ActivationLinks links,
            Correspondence correspondence,
            Mails mails,
            ProblemWords words,
            DeskSettings settings,
            Clock clock) {
        this.problems = problems;
        this.pending = pending;
        this.activations = activations;
        this.links = links;
        this.correspondence = correspondence;
        this.mails = mails;
        this.words = words;
        this.settings = settings;
        this.clock = clock;
    }

    /** Tells the owner of the open problem; whoever has had enough of these mails today finds the task all the same. */
    public void send(OrderKey order) {
        // Locked, so that nobody ends the problem while its task comes into being.
        Activation activation = activations.lock(order);
        Problem problem = problems.open(order).orElse(null);
        if (problem == null) {
            return;
        }
        Party party = pending.of(activation, problem).get(0).party();
        if (party == Party.ADMINISTRATOR) {
            send(
                    activation,
                    problem,
                    MailKind.PROBLEM,
                    activation.administratorEmail(),
                    activation.languageOfAdministrator());
        } else if (party == Party.PARTNER) {
            send(
                    activation,
                    problem,
                    MailKind.PARTNER_PROBLEM,
                    activation.escalationAddress(),
                    activation.languageOfPartner());
        }
    }

    private void send(Activation activation, Problem problem, MailKind kind, String recipient, Language language) {
        if (recipient == null || sentToday(activation.order(), kind) >= MOST_A_DAY) {
            return;
        }
        boolean toPartner = kind == MailKind.PARTNER_PROBLEM;
        Map<String, Object> model = new HashMap<>();
        model.put("reader", toPartner ? activation.partnerName() : activation.administratorName());
        model.put("toPartner", toPartner);
        model.put("problem", words.problem(problem.problem(), language));
        model.put("advice", words.advice(problem, activation, problem.turnOf(), language));
        model.put("nextStep", words.nextStep(problem, problem.turnOf(), language));
        model.put("task", toPartner || activation.isBound());
        model.put("link", link(activation, toPartner));
        correspondence.send(activation, kind, recipient, language, model);
    }

    /** Who has signed in before finds the task; who has not begins with the link. */
    private String link(Activation activation, boolean toPartner) {
        String task = settings.taskLink(activation.order());
        return toPartner || activation.isBound()
                ? task
                : links.newest(activation.order()).orElse(task);
    }

    private long sentToday(OrderKey order, MailKind kind) {
        return mails.about(order).stream()
                .filter(mail -> mail.kind() == kind)
                .filter(mail -> mail.queuedAt().isAfter(clock.instant().minus(Duration.ofDays(1))))
                .count();
    }
}
