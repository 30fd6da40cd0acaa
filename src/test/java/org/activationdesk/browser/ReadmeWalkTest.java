package org.activationdesk.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.activationdesk.tryout.signin.Accounts.ADMIN_BAKKERIJ;
import static org.activationdesk.tryout.signin.Accounts.ADMIN_FOUNDRY;
import static org.activationdesk.tryout.signin.Accounts.AGENT_NOORDZEE;
import static org.activationdesk.tryout.signin.Accounts.MANAGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import org.activationdesk.browser.ReadmeCommands.Command;
import org.junit.jupiter.api.Test;

/**
 * The walk of the README as a newcomer takes it: its own commands, then the inbox and what it leads to in a browser. Mails are
 * read where visitors read them.
 */
class ReadmeWalkTest extends BrowserStory {
    private static final String PARTNERS_MAILBOX = "licenties@noordzee.example";

    private final ReadmeCommands readme = new ReadmeCommands();

    ReadmeWalkTest() throws IOException {}

    @Test
    void the_readme_counts_the_clicks_of_its_walk() throws IOException {
        List<Command> commands = readme.toTheDesk();
        String first = posts(commands.get(0));

        Person partner = browsers.person(AGENT_NOORDZEE);
        namesTheAdministrator(partner, number(key(first)));
        Person administrator = browsers.person(ADMIN_BAKKERIJ);
        acceptsAndRenews(administrator, number(key(first)));
        assertThat(partner.clicks() + administrator.clicks()).isEqualTo(readme.clicks());

        assertThat(commands.get(1).address()).isEqualTo(first);
        isActive(commands.get(1).address());
        bothReadThatItIsActive(administrator, number(key(first)));
        String second = posts(commands.get(2));
        Person manager = browsers.person(MANAGER);
        seesOnlyWhatRuns(manager, number(key(second)), number(key(first)));
    }

    /** Sends what a command of the README sends, to the address that stands there. */
    private String posts(Command command) throws IOException {
        assertThat(command.address()).isEqualTo("/api/purchases");
        String address = noordzee().registers(command.document());
        withdrawAtTheEnd(noordzee(), address);
        return address;
    }

    private void namesTheAdministrator(Person partner, String number) {
        InboxWindow inbox = new InboxWindow(partner, desk).shows(PARTNERS_MAILBOX, number);
        partner.station("03-mail-to-the-partner");
        inbox.followsItsButton();
        partner.signIn();
        partner.claims();
        partner.sees("Uw antwoord");
        partner.station("04-question-to-the-partner");
        partner.tick("Ik weet wie de onlinebeheerder is");
        partner.type("Naam", "Joris de Vries");
        partner.type("Zakelijk e-mailadres", ADMIN_BAKKERIJ.username());
        partner.tick("Nederlands");
        partner.station("05-administrator-named");
        partner.press("Taak afronden");
    }

    private void acceptsAndRenews(Person administrator, String number) {
        InboxWindow inbox = new InboxWindow(administrator, desk).shows(ADMIN_BAKKERIJ.username(), number);
        administrator.station("06-mail-to-administrator");
        inbox.followsItsButton();
        administrator.station("07-landing-page");
        administrator.press("Aanmelden met uw werk- of schoolaccount");
        administrator.signIn();
        administrator.tick("Ik heb deze tekst gelezen en accepteer die namens de organisatie");
        administrator.station("08-accept");
        administrator.press("Taak afronden");
        administrator.tick("Verlengen: nieuwe einddatum, zelfde aantal licenties");
        administrator.tick("Via de link van Microsoft, in de licentiemail");
        administrator.tick("Ik heb verlengd");
        administrator.sees(
                "De einddatum gaat van 31 januari 2027 naar 31 januari 2028. Het aantal licenties blijft 25.");
        administrator.type("Einddatum in het beheercentrum", "31 januari 2028");
        administrator.type("Aantal licenties in het beheercentrum", "25");
        administrator.type("Domein van de organisatie in het beheercentrum", "bakkerij.example");
        administrator.station("09-renew");
        administrator.press("Taak afronden");
        administrator.sees("U hebt nu niets te doen.");
        administrator.station("10-nothing-to-do");
    }

    private void bothReadThatItIsActive(Person reader, String number) {
        InboxWindow inbox = new InboxWindow(reader, desk);
        for (String mailbox : List.of(ADMIN_BAKKERIJ.username(), PARTNERS_MAILBOX)) {
            inbox.follows(mailbox, "Het bewijs van deze activering");
            reader.readsTitle("Bewijs van activering, bestelling " + number);
        }
    }

    @Test
    void a_known_administrator_accepts_and_renews_in_english() {
        String order = purchase(noordzee(), KNOWN, document -> {});

        Person administrator = browsers.person(ADMIN_FOUNDRY);
        InboxWindow inbox = new InboxWindow(administrator, desk).shows(ADMIN_FOUNDRY.username(), number(order));
        administrator.station("06-mail-to-administrator");
        inbox.followsItsButton();
        String link = administrator.page().url();
        administrator.station("07-landing-page");
        administrator.press("Sign in with your work or school account");
        administrator.signIn();
        administrator.tick("I have read this text and accept it on behalf of the organisation");
        administrator.station("08-accept");
        administrator.press("Complete task");
        administrator.tick("Renew: new end date, same number of seats");
        administrator.tick("Through Microsoft’s link, in the licensing e-mail");
        administrator.tick("I have renewed");
        administrator.sees(
                "The end date moves from 31 December 2026 to 31 December 2027. The number of seats stays 40.");
        administrator.type("End date in the admin center", "31/12/2027");
        administrator.type("Number of seats in the admin center", "40");
        administrator.type("Domain of the organisation in the admin center", "foundry.example");
        administrator.station("09-renew");
        administrator.press("Complete task");
        administrator.sees("You have nothing to do right now.");
        administrator.station("10-nothing-to-do");

        isActive("/api/purchases/" + order);
        administrator.goTo(link).sees("Already done by Grace Holloway on ");
        administrator.station("11-already-done");
    }

    /** Cockpit lists the order that runs, and not the one that has ended. */
    private void seesOnlyWhatRuns(Person manager, String running, String ended) {
        manager.goTo(desk + "/camunda/app/cockpit/default/").signIn();
        manager.click(manager.link("Processes"));
        manager.click(manager.link("License activation"));
        assertThat(manager.page().getByText(running)).isVisible();
        assertThat(manager.page().getByText(ended)).hasCount(0);
        manager.station("13-cockpit");
    }

    private void isActive(String address) {
        JsonNode purchase = await().until(
                        () -> noordzee().status(address),
                        status -> status.path("status").asText().equals("ACTIVE"));
        assertThat(purchase.path("heldBy").path("role").asText()).isEqualTo("NOBODY");
        assertThat(purchase.path("timeline").findValuesAsText("event"))
                .startsWith("PURCHASE_RECEIVED")
                .containsSubsequence(
                        "ACTIVATION_EMAIL_SENT",
                        "ADMINISTRATOR_SIGNED_IN",
                        "AGREEMENT_WAS_ACCEPTED",
                        "SUBSCRIPTION_RENEWED",
                        "SUBSCRIPTION_ACTIVE");
    }
}
