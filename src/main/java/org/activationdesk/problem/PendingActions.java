package org.activationdesk.problem;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.activationdesk.activation.Activation;
import org.activationdesk.activation.Standing;
import org.activationdesk.mail.SentMail;
import org.springframework.stereotype.Component;

/** Whom activations wait for at this moment. */
@Component
public class PendingActions {
    private final Clock clock;

    PendingActions(Clock clock) {
        this.clock = clock;
    }

    /**
     * Everybody who is waited for.
     *
     * @param newest the problem that was reported last, open or not; null where none was
     * @param mails all about this order; automatic answers to them tell of absences
     */
    public List<PendingAction> of(Activation activation, Problem newest, List<SentMail> mails) {
        LocalDate today = LocalDate.now(clock);
        LocalDate absentUntil = Stream.concat(
                        Stream.ofNullable(activation.absentUntil()),
                        mails.stream()
                                .filter(mail -> mail.recipient().equals(activation.administratorEmail()))
                                .map(SentMail::absentUntil)
                                .filter(Objects::nonNull))
                .max(Comparator.naturalOrder())
                .filter(last -> !last.isBefore(today))
                .orElse(null);
        return PendingAction.of(activation, newest, absentUntil, clock.instant());
    }

    /** Everybody who is waited for, without a word about absences. */
    public List<PendingAction> of(Standing standing, Problem newest) {
        return PendingAction.of(standing, newest, null, clock.instant());
    }
}
