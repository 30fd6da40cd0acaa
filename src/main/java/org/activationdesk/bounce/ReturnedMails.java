package org.activationdesk.bounce;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.activationdesk.activation.MailNews;
import org.activationdesk.mail.BounceAddresses;
import org.activationdesk.mail.MailState;
import org.activationdesk.mail.Mails;
import org.activationdesk.mail.Outcome;
import org.activationdesk.mail.SentMail;
import org.springframework.stereotype.Component;

/** Takes in one returned message: which mail it is about by the address it came to, what it says, and where it goes. */
@Component
class ReturnedMails {
    /** The first four are written where the message is delivered, the last by its sender; each must hold our signature. */
    private static final String[] ADDRESSED = {"Delivered-To", "X-Original-To", "Envelope-To", "X-Envelope-To", "To"};

    private static final Pattern ADDRESS =
            Pattern.compile("[A-Za-z0-9._-]{1,64}\\+[0-9A-Fa-f]{48}@[A-Za-z0-9.-]{1,255}");
    private static final int LONGEST_HEADER = 20_000;

    private final BounceAddresses addresses;
    private final Mails mails;
    private final MailNews news;
    private final Clock clock;

    ReturnedMails(BounceAddresses addresses, Mails mails, MailNews news, Clock clock) {
        this.addresses = addresses;
        this.mails = mails;
        this.news = news;
        this.clock = clock;
    }

    /**
     * Takes a message in, in one transaction. Safe to repeat.
     *
     * @throws Unreadable where it has to be set aside
     */
    Place take(MimeMessage message) throws Unreadable {
        Optional<UUID> id = mail(message);
        Optional<SentMail> sent = id.flatMap(mails::find);
        Verdict verdict = ReturnedMail.verdict(
                message,
                new Recipient(sent.map(SentMail::recipient).orElse("")),
                sent.map(ReturnedMails::lastDays).orElse(Set.of()),
                LocalDate.now(clock));
        if (verdict.finding() == Finding.UNCLEAR) {
            return Place.FOR_PEOPLE;
        }
        UUID mail = id.orElseThrow(
                () -> new Unreadable("it came to no address, or to more than one, that the desk has made"));
        MailNews.Reception reception = news.receive(mail, outcome(verdict));
        return switch (reception) {
            case TAKEN -> Place.HANDLED;
            case TOO_EARLY -> Place.LATER;
            case UNKNOWN_MAIL -> throw new Unreadable("it is about a mail that this desk does not know");
        };
    }

    /** Until when the link in it works, as any reader's calendar says. */
    private static Set<LocalDate> lastDays(SentMail mail) {
        if (mail.linkExpiresAt() == null) {
            return Set.of();
        }
        LocalDate day = LocalDate.ofInstant(mail.linkExpiresAt(), ZoneOffset.UTC);
        return Set.of(day.minusDays(1), day, day.plusDays(1));
    }

    private static Outcome outcome(Verdict verdict) {
        MailState state =
                switch (verdict.finding()) {
                    case FAILED -> MailState.BOUNCED;
                    case DELAYED -> MailState.DELAYED;
                    case AUTOMATIC -> MailState.AUTO_REPLIED;
                    default -> MailState.ACCEPTED;
                };
        return new Outcome(state, verdict.answer(), verdict.until());
    }

    private Optional<UUID> mail(MimeMessage message) throws Unreadable {
        Set<UUID> found = new TreeSet<>();
        for (String name : ADDRESSED) {
            Matcher address = ADDRESS.matcher(header(message, name));
            while (address.find()) {
                addresses.mail(address.group()).ifPresent(found::add);
            }
        }
        return found.size() == 1 ? Optional.of(found.iterator().next()) : Optional.empty();
    }

    private static String header(MimeMessage message, String name) throws Unreadable {
        try {
            String[] values = message.getHeader(name);
            String all = values == null ? "" : String.join(" ", values);
            return all.substring(0, Math.min(all.length(), LONGEST_HEADER));
        } catch (MessagingException broken) {
            throw new Unreadable("its headers are broken", broken);
        }
    }
}
