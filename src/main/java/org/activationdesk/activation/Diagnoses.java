package org.activationdesk.activation;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.activationdesk.purchase.OrderKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Answers "Why have I no mail?" from what the record knows; the answer itself is a decision table. */
@Component
public class Diagnoses {
    /** Mailboxes that anybody can have; an account there is no work or school account. */
    private static final Set<String> PUBLIC_DOMAINS = Set.of(
            "gmail.com",
            "googlemail.com",
            "outlook.com",
            "hotmail.com",
            "hotmail.nl",
            "live.com",
            "live.nl",
            "msn.com",
            "yahoo.com",
            "icloud.com",
            "me.com",
            "aol.com",
            "gmx.net",
            "gmx.de",
            "web.de",
            "proton.me",
            "ziggo.nl",
            "kpnmail.nl",
            "planet.nl",
            "home.nl",
            "hetnet.nl",
            "xs4all.nl",
            "upcmail.nl",
            "telenet.be",
            "skynet.be");

    /** What the table asks of an order that is known. */
    private static final List<String> FACTS = List.of(
            "contactKnown",
            "escalationReason",
            "publicMailDomain",
            "orderedOn",
            "usageStartsLater",
            "earlierOrderActive",
            "mailState",
            "linkExpired");

    private final JdbcClient database;
    private final ActivationProcess process;
    private final Clock clock;
    private volatile Diagnosis unknownOrder;

    Diagnoses(JdbcClient database, ActivationProcess process, Clock clock) {
        this.database = database;
        this.process = process;
        this.clock = clock;
    }

    /** What is wrong, as far as the desk can know. */
    @Transactional
    public Diagnosis of(Activation activation) {
        return process.whyNoMail(facts(activation));
    }

    /**
     * What is wrong with an order that the desk does not know. The table says the same of each, and the engine writes each question
     * into its history, so it is asked once.
     */
    @Transactional
    public Diagnosis ofUnknownOrder() {
        if (unknownOrder == null) {
            Map<String, Object> facts = new HashMap<>();
            FACTS.forEach(fact -> facts.put(fact, null));
            facts.put("orderKnown", false);
            unknownOrder = process.whyNoMail(facts);
        }
        return unknownOrder;
    }

    private Map<String, Object> facts(Activation activation) {
        Known known = known(activation.order());
        Map<String, Object> facts = new HashMap<>();
        facts.put("orderKnown", true);
        facts.put("contactKnown", activation.administratorEmail() != null);
        facts.put("escalationReason", isBeingAsked(activation) ? activation.escalationReason() : null);
        facts.put("publicMailDomain", isPublic(activation.administratorEmail()));
        facts.put("orderedOn", activation.orderedOn().toString());
        facts.put(
                "usageStartsLater",
                known.usageStart() != null && known.usageStart().isAfter(LocalDate.now(clock)));
        facts.put("earlierOrderActive", known.earlierOrderActive());
        facts.put("mailState", known.mailState());
        facts.put("linkExpired", known.linkExpired());
        return facts;
    }

    /** Once somebody has been named, the former reason is of no meaning. */
    private static boolean isBeingAsked(Activation activation) {
        return activation.status() != ActivationStatus.INVITED;
    }

    /** The newest activation mail counts, and any later one that could not be delivered, together with what is known of the purchase and its agreement. */
    private Known known(OrderKey order) {
        return database.sql("""
                        select p.usage_start, coalesce(b.state, m.state, 'QUEUED') as mail_state,
                               coalesce(m.link_expires_at <= :now, false) as link_expired,
                               exists (select 1 from activation e where e.agreement_id = a.agreement_id
                                       and e.order_key <> a.order_key and e.status = 'ACTIVE') as earlier_order_active
                        from activation a
                             join purchase p on p.partner_id = :partner and p.order_number = :number
                             left join lateral (select state, link_expires_at, queued_at from mail
                                                where order_key = a.order_key and kind = 'ACTIVATION' and state <> 'CANCELLED'
                                                order by number desc limit 1) m on true
                             left join lateral (select state from mail
                                                where order_key = a.order_key and kind in ('REMINDER', 'GO_AHEAD')
                                                and recipient = a.administrator_email
                                                and state in ('BOUNCED', 'FAILED') and state_since >= m.queued_at
                                                limit 1) b on true
                        where a.order_key = :order
                        """)
                .param("now", OffsetDateTime.now(clock))
                .param("partner", order.partner())
                .param("number", order.number())
                .param("order", order.toString())
                .query(Known.class)
                .single();
    }

    private static boolean isPublic(String email) {
        return email != null
                && PUBLIC_DOMAINS.contains(
                        email.substring(email.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT));
    }

    private record Known(LocalDate usageStart, String mailState, boolean linkExpired, boolean earlierOrderActive) {}
}
