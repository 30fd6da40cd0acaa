package org.activationdesk.proof;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.activationdesk.activation.Acceptance;
import org.activationdesk.activation.TimelineEntry;
import org.activationdesk.mail.MailKind;
import org.activationdesk.mail.MailState;

/**
 * What a proof says: the file {@code proof.json}. Fields are only ever added, as packs of years ago stay in use.
 *
 * @param format tells programs how to read it
 * @param asOf when the desk found that the activation has come to its good end; what happened later is not in it
 * @param before what the agreement and the purchase said
 * @param after the account that activated, and what its administrator saw in the admin center
 * @param timeline everything that happened, oldest first
 * @param mails every mail about the order, oldest first, with its state then; those that carry this proof are not in it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ProofContents(
        String format,
        Instant asOf,
        Order order,
        Agreement agreement,
        Administrator administrator,
        AcceptedText acceptedText,
        Renewal renewal,
        Standing before,
        Standing after,
        List<TimelineEntry> timeline,
        List<MailLine> mails) {
    static final String FORMAT = "activation-desk/proof/1";

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Order(
            String partner, String partnerName, String number, String product, int quantity, LocalDate orderedOn) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Agreement(String program, String licence, String organisation) {}

    /** Who acted: the person that was invited, and the account that signed in. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Administrator(String invited, String email, String account, String username) {}

    /** @param text what the hash is of; missing where it can no longer be put together */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AcceptedText(
            String version, String language, String sha256, Instant acceptedAt, String acceptedBy, String text) {
        AcceptedText(Acceptance acceptance, String text) {
            this(
                    acceptance.version(),
                    acceptance.language(),
                    acceptance.sha256(),
                    acceptance.acceptedAt(),
                    acceptance.acceptedBy(),
                    text);
        }
    }

    /** What was chosen, {@code renew} or {@code addSeats}, and the way, {@code link} or {@code portal}. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Renewal(String effect, String route, Instant reportedAt) {}

    /** The subscription, and the organisation that it belongs to. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Standing(UUID tenantId, String tenantDomain, LocalDate endDate, Integer seats) {}

    /** @param sentAt when the mail server took it */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MailLine(
            MailKind kind,
            int number,
            String recipient,
            MailState state,
            Instant stateSince,
            Instant sentAt,
            int attempts) {}
}
