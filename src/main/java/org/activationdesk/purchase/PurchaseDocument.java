package org.activationdesk.purchase;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.activationdesk.language.Language;

/** A purchase as partners send it: a JSON object whose fields are those of {@code docs/examples/purchase-known.json}. */
public final class PurchaseDocument {
    private static final Set<String> FIELDS = Set.of(
            "orderNumber",
            "program",
            "licenseId",
            "authorizationNumber",
            "licenseNumber",
            "publicCustomerNumber",
            "organisation",
            "country",
            "product",
            "quantity",
            "orderedOn",
            "usageStart",
            "listValue",
            "currency",
            "keyLastFive",
            "contacts",
            "tenant",
            "subscription");
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final String ASCII_FORM =
            "; write a domain with letters such as \u00df in its ASCII form, as xn--...";
    private static final int MOST_SEATS = 1_000_000;
    private static final int LONGEST_NAME = 200;

    private PurchaseDocument() {}

    /**
     * Reads the purchase that a partner sent.
     *
     * @throws InvalidPurchase naming every bad field
     */
    public static Purchase read(String partner, JsonNode document) {
        List<FieldProblem> problems = new ArrayList<>();
        DocumentReader fields = new DocumentReader(document, "", problems);
        if (!document.isObject()) {
            throw new InvalidPurchase(List.of(new FieldProblem("", "the body must be a JSON object")));
        }
        fields.onlyFields(FIELDS);
        String number = fields.value(
                "orderNumber",
                text -> Optional.of(text).filter(OrderKey.NUMBER.asMatchPredicate()),
                "must be 1 to 64 letters, digits, '.', '_' or '-'");
        Agreement agreement = agreement(fields);
        String product = fields.text("product", LONGEST_NAME);
        int quantity = fields.count("quantity", MOST_SEATS);
        LocalDate orderedOn = fields.date("orderedOn");
        LocalDate usageStart = fields.optionalDate("usageStart");
        BigDecimal listValue = fields.optionalAmount("listValue");
        String currency = fields.optionalValue(
                "currency", PurchaseDocument::currency, "must be a currency code of ISO 4217, as EUR");
        if ((listValue == null) != (currency == null) && problems.isEmpty()) {
            fields.problem(listValue == null ? "listValue" : "currency", "is missing: value and currency go together");
        }
        String keyLastFive = fields.optionalValue(
                "keyLastFive",
                PurchaseDocument::lastFive,
                "must be the last five characters of the product key, and no more of it");
        List<Contact> contacts = contacts(fields);
        Subscription subscription = subscription(fields);
        if (!problems.isEmpty()) {
            throw new InvalidPurchase(problems);
        }
        return new Purchase(
                new OrderKey(partner, number),
                agreement,
                product,
                quantity,
                orderedOn,
                usageStart,
                listValue,
                currency,
                keyLastFive,
                contacts,
                subscription);
    }

    private static Subscription subscription(DocumentReader fields) {
        DocumentReader subscription = fields.object("subscription");
        subscription.onlyFields(Set.of("endDate", "seats"));
        LocalDate endDate = subscription.optionalDate("endDate");
        Integer seats = subscription.optionalCount("seats", MOST_SEATS);
        return endDate == null && seats == null ? null : new Subscription(endDate, seats);
    }

    private static Agreement agreement(DocumentReader fields) {
        Program program = fields.constant("program", Program.class);
        String licenseId = fields.optionalText("licenseId", 40);
        String authorizationNumber = fields.optionalText("authorizationNumber", 40);
        String licenseNumber = fields.optionalText("licenseNumber", 40);
        if (licenseId == null && (authorizationNumber == null || licenseNumber == null)) {
            fields.problem("licenseId", "is missing: give it, or authorizationNumber and licenseNumber");
        }
        DocumentReader tenant = fields.object("tenant");
        tenant.onlyFields(Set.of("domain", "id"));
        return new Agreement(
                program,
                licenseId,
                authorizationNumber,
                licenseNumber,
                fields.text("organisation", LONGEST_NAME),
                fields.value(
                        "country",
                        text -> Optional.of(text).filter(COUNTRIES::contains),
                        "must be a country code of ISO 3166-1 in capitals, as NL"),
                fields.optionalText("publicCustomerNumber", 40),
                tenant.optionalValue("id", PurchaseDocument::uuid, "must be a tenant id (UUID)"),
                tenant.optionalValue(
                        "domain", EmailAddress::asciiDomain, "must be a domain, as bakkerij.example" + ASCII_FORM));
    }

    private static List<Contact> contacts(DocumentReader fields) {
        Set<ContactRole> seen = EnumSet.noneOf(ContactRole.class);
        List<Contact> contacts = new ArrayList<>();
        for (DocumentReader contact : fields.objects("contacts", ContactRole.values().length)) {
            contact.onlyFields(Set.of("role", "name", "email", "language"));
            ContactRole role = contact.constant("role", ContactRole.class);
            if (role != null && !seen.add(role)) {
                contact.problem("role", "stands here twice; an agreement has one contact per role");
            }
            contacts.add(new Contact(
                    role,
                    contact.text("name", LONGEST_NAME),
                    contact.value(
                            "email",
                            text -> EmailAddress.of(text).map(EmailAddress::value),
                            "must be one e-mail address, as anna@bakkerij.example" + ASCII_FORM),
                    contact.value("language", Language::of, "must be nl or en")));
        }
        return contacts;
    }

    private static Optional<String> currency(String code) {
        return Currency.getAvailableCurrencies().stream()
                .map(Currency::getCurrencyCode)
                .filter(code::equals)
                .findFirst();
    }

    private static Optional<String> lastFive(String text) {
        return Optional.of(text.toUpperCase(Locale.ROOT)).filter(ending -> ending.matches("[0-9A-Z]{5}"));
    }

    private static Optional<UUID> uuid(String text) {
        return Optional.of(text)
                .filter(id -> id.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"))
                .map(UUID::fromString);
    }
}
