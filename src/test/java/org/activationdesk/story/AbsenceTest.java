package org.activationdesk.story;

import static org.activationdesk.story.Silence.HELP_ADMINISTRATOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;
import org.activationdesk.mail.BounceAddresses;
import org.activationdesk.mail.MailState;
import org.activationdesk.mail.Mails;
import org.activationdesk.purchase.OrderKey;
import org.activationdesk.tryout.DeskTest;
import org.activationdesk.tryout.MailServer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** An answering machine says that the administrator is away: the ladder waits until a date that can be read. */
@DeskTest
@Import({Stage.class, Calendar.class, Silence.class, FlowCoverage.class})
@TestPropertySource(properties = "camunda.bpm.job-execution.enabled=false")
class AbsenceTest {
    private static final String MADE_FOR_NOBODY =
            "bounces+6f9619ff8b864011b42d00c04fc964ff5d1e2a9b0c3f4e77@desk.example";

    @Autowired
    private Stage stage;

    @Autowired
    private Calendar calendar;

    @Autowired
    private Silence silence;

    @Autowired
    private MailServer server;

    @Autowired
    private BounceAddresses addresses;

    @Autowired
    private Mails mails;

    @Test
    void nobody_who_is_away_is_reminded_and_the_ladder_begins_with_the_first_day_back() throws Exception {
        LocalDate monday = LocalDate.of(2032, 10, 4);
        String mailbox = "on-holiday@foundry.example";
        OrderKey order = silence.ordered(mailbox, monday);
        answers(order, "out-of-office-exchange-nl", "11 december 2026", "15 oktober 2032");
        assertThat(mails.find(id(order)).orElseThrow().absentUntil()).isEqualTo(LocalDate.of(2032, 10, 15));

        // Back on Monday 18 October: reminded on Wednesday, and the partner is asked on Wednesday of next week.
        follows(monday, LocalDate.of(2032, 10, 19));
        assertThat(stage.mailsTo(mailbox, order)).hasSize(1);
        assertThat(stage.task(order, HELP_ADMINISTRATOR)).isEmpty();
        calendar.at(LocalDate.of(2032, 10, 20), 9);
        assertThat(stage.mailsTo(mailbox, order)).hasSize(2);
        follows(LocalDate.of(2032, 10, 20), LocalDate.of(2032, 10, 26));
        assertThat(stage.task(order, HELP_ADMINISTRATOR)).isEmpty();
        calendar.at(LocalDate.of(2032, 10, 27), 9);
        assertThat(stage.task(order, HELP_ADMINISTRATOR)).isPresent();
    }

    @Test
    void an_absence_without_an_end_that_can_be_read_changes_nothing() throws Exception {
        LocalDate monday = LocalDate.of(2032, 11, 8);
        String mailbox = "somewhere@foundry.example";
        OrderKey order = silence.ordered(mailbox, monday);
        answers(order, "out-of-office-no-date", "", "");
        calendar.at(monday.plusDays(2), 9);
        assertThat(stage.mailsTo(mailbox, order)).hasSize(2);
        follows(monday.plusDays(2), monday.plusDays(9));
        assertThat(stage.task(order, HELP_ADMINISTRATOR)).isPresent();
    }

    @Test
    void the_last_day_of_the_link_in_our_own_mail_is_nobodys_absence() throws Exception {
        OrderKey order = silence.ordered("quotes@foundry.example", LocalDate.of(2032, 12, 6));
        String lastDay = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH)
                .withZone(ZoneOffset.UTC)
                .format(mails.find(id(order)).orElseThrow().linkExpiresAt());
        answers(order, "quote-no-marks", "20 May 2027", lastDay);
        assertThat(mails.find(id(order)).orElseThrow().absentUntil()).isNull();
    }

    private void answers(OrderKey order, String name, String date, String now) throws Exception {
        String address = addresses.sign(id(order)).orElseThrow();
        String text = Corpus.text(name).replace(MADE_FOR_NOBODY, address);
        server.comesBack(Corpus.message(date.isEmpty() ? text : text.replace(date, now)));
        await().until(() -> mails.find(id(order)).orElseThrow().state() == MailState.AUTO_REPLIED);
    }

    private UUID id(OrderKey order) {
        return stage.mailId(order);
    }

    private void follows(LocalDate from, LocalDate to) {
        for (LocalDate day = from.plusDays(1); !day.isAfter(to); day = day.plusDays(1)) {
            calendar.at(day, 9);
        }
    }
}
