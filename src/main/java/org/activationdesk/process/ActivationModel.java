package org.activationdesk.process;

import java.util.Arrays;
import java.util.function.Predicate;
import org.activationdesk.activation.Party;

/** The names that model and code share. A test compares them with {@code processes/license-activation.bpmn}. */
public final class ActivationModel {
    /** The id of the process, and the name of its file. */
    public static final String PROCESS = "license-activation";

    /** The id of the decision, and the name of its file. */
    static final String WHY_NO_MAIL = "why-no-mail";

    /** The id of the decision, and the name of its file. */
    static final String PROBLEM_REMEDY = "problem-remedy";

    /** The id of the process, and the name of its file. */
    static final String MAIL_REDELIVERY = "mail-redelivery";

    private ActivationModel() {}

    /** What the process is told. */
    static final class Message {
        static final String PURCHASE_RECEIVED = "purchase.received";
        static final String SIGNED_IN = "activation.signedIn";
        static final String NOT_THE_ADMINISTRATOR = "activation.notTheAdministrator";
        static final String BOUNCED = "activation.bounced";
        static final String HANDED_OVER = "activation.handedOver";
        static final String WITHDRAWN = "activation.withdrawn";
        static final String LAPSED = "activation.lapsed";
        static final String ESCALATED = "activation.escalated";
        static final String HELP_SETTLED = "activation.helpSettled";
        static final String PARTNER_SILENT = "activation.partnerSilent";
        static final String PARTNER_ANSWERED = "activation.partnerAnswered";
        static final String PROBLEM_REPORTED = "activation.problemReported";
        static final String PROBLEM_SETTLED = "activation.problemSettled";

        private Message() {}
    }

    /** What a task throws when a person or another party, not a fault, makes it take another way. */
    public static final class Error {
        public static final String ANSWER_REFUSED = "answer-refused";

        private Error() {}
    }

    /**
     * Variables. A task that came back keeps the first two for its form; all others live for one step only. The process
     * itself keeps none.
     */
    public static final class Variable {
        static final String REFUSAL = "refusal";
        static final String TYPED = "typed";

        static final String ANSWER = "answer";
        public static final String ADMINISTRATOR_KNOWN = "administratorKnown";
        public static final String PARTNERS_ANSWER = "partnersAnswer";
        public static final String RIGHT_PARTNER_FOUND = "rightPartnerFound";
        public static final String ORGANISATION_CONFIRMED = "organisationConfirmed";
        public static final String CUSTOMERS_ORGANISATION = "customersOrganisation";
        public static final String CHANGE_SEEN = "changeSeen";

        public static final String PROBLEM_RESOLVED = "problemResolved";

        public static final String PEOPLE_LEFT = "peopleLeft";

        private Variable() {}
    }

    /** What expressions of the model can ask of the record. */
    static final class Expression {
        static final String ADMINISTRATOR = "administrator";
        static final String PARTNER = "partner";
        static final String LANGUAGE = "language";
        static final String PROBLEM_OWNER = "problemOwner";
        static final String PROBLEM_OWNERS = "problemOwners";
        static final String WAITS_UNTIL = "waitsUntil";
        static final String FOLLOW_UP_CYCLE = "followUpCycle";

        private Expression() {}
    }

    /** The user tasks: their form, the task that checks and records what it sends, and who gets them. */
    enum UserTask {
        NAME_THE_ONLINE_ADMINISTRATOR(
                "UserTask_NameTheOnlineAdministrator",
                "name-administrator",
                "ServiceTask_RecordPartnersAnswer",
                Party.PARTNER),
        FIND_THE_RIGHT_PARTNER(
                "UserTask_FindTheRightPartner", "find-partner", "ServiceTask_RecordRightPartner", Party.MANAGERS),
        CONFIRM_ORGANISATION(
                "UserTask_ConfirmOrganisation",
                "confirm-organisation",
                "ServiceTask_RecordOrganisation",
                Party.PARTNER),
        ACCEPT_AGREEMENT(
                "UserTask_AcceptOpenLicenseAgreement",
                "accept-agreement",
                "ServiceTask_RecordAcceptance",
                Party.ADMINISTRATOR),
        RENEW_SUBSCRIPTION(
                "UserTask_RenewSubscription", "renew-subscription", "ServiceTask_RecordRenewal", Party.ADMINISTRATOR),
        CHECK_SUBSCRIPTION(
                "UserTask_CheckSubscription", "check-subscription", "ServiceTask_RecordCheck", Party.ADMINISTRATOR),
        HELP_THE_ADMINISTRATOR(
                "UserTask_HelpTheAdministrator", "help-administrator", "ServiceTask_RecordPartnersHelp", Party.PARTNER),
        HELP_THE_PARTNER("UserTask_HelpThePartner", "help-partner", "ServiceTask_RecordManagersHelp", Party.MANAGERS),
        /** Whoever the problem belongs to holds it. */
        RESOLVE_ACTIVATION_PROBLEM(
                "UserTask_ResolveActivationProblem", "resolve-problem", "ServiceTask_RecordResolution", Party.NOBODY);

        private final String id;
        private final String form;
        private final String recorder;
        private final Party holder;

        UserTask(String id, String form, String recorder, Party holder) {
            this.id = id;
            this.form = form;
            this.recorder = recorder;
            this.holder = holder;
        }

        String id() {
            return id;
        }

        /** The id of its form without the language. */
        String form() {
            return form;
        }

        /** Nobody in particular where the record knows who it is: see {@link Holders}. */
        Party holder() {
            return holder;
        }

        static UserTask of(String id) {
            return one(task -> task.id.equals(id), id);
        }

        static UserTask recordedBy(String serviceTask) {
            return one(task -> task.recorder.equals(serviceTask), serviceTask);
        }

        private static UserTask one(Predicate<UserTask> condition, String id) {
            return Arrays.stream(values())
                    .filter(condition)
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("The model and the code disagree about " + id));
        }
    }
}
