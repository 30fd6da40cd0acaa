package org.activationdesk.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.activationdesk.tryout.signin.Accounts.ADMIN_BAKKERIJ;
import static org.activationdesk.tryout.signin.Accounts.ADMIN_STRANGER;
import static org.activationdesk.tryout.signin.Accounts.AGENT_NOORDZEE;
import static org.activationdesk.tryout.signin.Accounts.AGENT_ZUIDERLICHT;
import static org.activationdesk.tryout.signin.Accounts.COLLEAGUE_BAKKERIJ;
import static org.activationdesk.tryout.signin.Accounts.SOMEONE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.activationdesk.tryout.signin.Account;
import org.junit.jupiter.api.Test;

/** What people find who have no part in a purchase: nothing, and how to come in with the right account. */
class StrangersTest extends BrowserStory {
    private static final String NOTHING = "You have nothing to do right now.";

    @Test
    void an_account_of_another_tenant_binds_nothing_and_sees_no_task() {
        String order = forBakkerij();
        Person stranger = refused(ADMIN_STRANGER, order, "This is not the account for this purchase");
        stranger.sees("admin@stranger.example");
        stranger.sees("stranger.example");
        stranger.sees("Bakkerij de Vries");
        stranger.station("20-wrong-account");

        stranger.goTo(desk + "/go/" + order).readsTitle("Nothing to do for the moment");
        assertThat(stranger.page().content()).doesNotContain("Bakkerij");
        stranger.goTo(desk + TASKLIST).sees(NOTHING);
        assertThat(tasks(stranger)).isEqualTo("[]");
        stranger.station("21-empty-tasklist");
    }

    @Test
    void who_came_with_the_wrong_account_switches_and_is_let_in() {
        String order = forBakkerij();
        Person stranger = refused(ADMIN_STRANGER, order, "This is not the account for this purchase");
        stranger.press("Use another account");
        // The provider knows the stranger, and asks all the same.
        stranger.click(stranger.link("Use another account"));
        stranger.signInAs(ADMIN_BAKKERIJ);
        stranger.sees("Accept the agreement");
        assertThat(record(order).path("status").asText()).isEqualTo("SIGNED_IN");
    }

    @Test
    void a_personal_account_is_refused_in_the_same_way() {
        String order = forBakkerij();
        Person someone = refused(SOMEONE, order, "This is a personal account");
        someone.sees("Bakkerij de Vries");
        someone.station("22-personal-account");
        someone.goTo(desk + TASKLIST).readsTitle("This is a personal account");
        assertThat(someone.call("GET", desk + API + "task", null).status()).isEqualTo(403);
    }

    @Test
    void a_colleague_who_comes_second_is_refused() {
        String order = forBakkerij();
        Person administrator = follows(ADMIN_BAKKERIJ, order);
        administrator.sees("Ik heb deze tekst gelezen en accepteer die namens de organisatie");

        Person colleague = refused(COLLEAGUE_BAKKERIJ, order, "Iemand anders is hier al mee bezig");
        colleague.station("23-somebody-else");
        colleague.goTo(desk + "/go/" + order).readsTitle("U hoeft nu even niets te doen");
        assertThat(colleague.page().content()).doesNotContain("Bakkerij de Vries");
        assertThat(tasks(colleague)).isEqualTo("[]");

        administrator.goTo(link(ADMIN_BAKKERIJ.username(), order));
        administrator.press("Aanmelden met uw werk- of schoolaccount");
        administrator.press("Doorgaan als Joris de Vries");
        administrator.sees("Ik heb deze tekst gelezen en accepteer die namens de organisatie");
    }

    @Test
    void the_other_partner_sees_neither_task_nor_purchase() {
        String order = purchase(noordzee(), UNKNOWN, document -> {});
        mail("licenties@noordzee.example", order);

        Person other = browsers.person(AGENT_ZUIDERLICHT);
        other.goTo(desk + "/go/" + order).signIn().readsTitle("Nothing to do for the moment");
        assertThat(other.page().content()).doesNotContainIgnoringCase("Bakkerij", "noordzee", number(order));
        other.station("24-other-partner");
        other.goTo(desk + TASKLIST).sees("Our customers");
        other.sees(NOTHING);
        assertThat(tasks(other)).doesNotContain("Bakkerij", number(order));
        var answer = zuiderlicht().asks("/api/purchases/" + order);
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).doesNotContain("Bakkerij");

        Person own = browsers.person(AGENT_NOORDZEE);
        own.goTo(desk + "/go/" + order).signIn().sees("Noem de onlinebeheerder van Bakkerij de Vries");
        assertThat(tasks(own)).contains(number(order));
    }

    /** Who signs in with this account through the link gets a page with this title, and the record stays as it was. */
    private Person refused(Account account, String order, String title) {
        link(ADMIN_BAKKERIJ.username(), order);
        String before = everythingRecorded(order);
        Person person = follows(account, order);
        person.readsTitle(title);
        assertThat(everythingRecorded(order)).isEqualTo(before);
        return person;
    }

    private Person follows(Account account, String order) {
        Person person = browsers.person(account);
        person.goTo(link(ADMIN_BAKKERIJ.username(), order));
        person.press(
                account.language().equals("nl")
                        ? "Aanmelden met uw werk- of schoolaccount"
                        : "Sign in with your work or school account");
        return person.signIn();
    }

    private String forBakkerij() {
        return purchase(noordzee(), UNKNOWN, document -> {
            ObjectNode contact = document.withArray("contacts").addObject();
            contact.put("role", "ONLINE_ADMINISTRATOR")
                    .put("name", "Joris de Vries")
                    .put("email", ADMIN_BAKKERIJ.username())
                    .put("language", "nl");
        });
    }

    /** What the engine gives somebody of Noordzee's tasks. */
    private String tasks(Person person) {
        return person.call("GET", desk + API + "task?candidateGroup=partner-noordzee&includeAssignedTasks=true", null)
                .text();
    }
}
