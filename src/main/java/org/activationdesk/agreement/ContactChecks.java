package org.activationdesk.agreement;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.activationdesk.activation.Activations;
import org.activationdesk.activation.Invitations;
import org.activationdesk.activation.TimelineEvent;
import org.activationdesk.agreement.ContactCheck.State;
import org.activationdesk.partner.Partners;
import org.activationdesk.purchase.Agreements;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Asks contacts whether they still are, and takes their answers. */
@Component
public class ContactChecks {
    /** Who confirms, where the contact does. */
    public static final String THEMSELVES = "link";

    /** Why a contact is invalid that says so. */
    static final String NO_LONGER = "no-longer-contact";

    private static final Duration REST = Duration.ofDays(1);

    private final AskedContacts contacts;
    private final ContactLetters letters;
    private final ContactCheckLinks links;
    private final ContactCheckSettings settings;
    private final Agreements agreements;
    private final Activations activations;
    private final Invitations invitations;
    private final Partners partners;
    private final Clock clock;

    ContactChecks(
            AskedContacts contacts,
            ContactLetters letters,
            ContactCheckLinks links,
            ContactCheckSettings settings,
            Agreements agreements,
            Activations activations,
            Invitations invitations,
            Partners partners,
            Clock clock) {
        this.contacts = contacts;
        this.letters = letters;
        this.links = links;
        this.settings = settings;
        this.agreements = agreements;
        this.activations = activations;
        this.invitations = invitations;
        this.partners = partners;
        this.clock = clock;
    }

    /** Whether a contact was asked so recently that it is left alone. */
    public boolean restsNow(AgreementContact contact) {
        return contact.askedAt() != null && contact.askedAt().plus(REST).isAfter(clock.instant());
    }

    /**
     * Mails a contact the question whether it still is one, once a day at most.
     *
     * @param partner whose agreement it has to be; any where it is empty
     * @param who the account that asks
     * @return nothing where there is no such live contact
     */
    @Transactional
    public Optional<Asked> ask(Optional<String> partner, long agreement, String email, String who) {
        return contacts.live(partner, agreement, email).map(contact -> {
            activations.lock(contact.order());
            if (contacts.wasAskedSince(
                    agreement, email, OffsetDateTime.now(clock).minus(REST))) {
                return Asked.TODAY;
            }
            return ask(contact, who);
        });
    }

    private Asked ask(AskedContacts.Live live, String who) {
        letters.ask(live.order(), live.contact(), live.partner());
        activations.note(
                live.order(), TimelineEvent.CONTACT_ASKED, who, live.contact().email());
        return Asked.MAILED;
    }

    /** The question behind a token, unless the token is made up, has expired, or is about a contact that was replaced. */
    public Optional<ContactCheck> find(String token) {
        OffsetDateTime oldest =
                OffsetDateTime.now(clock.withZone(ZoneOffset.UTC)).minus(settings.linkLife());
        return links.mail(token).flatMap(mail -> contacts.asked(mail, oldest));
    }

    /** Takes the contact's answer; a question that has been answered keeps its first answer. */
    @Transactional
    public void answer(String token, boolean stillContact) {
        find(token).ifPresent(asked -> {
            activations.lock(asked.order());
            find(token).filter(check -> check.state() == State.OPEN).ifPresent(check -> {
                if (stillContact) {
                    confirm(check);
                } else {
                    leave(check);
                }
            });
        });
    }

    private void confirm(ContactCheck check) {
        agreements.confirm(check.agreementId(), check.email(), THEMSELVES);
        activations.note(check.order(), TimelineEvent.CONTACT_CONFIRMED, THEMSELVES, check.email());
    }

    /** Whoever is no contact any more is not the administrator of orders that wait for their sign-in, either. */
    private void leave(ContactCheck check) {
        agreements.invalidate(check.agreementId(), check.email(), NO_LONGER);
        activations.note(check.order(), TimelineEvent.CONTACT_LEFT, THEMSELVES, check.email());
        contacts.invitedWith(check.agreementId(), check.email())
                .forEach(order -> invitations.notTheAdministrator(order, ""));
        String partner = contacts.partnerOf(check.agreementId());
        letters.tellGone(check, partners.byId(partner).orElseThrow());
    }

    /** What became of a wish to ask. */
    public enum Asked {
        MAILED,
        /** It was asked within the last day. */
        TODAY
    }
}
