package org.activationdesk.problem;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.activationdesk.activation.Activation;
import org.activationdesk.activation.Activations;
import org.activationdesk.activation.Answer;
import org.activationdesk.activation.AnswerRefused;
import org.activationdesk.activation.Party;
import org.activationdesk.activation.TimelineEvent;
import org.activationdesk.calendar.WorkingCalendar;
import org.activationdesk.purchase.Agreements;
import org.activationdesk.purchase.OrderKey;
import org.springframework.stereotype.Component;

/** What those whose turn it is can answer, and what becomes of it. */
@Component
public class Resolutions {
    static final String RESOLVED = "resolved";
    static final String SUPPORT = "support";
    private static final int LONGEST_NOTE = 2000;
    private static final int MOST_HOURS = 400;
    private static final Pattern CASE_NUMBER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 #:._/-]{2,39}");

    private final ProblemRows rows;
    private final Activations activations;
    private final ReporterLetters letters;
    private final Agreements agreements;
    private final WorkingCalendar calendar;
    private final SupportLine line;
    private final Clock clock;

    Resolutions(
            ProblemRows rows,
            Activations activations,
            ReporterLetters letters,
            Agreements agreements,
            WorkingCalendar calendar,
            SupportLine line,
            Clock clock) {
        this.rows = rows;
        this.activations = activations;
        this.letters = letters;
        this.agreements = agreements;
        this.calendar = calendar;
        this.line = line;
        this.clock = clock;
    }

    /** The answers to choose from: resolved, with Microsoft's support, or somebody else's turn. */
    public List<String> choices(Problem problem, Activation activation) {
        List<String> choices = new ArrayList<>(List.of(RESOLVED));
        Party holder = problem.holder(activation);
        if (holder == Party.MANAGERS) {
            choices.add(SUPPORT);
        }
        if (problem.owner() != Owner.ADMINISTRATOR && activation.administratorEmail() != null) {
            choices.add(Owner.ADMINISTRATOR.code());
        }
        if (holder != Party.PARTNER) {
            choices.add(Owner.PARTNER.code());
        }
        if (holder != Party.MANAGERS) {
            choices.add(Owner.MANAGER.code());
        }
        return choices;
    }

    /** Working hours after which support is asked again, unless a manager says otherwise. */
    public long usualHours() {
        return line.answer().toHours();
    }

    /** Records an answer; true where the problem is resolved, also when it has been settled in the meantime. */
    public boolean record(OrderKey order, Answer answer) {
        answer.hasOnly("outcome", "note", "caseNumber", "hours");
        Activation activation = activations.lock(order);
        Problem problem = rows.newest(order).filter(Problem::isOpen).orElse(null);
        if (problem == null) {
            return true;
        }
        String outcome = answer.choice(
                "outcome", "bad-outcome", choices(problem, activation).toArray(String[]::new));
        switch (outcome) {
            case RESOLVED -> resolve(order, problem, answer);
            case SUPPORT -> hand(order, problem, answer);
            default -> pass(order, problem, Owner.valueOf(outcome.toUpperCase(Locale.ROOT)), answer);
        }
        return outcome.equals(RESOLVED);
    }

    private void resolve(OrderKey order, Problem problem, Answer answer) {
        String note = note(answer);
        rows.end(order, answer.who(), note);
        activations.note(order, TimelineEvent.PROBLEM_RESOLVED, answer.who(), problem.problem() + ": " + note);
        // What was waited for could not be done meanwhile, so nobody is late with it.
        activations.waitAnew(order);
        letters.tell(order, answer.who(), TimelineEvent.PROBLEM_RESOLVED);
    }

    private void pass(OrderKey order, Problem problem, Owner owner, Answer answer) {
        String note = note(answer);
        rows.pass(problem, owner, note);
        activations.note(
                order,
                TimelineEvent.PROBLEM_PASSED_ON,
                answer.who(),
                problem.problem() + " " + owner.code() + ": " + note);
    }

    private void hand(OrderKey order, Problem problem, Answer answer) {
        String number = answer.required("caseNumber", 40, "case-number-missing");
        if (!CASE_NUMBER.matcher(number).matches()) {
            throw new AnswerRefused("case-number-invalid", number);
        }
        Duration time = Duration.ofHours(hours(answer));
        Activation activation = activations.get(order);
        Instant promised = calendar.after(
                agreements.country(activation.agreementId()), clock.instant(), time, line.opens(), line.closes());
        String note = KeyMask.mask(answer.text("note", LONGEST_NOTE));
        rows.withSupport(problem, number, promised, note.isEmpty() ? null : note);
        activations.note(order, TimelineEvent.PROBLEM_WITH_SUPPORT, answer.who(), problem.problem() + " " + number);
    }

    private long hours(Answer answer) {
        OptionalInt hours = answer.count("hours", MOST_HOURS, "hours-invalid");
        return hours.isPresent() ? hours.getAsInt() : usualHours();
    }

    private static String note(Answer answer) {
        return KeyMask.mask(answer.required("note", LONGEST_NOTE, "note-missing"));
    }
}
