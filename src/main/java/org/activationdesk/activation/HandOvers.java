package org.activationdesk.activation;

import static java.time.temporal.ChronoUnit.DAYS;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.activationdesk.language.Language;
import org.activationdesk.mail.Mails;
import org.activationdesk.purchase.Contact;
import org.activationdesk.purchase.ContactRole;
import org.activationdesk.purchase.OrderKey;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What an administrator does who cannot go on now: hands the activation to a colleague, or says until when to wait. The
 * agreement keeps its contacts, because only the partner may change them.
 */
@Component
public class HandOvers {
    private final Activations activations;
    private final Mails mails;
    private final ActivationProcess process;
    private final ContactAddresses addresses;
    private final DeskSettings settings;
    private final Clock clock;

    HandOvers(
            Activations activations,
            Mails mails,
            ActivationProcess process,
            ContactAddresses addresses,
            DeskSettings settings,
            Clock clock) {
        this.activations = activations;
        this.mails = mails;
        this.process = process;
        this.addresses = addresses;
        this.settings = settings;
        this.clock = clock;
    }

    /** The activation of an order, to the account that can hand it over, or has. */
    public Optional<Activation> find(OrderKey order, String account) {
        return activations
                .find(order)
                .filter(activation -> canHandOver(activation, account) || account.equals(activation.handedOverBy()));
    }

    /** The first and the last day that can be named as the end of an absence. */
    public Days days() {
        LocalDate today = LocalDate.now(clock);
        return new Days(today.plusDays(1), today.plus(settings.longestAbsence()));
    }

    /**
     * Records who takes over, the last day of an absence, or both; the deputy is mailed a link then. Sent once more, it
     * changes nothing.
     *
     * @throws AnswerRefused where it cannot be taken; nothing is changed then
     */
    @Transactional
    public void record(OrderKey order, Answer answer) {
        Activation activation = activations.lock(order);
        if (!canHandOver(activation, answer.who())) {
            return;
        }
        Optional<LocalDate> absentUntil = absentUntil(answer);
        Optional<Contact> deputy = deputy(activation, answer);
        if (absentUntil.isEmpty() && deputy.isEmpty()) {
            throw new AnswerRefused("hand-over-empty");
        }
        absentUntil
                .filter(until -> !until.equals(activation.absentUntil()))
                .ifPresent(until -> activations.change(
                        order,
                        TimelineEvent.ABSENCE_NAMED,
                        answer.who(),
                        until.toString(),
                        Map.of("absent_until", until)));
        deputy.ifPresent(colleague -> handOver(order, colleague, answer.who()));
    }

    private void handOver(OrderKey order, Contact deputy, String who) {
        Map<String, Object> columns = AdministratorColumns.of(deputy, who);
        columns.putAll(AdministratorColumns.nobody());
        activations.change(order, TimelineEvent.HANDED_OVER, who, deputy.email(), columns);
        mails.revokeLinks(order);
        process.handedOver(order);
    }

    private static boolean canHandOver(Activation activation, String account) {
        return activation.isBoundTo(account) && activation.status().holder() == Party.ADMINISTRATOR;
    }

    private Optional<LocalDate> absentUntil(Answer answer) {
        Optional<LocalDate> until = answer.date("absentUntil", "absence-invalid");
        Days days = days();
        if (until.isPresent()
                && (until.get().isBefore(days.first()) || until.get().isAfter(days.last()))) {
            throw new AnswerRefused("absence-out-of-range", DAYS.between(days.first(), days.last()) + 1);
        }
        return until;
    }

    private Optional<Contact> deputy(Activation activation, Answer answer) {
        String name = answer.text("deputyName", 200).replaceAll("\\s+", " ");
        String email = answer.text("deputyEmail", 254);
        if (name.isEmpty() && email.isEmpty()) {
            return Optional.empty();
        }
        if (activation.status() == ActivationStatus.RENEWED) {
            throw new AnswerRefused("deputy-too-late");
        }
        if (name.isEmpty()) {
            throw new AnswerRefused("deputy-name-missing");
        }
        String address = addresses.read(email);
        if (address.equalsIgnoreCase(activation.administratorEmail())
                || address.equalsIgnoreCase(activation.accountUsername())) {
            throw new AnswerRefused("deputy-is-you", address);
        }
        Language language =
                Language.of(answer.text("deputyLanguage", 2)).orElseThrow(() -> new AnswerRefused("language-invalid"));
        return Optional.of(new Contact(ContactRole.ONLINE_ADMINISTRATOR, name, address, language));
    }

    /** Both ends belong to it. */
    public record Days(LocalDate first, LocalDate last) {}
}
