package org.activationdesk.activation;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import org.activationdesk.purchase.EmailAddress;

/** What the admin center shows of a subscription. */
record Seen(LocalDate endDate, int seats, String domain) {
    private static final int MOST_SEATS = 10_000_000;

    /** What a form says was seen; nothing where a part of it is missing. */
    static Optional<Seen> of(Answer answer) {
        Optional<LocalDate> endDate = answer.date("seenEndDate", "seen-date-invalid");
        OptionalInt seats = answer.count("seenSeats", MOST_SEATS, "seen-seats-invalid");
        String domain = answer.text("seenDomain", 254);
        if (endDate.isEmpty() || seats.isEmpty() || domain.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Seen(
                endDate.get(),
                seats.getAsInt(),
                EmailAddress.asciiDomain(domain).orElseThrow(() -> new AnswerRefused("seen-domain-invalid", domain))));
    }

    @Override
    public String toString() {
        return endDate + ", " + seats + ", " + domain;
    }
}
