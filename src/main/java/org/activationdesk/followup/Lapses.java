package org.activationdesk.followup;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.activationdesk.activation.ActivationProcess;
import org.activationdesk.activation.ActivationStatus;
import org.activationdesk.activation.Activations;
import org.activationdesk.activation.Correspondence;
import org.activationdesk.activation.TimelineEvent;
import org.activationdesk.calendar.WorkingCalendar;
import org.activationdesk.purchase.OrderKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Ends activations whose key has died before anybody used it, and tells everybody what is lost. */
@Component
public class Lapses {
    private static final Logger LOG = LoggerFactory.getLogger(Lapses.class);

    private final Activations activations;
    private final ActivationProcess process;
    private final Correspondence correspondence;
    private final WorkingCalendar calendar;
    private final JdbcClient database;
    private final TransactionTemplate apart;
    private final Clock clock;

    Lapses(
            Activations activations,
            ActivationProcess process,
            Correspondence correspondence,
            WorkingCalendar calendar,
            JdbcClient database,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.activations = activations;
        this.process = process;
        this.correspondence = correspondence;
        this.calendar = calendar;
        this.database = database;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    /** Ends what lapses today where the customer is. One that fails does not keep the others waiting. */
    public void end() {
        for (Dying dying : dying()) {
            if (!calendar.date(dying.country(), clock.instant()).isBefore(dying.lapsesOn())) {
                try {
                    apart.executeWithoutResult(transaction -> end(dying));
                } catch (RuntimeException failure) {
                    LOG.error("{} could not be ended and is tried again in the next run", dying.orderKey(), failure);
                }
            }
        }
    }

    private void end(Dying dying) {
        OrderKey order = OrderKey.of(dying.orderKey());
        ActivationStatus status = activations.lock(order).status();
        if (!status.ended() && status != ActivationStatus.RENEWED) {
            activations.end(
                    order,
                    TimelineEvent.KEY_LAPSED,
                    Activations.DESK,
                    dying.lapsesOn().toString());
            process.lapsed(order);
        }
    }

    /** Mails the administrator, where one is known, and the partner. */
    public void tell(OrderKey order) {
        correspondence.tellLapsed(activations.get(order));
    }

    /** Until tomorrow, because somewhere it is tomorrow already. */
    private List<Dying> dying() {
        return database.sql("""
                        select a.order_key, g.country, p.lapses_on
                        from activation a
                             join agreement g on g.id = a.agreement_id
                             join purchase p on p.partner_id = split_part(a.order_key, '/', 1)
                                            and p.order_number = split_part(a.order_key, '/', 2)
                        where a.ended_at is null and a.status <> 'RENEWED' and p.lapses_on <= :tomorrow
                        """)
                .param(
                        "tomorrow",
                        clock.instant().atOffset(ZoneOffset.UTC).toLocalDate().plusDays(1))
                .query(Dying.class)
                .list();
    }

    private record Dying(String orderKey, String country, LocalDate lapsesOn) {}
}
