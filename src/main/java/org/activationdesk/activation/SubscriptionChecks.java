package org.activationdesk.activation;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.activationdesk.purchase.OrderKey;
import org.springframework.stereotype.Component;

/** Whether the admin center shows what the renewal should bring: the end of each activation that goes well. */
@Component
public class SubscriptionChecks {
    private final Activations activations;
    private final Differences differences;
    private final DeskSettings settings;
    private final Clock clock;

    SubscriptionChecks(Activations activations, Differences differences, DeskSettings settings, Clock clock) {
        this.activations = activations;
        this.differences = differences;
        this.settings = settings;
        this.clock = clock;
    }

    /** Records what the administrator sees; false where the check has to be made once more. */
    public boolean record(OrderKey order, Answer answer) {
        answer.hasOnly("visible", "seenEndDate", "seenSeats", "seenDomain", "reallySeen");
        Activation activation = activations.lock(order);
        if (answer.choice("visible", "bad-outcome", "yes", "notYet").equals("notYet")) {
            notVisible(activation, answer.who());
            return false;
        }
        Seen seen = Seen.of(answer).complete();
        Optional<String> problem = change(activation).differenceTo(seen);
        if (problem.isPresent() && !Boolean.TRUE.equals(answer.fields().get("reallySeen"))) {
            throw new AnswerRefused("seen-differs", seen.endDate(), seen.seats(), seen.domain());
        }
        activations.change(
                order,
                TimelineEvent.CHANGE_CHECKED,
                answer.who(),
                seen.toString(),
                columns(seen, problem.isEmpty(), answer.who()));
        problem.ifPresent(found -> differences.found(order, found, detail(activation, seen), answer.who()));
        return problem.isEmpty();
    }

    /** Whether it is there at once with the renewal; what differs is not there yet, which is normal. */
    boolean isExpected(OrderKey order, String effect, Seen seen) {
        return seen.isComplete()
                && SubscriptionChange.of(activations.get(order), effect)
                        .differenceTo(seen)
                        .isEmpty();
    }

    /** Only what is as expected ends the check. */
    Map<String, Object> columns(Seen seen, boolean expected, String who) {
        Map<String, Object> columns = new HashMap<>();
        columns.put("seen_end_date", seen.endDate());
        columns.put("seen_seats", seen.seats());
        columns.put("seen_domain", seen.domain());
        columns.put("checked_at", expected ? OffsetDateTime.now(clock) : null);
        columns.put("checked_by", expected ? who : null);
        return columns;
    }

    /** For a day that is normal; later it is a fault of the portal, and whoever sees to those is told. */
    private void notVisible(Activation activation, String who) {
        activations.note(activation.order(), TimelineEvent.CHANGE_NOT_VISIBLE_YET, who, null);
        if (activation.renewedAt().plus(settings.changeVisibleWithin()).isBefore(clock.instant())) {
            differences.found(activation.order(), "F18", "not visible since " + activation.renewedAt(), who);
        }
    }

    private static SubscriptionChange change(Activation activation) {
        return SubscriptionChange.of(activation, activation.renewalEffect());
    }

    private static String detail(Activation activation, Seen seen) {
        SubscriptionChange change = change(activation);
        return activation.renewalEffect() + ", expected " + said(change.endDate()) + ", " + said(change.seats()) + ", "
                + String.join(" or ", change.domains()) + "; seen " + seen;
    }

    private static Object said(Object value) {
        return value == null ? "?" : value;
    }
}
