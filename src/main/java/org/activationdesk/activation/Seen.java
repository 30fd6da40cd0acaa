package org.activationdesk.activation;

import java.time.LocalDate;
import java.util.OptionalInt;
import org.activationdesk.purchase.EmailAddress;

/** What the admin center shows of a subscription; null is what was not filled in yet. */
record Seen(LocalDate endDate, Integer seats, String domain) {
    private static final int MOST_SEATS = 10_000_000;

    static Seen of(Answer answer) {
        OptionalInt seats = answer.count("seenSeats", MOST_SEATS, "seen-seats-invalid");
        String domain = answer.text("seenDomain", 254);
        return new Seen(
                answer.date("seenEndDate", "seen-date-invalid").orElse(null),
                seats.isPresent() ? seats.getAsInt() : null,
                domain.isEmpty()
                        ? null
                        : EmailAddress.asciiDomain(domain)
                                .orElseThrow(() -> new AnswerRefused("seen-domain-invalid", domain)));
    }

    boolean isComplete() {
        return endDate != null && seats != null && domain != null;
    }

    /** Refuses what can be compared with nothing, and names the first part that is missing. */
    Seen complete() {
        if (isComplete()) {
            return this;
        }
        throw new AnswerRefused(
                endDate == null ? "seen-date-missing" : seats == null ? "seen-seats-missing" : "seen-domain-missing");
    }

    @Override
    public String toString() {
        return endDate + ", " + seats + ", " + domain;
    }
}
