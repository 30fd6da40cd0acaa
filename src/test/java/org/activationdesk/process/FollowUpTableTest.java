package org.activationdesk.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.activationdesk.followup.Situation;
import org.activationdesk.followup.Stage;
import org.activationdesk.followup.Step;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the table says that ships with the desk; every row has a line here. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FollowUpTableTest {
    private final TestedTable table = new TestedTable(FollowUpTable.DECISION);

    @ParameterizedTest
    @CsvSource({
        // row, stage, waited, reminders, since the last, escalated, days left, step
        "AdministratorSilent, WAIT_FOR_SIGN_IN, 7, 2, 2, false, 400, ESCALATE_TO_PARTNER",
        "AdministratorSilent, ACCEPT,           7, 0, 7, false, 400, ESCALATE_TO_PARTNER",
        "AdministratorSilent, RENEW,           99, 0, 9, false,   3, ESCALATE_TO_PARTNER",
        "AdministratorSilent, CHECK,            7, 2, 2, false, 400, ESCALATE_TO_PARTNER",
        "PartnerSilent,       PARTNERS_ANSWER,  4, 1, 2, false, 400, ESCALATE_TO_MANAGER",
        "ProblemSilent,       PROBLEM_OPEN,     7, 1, 5, false, 400, ESCALATE_TO_MANAGER",
        "LastWeek,            RENEW,            9, 5, 1, true,    7, REMIND_WITH_DIAGNOSIS",
        "LastWeek,            PARTNERS_ANSWER,  9, 5, 1, true,    0, REMIND_WITH_DIAGNOSIS",
        "LastMonth,           ACCEPT,           9, 5, 3, true,   30, REMIND_WITH_DIAGNOSIS",
        "LastTwoMonths,       WAIT_FOR_SIGN_IN, 9, 5, 5, true,   60, REMIND_WITH_DIAGNOSIS",
        "SecondReminder,      WAIT_FOR_SIGN_IN, 5, 1, 3, false, 400, REMIND_WITH_DIAGNOSIS",
        "SecondReminder,      CHECK,            5, 1, 3, false, 400, REMIND_WITH_DIAGNOSIS",
        "FirstReminder,       CHECK,            2, 0, 2, false, 400, REMIND",
        "FirstReminder,       WAIT_FOR_SIGN_IN, 2, 0, 2, false, 400, REMIND",
        "FirstReminder,       RENEW,            6, 0, 6, false, 400, REMIND",
        "PartnerReminder,     PARTNERS_ANSWER,  2, 0, 2, false, 400, REMIND",
        "ProblemReminder,     PROBLEM_OPEN,     2, 0, 2, false, 400, REMIND_WITH_DIAGNOSIS",
        ",                    WAIT_FOR_SIGN_IN, 1, 0, 1, false, 400, NONE",
        ",                    WAIT_FOR_SIGN_IN, 4, 1, 2, false, 400, NONE",
        ",                    WAIT_FOR_SIGN_IN, 6, 2, 1, false, 400, NONE",
        ",                    WAIT_FOR_SIGN_IN, 9, 2, 9, true,   61, NONE",
        ",                    WAIT_FOR_SIGN_IN, 9, 5, 4, true,   31, NONE",
        ",                    WAIT_FOR_SIGN_IN, 9, 5, 2, true,    8, NONE",
        ",                    WAIT_FOR_SIGN_IN, 9, 5, 0, true,    1, NONE",
        ",                    CHECK,            1, 0, 1, false, 400, NONE",
        ",                    PARTNERS_ANSWER,  3, 1, 1, false, 400, NONE",
        ",                    PARTNERS_ANSWER,  9, 1, 9, true,  400, NONE"
    })
    void every_row_does_what_it_is_there_for(
            String row, Stage stage, int waited, int reminders, int since, boolean escalated, int left, Step step) {
        var situation = new Situation(stage, waited, reminders, since, escalated, left);
        var result = table.evaluate(FollowUpTable.inputs(situation));
        if (row == null) {
            assertThat(result).isEmpty();
        } else {
            assertThat(table.matched()).containsExactly("Rule_" + row);
            assertThat(Step.of(result.getSingleResult().getEntry("step"))).isEqualTo(step);
            table.tested("Rule_" + row);
        }
    }

    @AfterAll
    void every_row_was_tested() {
        table.hasOnlyTestedRows();
    }

    @Test
    void the_decision_id_is_the_file_name_and_history_has_an_end() {
        table.keepsItsHistoryFor("P30D");
    }

    @Test
    void a_table_that_says_something_unknown_is_named() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Step.of("shout"))
                .withMessageContaining("\"shout\"")
                .withMessageContaining("remindWithDiagnosis");
    }
}
