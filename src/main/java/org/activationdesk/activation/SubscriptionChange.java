package org.activationdesk.activation;

import static java.time.temporal.ChronoUnit.DAYS;

import java.time.LocalDate;
import java.time.Period;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What redeeming a key does to the subscription; what is not known of it is null.
 *
 * @param domains any of them names the tenant
 */
public record SubscriptionChange(
        LocalDate endDateBefore, LocalDate endDate, Integer seatsBefore, Integer seats, Set<String> domains) {
    /** Of the two effects of redeeming. */
    public static final String RENEW = "renew";

    public static final String ADD_SEATS = "addSeats";

    private static final Period TERM = Period.ofMonths(12);

    /** Renewing moves the end date by twelve months; adding seats adds those of the key. */
    public static SubscriptionChange of(Activation activation, String effect) {
        boolean renews = effect.equals(RENEW);
        LocalDate endDate = activation.subscriptionEndsOn();
        Integer seats = activation.subscriptionSeats();
        return new SubscriptionChange(
                endDate,
                endDate == null || !renews ? endDate : endDate.plus(TERM),
                seats,
                seats == null || renews ? seats : Integer.valueOf(seats + activation.quantity()),
                domains(activation));
    }

    private static Set<String> domains(Activation activation) {
        return Stream.of(activation.tenantDomain(), activation.accountDomain())
                .filter(domain -> domain != null && !domain.isBlank())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The problem that what is seen, all of it, points at, by the catalogue of the docs; nothing where it is as expected. */
    Optional<String> differenceTo(Seen seen) {
        if (!domains.isEmpty() && !domains.contains(seen.domain())) {
            return Optional.of("F11");
        }
        // A day is what time zones make of it.
        boolean otherDate = endDate != null && Math.abs(DAYS.between(endDate, seen.endDate())) > 1;
        boolean otherSeats = seats != null && !seats.equals(seen.seats());
        return otherDate || otherSeats ? Optional.of("F19") : Optional.empty();
    }
}
