package org.activationdesk.problem;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.activationdesk.activation.Activation;
import org.activationdesk.activation.Activations;
import org.activationdesk.language.Language;
import org.activationdesk.language.Texts;
import org.activationdesk.problem.Dossier.Fact;
import org.activationdesk.problem.Dossier.Part;
import org.activationdesk.productkey.EnteredKey;
import org.activationdesk.productkey.ProductKeys;
import org.activationdesk.purchase.OrderKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Puts together what Microsoft's support asks for when a subscription has ended up in the wrong place. */
@Component
public class Dossiers {
    private final JdbcClient database;
    private final Activations activations;
    private final Problems problems;
    private final ProblemWords words;
    private final ProductKeys keys;
    private final Texts texts;

    Dossiers(
            JdbcClient database,
            Activations activations,
            Problems problems,
            ProblemWords words,
            ProductKeys keys,
            Texts texts) {
        this.database = database;
        this.activations = activations;
        this.problems = problems;
        this.words = words;
        this.keys = keys;
        this.texts = texts;
    }

    public Dossier of(OrderKey order, Language language) {
        Activation activation = activations.get(order);
        Known known = known(order);
        Builder facts = new Builder(language);
        return new Dossier(
                language,
                texts.get(language, "dossier.title", order.number()),
                texts.get(language, "dossier.intro", activation.partnerName(), activation.organisation()),
                List.of(
                        facts.part("problem", problem(order, facts)),
                        facts.part("purchase", purchase(activation, known, facts)),
                        facts.part("belongs", belongs(activation, known, facts)),
                        facts.part("activated", activated(activation, known, facts))));
    }

    private List<Fact> problem(OrderKey order, Builder facts) {
        Optional<Problem> problem = problems.newest(order);
        return List.of(
                facts.fact("what", problem.map(known -> words.problem(known.problem(), facts.language()))),
                facts.fact("message", problem.map(Problem::message)),
                facts.fact("reported", problem.map(known -> texts.moment(facts.language(), known.reportedAt()))),
                facts.fact("case", problem.map(Problem::caseNumber)));
    }

    private List<Fact> purchase(Activation activation, Known known, Builder facts) {
        return List.of(
                facts.fact("order", Optional.of(activation.order().number())),
                facts.fact("partner", Optional.of(activation.partnerName())),
                facts.fact("orderedOn", Optional.of(activation.orderedOn().toString())),
                facts.fact("product", Optional.of(activation.product())),
                facts.fact("quantity", Optional.of(String.valueOf(activation.quantity()))),
                facts.fact("program", Optional.of(texts.get(facts.language(), "program." + activation.program()))),
                facts.fact("licenseId", Optional.ofNullable(known.licenseId())),
                facts.fact("authorizationNumber", Optional.ofNullable(known.authorizationNumber())),
                facts.fact("licenseNumber", Optional.ofNullable(known.licenseNumber())),
                facts.fact("lastFive", lastFive(activation.order())));
    }

    private Optional<String> lastFive(OrderKey order) {
        return keys.find(order).map(EnteredKey::lastFive).or(() -> keys.ending(order));
    }

    private List<Fact> belongs(Activation activation, Known known, Builder facts) {
        return List.of(
                facts.fact("organisation", Optional.of(activation.organisation())),
                facts.fact("country", Optional.of(known.country())),
                facts.fact("pcn", Optional.ofNullable(known.publicCustomerNumber())),
                facts.fact("domain", Optional.ofNullable(activation.tenantDomain())),
                facts.fact("tenant", Optional.ofNullable(activation.tenantId()).map(UUID::toString)));
    }

    private List<Fact> activated(Activation activation, Known known, Builder facts) {
        return List.of(
                facts.fact("account", Optional.ofNullable(activation.accountName())),
                facts.fact("username", Optional.ofNullable(activation.accountUsername())),
                facts.fact("domain", Optional.ofNullable(activation.accountDomain())),
                facts.fact(
                        "tenant",
                        Optional.ofNullable(activation.accountTenantId()).map(UUID::toString)),
                facts.fact(
                        "signedIn",
                        Optional.ofNullable(known.signedInAt()).map(at -> texts.moment(facts.language(), at))),
                facts.fact("seenDomain", Optional.ofNullable(activation.seenDomain())),
                facts.fact(
                        "renewed",
                        Optional.ofNullable(activation.renewedAt()).map(at -> texts.moment(facts.language(), at))),
                facts.fact(
                        "effect",
                        Optional.ofNullable(activation.renewalEffect())
                                .map(effect -> texts.get(facts.language(), "effect." + effect))));
    }

    private Known known(OrderKey order) {
        return database.sql("""
                        select g.license_id, g.authorization_number, g.license_number, g.public_customer_number, g.country,
                               (select max(t.at) from timeline t where t.order_key = a.order_key
                                and t.event in ('ADMINISTRATOR_SIGNED_IN', 'ORGANISATION_QUESTIONED')) as signed_in_at
                        from activation a
                             join agreement g on g.id = a.agreement_id
                        where a.order_key = :order
                        """)
                .param("order", order.toString())
                .query(Known.class)
                .single();
    }

    private record Known(
            String licenseId,
            String authorizationNumber,
            String licenseNumber,
            String publicCustomerNumber,
            String country,
            Instant signedInAt) {}

    /** Names facts in one language; what is not known is said to be so, because support asks for it all the same. */
    private final class Builder {
        private final Language language;

        Builder(Language language) {
            this.language = language;
        }

        Language language() {
            return language;
        }

        Part part(String name, List<Fact> facts) {
            return new Part(texts.get(language, "dossier.part." + name), facts);
        }

        Fact fact(String name, Optional<String> value) {
            return new Fact(
                    texts.get(language, "dossier." + name),
                    value.filter(text -> !text.isBlank()).orElseGet(() -> texts.get(language, "dossier.unknown")));
        }
    }
}
