package org.activationdesk.story;

import static org.activationdesk.tryout.signin.Accounts.ADMIN_FOUNDRY;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.activationdesk.followup.Cadence;
import org.activationdesk.followup.Cadences;
import org.activationdesk.followup.Situation;
import org.activationdesk.followup.Stage;
import org.activationdesk.followup.Step;
import org.activationdesk.problem.KnownProblem;
import org.activationdesk.problem.Problems;
import org.activationdesk.purchase.OrderKey;
import org.activationdesk.tryout.DeskTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.TestPropertySource;

/** The follow-up asks the table about what can be due, and about nothing else. */
@DeskTest
@Import({org.activationdesk.story.Stage.class, Calendar.class, Silence.class, QuietTest.Listening.class})
@TestPropertySource(properties = "camunda.bpm.job-execution.enabled=false")
class QuietTest {
    private static final LocalDate MONDAY = LocalDate.of(2036, 10, 6);
    /** No other story has keys with about as many days left, so these are known by them. */
    private static final int DAYS_LEFT = 377;

    @Autowired
    private org.activationdesk.story.Stage stage;

    @Autowired
    private Calendar calendar;

    @Autowired
    private Silence silence;

    @Autowired
    private Asked asked;

    @BeforeEach
    void nothingAsked() {
        asked.situations.clear();
    }

    @Test
    void what_has_nothing_due_is_not_asked_about_until_it_can_have_or_something_happens(@Autowired Problems problems) {
        OrderKey signedIn = ordered("quiet-1@foundry.example", MONDAY);
        OrderKey withProblem = ordered("quiet-2@foundry.example", MONDAY);
        OrderKey silent = ordered("quiet-3@foundry.example", MONDAY);
        calendar.at(MONDAY, 11);
        assertThat(asked.stages()).containsOnly(Stage.WAIT_FOR_SIGN_IN);

        calendar.at(MONDAY, 12);
        calendar.at(MONDAY.plusDays(1), 9);
        assertThat(asked.stages()).isEmpty();

        stage.arrives(ADMIN_FOUNDRY, signedIn, "quiet-1@foundry.example", false);
        calendar.at(MONDAY.plusDays(1), 10);
        assertThat(asked.stages()).containsOnly(Stage.ACCEPT);
        problems.report(withProblem, KnownProblem.F4, "", "quiet-2@foundry.example");
        stage.work();
        calendar.at(MONDAY.plusDays(1), 11);
        assertThat(asked.stages()).containsOnly(Stage.PROBLEM_OPEN);

        calendar.at(MONDAY.plusDays(2), 9);
        assertThat(asked.stages()).containsOnly(Stage.WAIT_FOR_SIGN_IN);
        assertThat(stage.mailsTo("quiet-3@foundry.example", silent)).hasSize(2);
        calendar.at(MONDAY.plusDays(2), 10);
        assertThat(asked.stages()).containsOnly(Stage.WAIT_FOR_SIGN_IN);
        calendar.at(MONDAY.plusDays(2), 11);
        assertThat(asked.stages()).isEmpty();
    }

    @Test
    void a_changed_table_is_asked_about_everything_once() {
        LocalDate monday = MONDAY.plusWeeks(2);
        ordered("quiet-start@foundry.example", monday);
        calendar.at(monday, 11);
        asked.situations.clear();
        asked.version = "another";
        calendar.at(monday, 12);
        assertThat(asked.stages()).contains(Stage.WAIT_FOR_SIGN_IN);
        calendar.at(monday, 13);
        assertThat(asked.stages()).isEmpty();
    }

    private OrderKey ordered(String mailbox, LocalDate day) {
        return silence.ordered(mailbox, day, day.minusYears(5).plusDays(DAYS_LEFT));
    }

    @TestConfiguration
    static class Listening {
        @Bean
        @Primary
        Asked asked(@Qualifier("followUpTable") Cadences table) {
            return new Asked(table);
        }
    }

    /** Writes down what the table is asked. */
    static class Asked implements Cadences {
        private final List<Situation> situations = new CopyOnWriteArrayList<>();
        private final Cadences table;
        private String version = "";

        Asked(Cadences table) {
            this.table = table;
        }

        /** Of the orders of this test, since it was asked last. */
        List<Stage> stages() {
            List<Stage> stages = situations.stream()
                    .filter(situation -> Math.abs(DAYS_LEFT - situation.daysLeft()) < 20)
                    .map(Situation::stage)
                    .toList();
            situations.clear();
            return stages;
        }

        @Override
        public Cadence current() {
            Cadence cadence = table.current();
            return new Cadence() {
                @Override
                public String version() {
                    return cadence.version() + version;
                }

                @Override
                public Step next(Situation situation) {
                    situations.add(situation);
                    return cadence.next(situation);
                }
            };
        }
    }
}
