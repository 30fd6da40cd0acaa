package org.activationdesk.problem;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.activationdesk.activation.ActivationStatus;
import org.activationdesk.activation.Party;

/**
 * What can go wrong, as the desk's list of problems numbers it. The sentence in which somebody recognises it is
 * {@code problem.<id>} in the message bundles.
 */
public enum KnownProblem {
    F1(Topic.PEOPLE, Phase.BEFORE_SIGN_IN, Phase.BEFORE_SIGN_IN),
    F2(Topic.PEOPLE, Phase.BEFORE_SIGN_IN, Phase.ALWAYS),
    F3(Topic.PEOPLE, Phase.BEFORE_SIGN_IN, Phase.ALWAYS),
    F4(Topic.MAIL, Phase.NEVER, Phase.BEFORE_SIGN_IN),
    F5(Topic.MAIL, Phase.NEVER, Phase.BEFORE_SIGN_IN),
    F6(Topic.MAIL, Phase.ALWAYS, Phase.ALWAYS),
    F7(Topic.PURCHASE, Phase.ALWAYS, Phase.ALWAYS),
    F8(Topic.MAIL, Phase.NEVER, Phase.ALWAYS),
    F9(Topic.MAIL, Phase.ALWAYS, Phase.ALWAYS),
    F10(Topic.ACCOUNT, Phase.BEFORE_SIGN_IN, Phase.BEFORE_SIGN_IN),
    F11(Topic.RESULT, Phase.ALWAYS, Phase.ALWAYS),
    F12(Topic.ACCOUNT, Phase.ALWAYS, Phase.ALWAYS),
    F13(Topic.KEY, Phase.AFTER_SIGN_IN, Phase.ALWAYS),
    F14(Topic.KEY, Phase.AFTER_SIGN_IN, Phase.ALWAYS),
    F15(Topic.KEY, Phase.AFTER_SIGN_IN, Phase.ALWAYS),
    F16(Topic.PURCHASE, Phase.AFTER_SIGN_IN, Phase.ALWAYS),
    F17(Topic.PURCHASE, Phase.AFTER_SIGN_IN, Phase.ALWAYS),
    F18(Topic.PORTAL, Phase.ALWAYS, Phase.ALWAYS),
    F19(Topic.RESULT, Phase.AFTER_SIGN_IN, Phase.ALWAYS),
    F20(Topic.PORTAL, Phase.AFTER_SIGN_IN, Phase.ALWAYS),
    F21(Topic.PURCHASE, Phase.AFTER_SIGN_IN, Phase.ALWAYS),
    F22(Topic.ACCOUNT, Phase.AFTER_SIGN_IN, Phase.AFTER_SIGN_IN),
    F23(Topic.PORTAL, Phase.ALWAYS, Phase.ALWAYS),
    F24(Topic.RESULT, Phase.NEVER, Phase.ALWAYS),
    /** None of the list: the reporter describes it, and a person reads it. */
    OTHER(Topic.OTHER, Phase.ALWAYS, Phase.ALWAYS);

    private final Topic topic;
    private final Set<Phase> administrators;
    private final Set<Phase> others;

    KnownProblem(Topic topic, Set<Phase> administrators, Set<Phase> others) {
        this.topic = topic;
        this.administrators = administrators;
        this.others = others;
    }

    public Topic topic() {
        return topic;
    }

    /** Reads an id that somebody has sent. */
    public static Optional<KnownProblem> of(String id) {
        return Arrays.stream(values())
                .filter(problem -> problem.name().equals(id))
                .findFirst();
    }

    /**
     * What can go wrong where an activation stands now, for those whom it can happen to.
     *
     * @param role administrator, partner or managers; whoever has the administrator's link counts as the administrator
     */
    public static List<KnownProblem> fitting(Party role, ActivationStatus status) {
        Phase phase = Phase.of(status);
        return Arrays.stream(values())
                .filter(problem ->
                        (role == Party.ADMINISTRATOR ? problem.administrators : problem.others).contains(phase))
                .sorted(Comparator.comparing(KnownProblem::topic))
                .toList();
    }

    /** Under which heading people look for it, in this order; {@code problem.topic.<name>} in the message bundles. */
    public enum Topic {
        ACCOUNT,
        KEY,
        PORTAL,
        PURCHASE,
        RESULT,
        MAIL,
        PEOPLE,
        OTHER
    }

    private enum Phase {
        BEFORE,
        AFTER;

        static final Set<Phase> NEVER = Set.of();
        static final Set<Phase> BEFORE_SIGN_IN = Set.of(BEFORE);
        static final Set<Phase> AFTER_SIGN_IN = Set.of(AFTER);
        static final Set<Phase> ALWAYS = Set.of(BEFORE, AFTER);

        static Phase of(ActivationStatus status) {
            return switch (status) {
                case SIGNED_IN, AGREEMENT_ACCEPTED, RENEWED -> AFTER;
                default -> BEFORE;
            };
        }
    }
}
