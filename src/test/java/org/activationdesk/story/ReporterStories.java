package org.activationdesk.story;

import static org.activationdesk.tryout.signin.Accounts.ADMIN_FOUNDRY;
import static org.activationdesk.tryout.signin.Accounts.AGENT_NOORDZEE;
import static org.activationdesk.tryout.signin.Accounts.MANAGER;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.activationdesk.problem.KnownProblem;
import org.activationdesk.purchase.OrderKey;
import org.activationdesk.tryout.signin.Account;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What those who report problems hear of them. */
abstract class ReporterStories extends ProblemStories {
    @Autowired
    private JdbcClient database;

    @Test
    void whoever_reported_a_problem_hears_that_it_is_over_unless_it_was_their_own_doing() {
        OrderKey order = signedIn("heard@foundry.example", LocalDate.of(2035, 12, 17));
        reportedBy(AGENT_NOORDZEE, order, KnownProblem.F13);
        stage.answers(ADMIN_FOUNDRY, order, RESOLVE, SOLVED);
        assertThat(stage.mailsTo(AGENT_NOORDZEE.username(), order))
                .singleElement()
                .satisfies(mail -> assertThat(mail.text())
                        .contains("Het probleem dat u meldde, is voorbij", "U hoeft niets te doen."));
        reportedBy(MANAGER, order, KnownProblem.F12);
        stage.answers(ADMIN_FOUNDRY, order, RESOLVE, SOLVED);
        assertThat(stage.mailsTo(MANAGER.username(), order)).singleElement().satisfies(mail -> assertThat(mail.text())
                .contains("The problem that you reported is over"));

        int mails = stage.mailsTo("heard@foundry.example", order).size();
        reportedBy(ADMIN_FOUNDRY, order, KnownProblem.F12);
        stage.answers(ADMIN_FOUNDRY, order, RESOLVE, SOLVED);
        assertThat(stage.mailsTo("heard@foundry.example", order))
                .as("only the mail that says whose turn it is")
                .hasSize(mails + 1);

        reportedBy(AGENT_NOORDZEE, order, KnownProblem.F16);
        stage.answers(ADMIN_FOUNDRY, order, ACCEPT, ACCEPTS);
        renews(ADMIN_FOUNDRY, order);
        assertThat(stage.mailsTo(AGENT_NOORDZEE.username(), order))
                .hasSize(2)
                .first()
                .satisfies(mail -> assertThat(mail.text())
                        .contains("De beheerder heeft de activering gemeld", "Deze bestelling is gesloten."));
    }

    private void reportedBy(Account account, OrderKey order, KnownProblem problem) {
        new People(database).store(account);
        problems.report(order, problem, "", People.id(account));
        stage.work();
    }
}
