package org.activationdesk.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.activationdesk.activation.Activation;
import org.activationdesk.activation.Activations;
import org.activationdesk.activation.AgreementText;
import org.activationdesk.activation.AgreementTexts;
import org.activationdesk.activation.DeskSettings;
import org.activationdesk.activation.SubscriptionChange;
import org.activationdesk.language.Language;
import org.activationdesk.language.Texts;
import org.activationdesk.partner.Partners;
import org.activationdesk.process.ActivationModel.UserTask;
import org.activationdesk.process.ActivationModel.Variable;
import org.activationdesk.purchase.OrderKey;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.springframework.stereotype.Component;

/** What the form of a task shows, by the names that the files in {@code forms/} use. */
@Component
class FormContents {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Activations activations;
    private final AgreementTexts agreementTexts;
    private final Partners partners;
    private final DeskSettings settings;
    private final Holders holders;
    private final ProblemContents problems;
    private final SilentPartnerContents silentPartners;
    private final Texts texts;
    private final ChangeWords words;

    FormContents(
            Activations activations,
            AgreementTexts agreementTexts,
            Partners partners,
            DeskSettings settings,
            Holders holders,
            ProblemContents problems,
            SilentPartnerContents silentPartners,
            Texts texts,
            ChangeWords words) {
        this.activations = activations;
        this.agreementTexts = agreementTexts;
        this.partners = partners;
        this.settings = settings;
        this.holders = holders;
        this.problems = problems;
        this.silentPartners = silentPartners;
        this.texts = texts;
        this.words = words;
    }

    Map<String, Object> of(TaskEntity task) {
        UserTask kind = UserTask.of(task.getTaskDefinitionKey());
        Activation activation = activations.get(OrderKey.of(task.getExecution().getProcessBusinessKey()));
        Language language = holders.readersLanguage(kind, activation);
        Map<String, Object> contents = purchase(activation, language);
        contents.putAll(
                switch (kind) {
                    case NAME_THE_ONLINE_ADMINISTRATOR -> Map.of("reason", reason(activation, language));
                    case FIND_THE_RIGHT_PARTNER -> rightPartner(activation);
                    case CONFIRM_ORGANISATION -> organisation(activation);
                    case ACCEPT_AGREEMENT -> agreement(activation, language);
                    case RENEW_SUBSCRIPTION -> renewal(activation, language);
                    case CHECK_SUBSCRIPTION -> check(activation, language);
                    case HELP_THE_ADMINISTRATOR -> administrator(activation);
                    case HELP_THE_PARTNER -> silentPartners.of(activation, language);
                    case RESOLVE_ACTIVATION_PROBLEM -> problems.of(activation, language);
                });
        // The text that is accepted is always today's.
        if (kind != UserTask.ACCEPT_AGREEMENT) {
            contents.putAll(Answers.unpacked((String) task.getVariableLocal(Variable.TYPED)));
        }
        return contents;
    }

    private Map<String, Object> purchase(Activation activation, Language language) {
        Map<String, Object> contents = new LinkedHashMap<>();
        contents.put("orderNumber", MarkdownText.of(activation.order().number()));
        contents.put("partner", MarkdownText.of(activation.partnerName()));
        contents.put("organisation", MarkdownText.of(activation.organisation()));
        contents.put("product", MarkdownText.of(activation.product()));
        contents.put("quantity", activation.quantity());
        contents.put("program", texts.get(language, "program." + activation.program()));
        contents.put("licence", MarkdownText.of(activation.licence()));
        contents.put("orderedOn", texts.date(language, activation.orderedOn()));
        contents.put("problemPage", settings.problemPage(activation.order()));
        contents.put("guide", settings.guide("activation-link", language));
        contents.put("portalGuide", settings.guide("licensing-portal", language));
        contents.put("orderPage", settings.orderPage(activation.order()));
        return contents;
    }

    private String reason(Activation activation, Language language) {
        return MarkdownText.of(
                texts.get(language, "reason." + activation.escalationReason(), activation.escalationDetail()));
    }

    private Map<String, Object> rightPartner(Activation activation) {
        List<Map<String, String>> options = partners.all().stream()
                .map(partner -> Map.of("label", partner.name(), "value", partner.id()))
                .toList();
        return Map.of(
                "formerPartner", MarkdownText.of(activation.partnerName()),
                "formerNote", MarkdownText.of(activation.escalationDetail()),
                "partners", json(options));
    }

    private static Map<String, Object> administrator(Activation activation) {
        return Map.of(
                "contactName", MarkdownText.of(activation.administratorName()),
                "contactEmail", MarkdownText.of(activation.administratorEmail()));
    }

    private static Map<String, Object> organisation(Activation activation) {
        return Map.of(
                "accountName", MarkdownText.of(activation.accountName()),
                "accountUsername", MarkdownText.of(activation.accountUsername()),
                "accountDomain", MarkdownText.of(activation.accountDomain()),
                "contactName", MarkdownText.of(activation.administratorName()),
                "contactEmail", MarkdownText.of(activation.administratorEmail()));
    }

    private Map<String, Object> agreement(Activation activation, Language language) {
        AgreementText text = agreementTexts.of(activation, language);
        return Map.of(
                "agreementText", MarkdownText.of(text.text()),
                "agreementVersion", text.shownAs(),
                "handOver", settings.handOver(activation.order()));
    }

    private Map<String, Object> renewal(Activation activation, Language language) {
        Map<String, Object> contents = new LinkedHashMap<>(portal());
        contents.put("handOver", settings.handOver(activation.order()));
        contents.put("productKeyPage", settings.productKeyPage(activation.order()));
        contents.put("domain", words.domain(activation));
        contents.put("renewEffect", words.of(activation, SubscriptionChange.RENEW, language));
        contents.put("addSeatsEffect", words.of(activation, SubscriptionChange.ADD_SEATS, language));
        return contents;
    }

    private Map<String, Object> check(Activation activation, Language language) {
        Map<String, Object> contents = new LinkedHashMap<>(portal());
        contents.put("effect", words.of(activation, activation.renewalEffect(), language));
        contents.put("domain", words.domain(activation));
        contents.put("seen", words.seen(activation, language));
        LocalDate endDate = activation.seenEndDate();
        contents.put("seenEndDate", endDate == null ? null : texts.date(language, endDate));
        contents.put("seenSeats", Objects.toString(activation.seenSeats(), null));
        contents.put("seenDomain", activation.seenDomain());
        contents.put("handOver", settings.handOver(activation.order()));
        return contents;
    }

    private Map<String, Object> portal() {
        return Map.of(
                "portalLabel", MarkdownText.of(settings.portal().label()),
                "portalUrl", settings.portal().url().toString());
    }

    /** Options of a select travel as JSON; Tasklist takes them from a value of this format. */
    static TypedValue json(List<Map<String, String>> options) {
        try {
            return Variables.serializedObjectValue(JSON.writeValueAsString(options))
                    .serializationDataFormat("application/json")
                    .objectTypeName(List.class.getName())
                    .create();
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
