package org.activationdesk.followup;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.activationdesk.activation.ActivationLinks;
import org.activationdesk.activation.DeskSettings;
import org.activationdesk.followup.Reminder.Item;
import org.activationdesk.language.Language;
import org.activationdesk.language.Texts;
import org.activationdesk.mail.MailKind;
import org.activationdesk.purchase.OrderKey;
import org.springframework.stereotype.Component;

/** What a reminder says. */
@Component
class ReminderLetter {
    /** From so many days before its end on, the key's last day is said. */
    private static final int END_IN_SIGHT = 60;

    private final WaitingActivations waiting;
    private final ActivationLinks links;
    private final DeskSettings settings;
    private final Texts texts;

    ReminderLetter(WaitingActivations waiting, ActivationLinks links, DeskSettings settings, Texts texts) {
        this.waiting = waiting;
        this.links = links;
        this.settings = settings;
        this.texts = texts;
    }

    Map<String, Object> model(Reminder reminder) {
        Language language = reminder.person().language();
        List<Map<String, Object>> items =
                reminder.items().stream().map(item -> item(item, language)).toList();
        Map<String, Object> model = new HashMap<>();
        model.put("items", items);
        model.put("reader", reminder.person().name());
        model.put("toPartner", reminder.person().partner());
        model.put("diagnosis", reminder.withDiagnosis() && !reminder.person().partner());
        model.put("problemPages", problemPages(reminder, items));
        model.put("portalGuide", settings.guide("licensing-portal", language));
        model.put("partner", partners(reminder));
        model.put("product", items.get(0).get("product"));
        model.put("organisation", items.get(0).get("organisation"));
        model.put("orderNumber", items.get(0).get("orderNumber"));
        if (items.size() > 1) {
            model.put("several", true);
            model.put(
                    "subject",
                    texts.get(language, "mail.reminder.subject.several", items.size(), model.get("orderNumber")));
        }
        return model;
    }

    private static String partners(Reminder reminder) {
        return reminder.items().stream()
                .map(item -> item.turn().activation().partnerName())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private Map<String, Object> item(Item item, Language language) {
        Turn turn = item.turn();
        WaitingActivation activation = turn.activation();
        Map<String, Object> model = new HashMap<>();
        model.put(
                "task",
                texts.get(
                        language,
                        "pending." + turn.action().step(),
                        activation.administratorName(),
                        activation.partnerName()));
        model.put("link", link(turn));
        model.put("product", activation.product());
        model.put("quantity", activation.quantity());
        model.put("organisation", activation.organisation());
        model.put("orderNumber", activation.order().number());
        model.put("partner", activation.partnerName());
        model.put("call", turn.kind() == MailKind.MANAGERS_QUESTION ? activation.partnersContact() : null);
        model.put("since", texts.date(language, turn.since()));
        model.put(
                "lapsesOn",
                waiting.daysLeft(turn) <= END_IN_SIGHT ? texts.date(language, activation.lapsesOn()) : null);
        return model;
    }

    /** Where to report what is in the way, for each activation that a diagnosis is due for. */
    private List<Map<String, Object>> problemPages(Reminder reminder, List<Map<String, Object>> items) {
        List<Map<String, Object>> pages = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            if (reminder.items().get(i).withDiagnosis()) {
                OrderKey order = reminder.items().get(i).turn().activation().order();
                Map<String, Object> page = new HashMap<>(items.get(i));
                page.put(
                        "address",
                        links.newest(order)
                                .map(link -> link + "/problem")
                                .orElseGet(() -> settings.problemPage(order)));
                pages.add(page);
            }
        }
        return pages;
    }

    private String link(Turn turn) {
        OrderKey order = turn.activation().order();
        return turn.person().partner()
                ? settings.taskLink(order)
                : links.newest(order).orElseGet(() -> settings.taskLink(order));
    }
}
