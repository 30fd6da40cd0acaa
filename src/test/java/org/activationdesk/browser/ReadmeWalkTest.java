package org.activationdesk.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.activationdesk.tryout.signin.Accounts.ADMIN_BAKKERIJ;
import static org.activationdesk.tryout.signin.Accounts.ADMIN_FOUNDRY;
import static org.activationdesk.tryout.signin.Accounts.AGENT_NOORDZEE;
import static org.activationdesk.tryout.signin.Accounts.MANAGER;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** The walk of the README, with its two example purchases, as a newcomer takes it. */
class ReadmeWalkTest extends BrowserStory {
    private static final int MOST_CLICKS = 12;

    @Test
    void a_partner_names_the_administrator_who_accepts_and_renews_in_dutch() throws IOException {
        String address = noordzee().registers(Files.readString(UNKNOWN));
        String order = key(address);

        Person partner = browsers.person(AGENT_NOORDZEE);
        opensMail(partner, "licenties@noordzee.example", order);
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

        Person administrator = browsers.person(ADMIN_BAKKERIJ);
        String link = opensMail(administrator, ADMIN_BAKKERIJ.username(), order);
        administrator.station("07-landing-page");
        administrator.press("Aanmelden met uw werk- of schoolaccount");
        administrator.signIn();
        administrator.tick("Ik heb deze tekst gelezen en accepteer die namens de organisatie");
        administrator.station("08-accept");
        administrator.press("Taak afronden");
        administrator.tick("Verlengen: nieuwe einddatum, zelfde aantal licenties");
        Person manager = managerSees(order);
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

        assertThat(partner.clicks() + administrator.clicks()).isLessThanOrEqualTo(MOST_CLICKS);
        isActive(address);
        managerSeesNoMore(manager, order);
        administrator.goTo(link).sees("Al gedaan door Joris de Vries op ");
        administrator.station("11-already-done");
        readsMail(administrator, ADMIN_BAKKERIJ.username(), order, "12-mail-active");
    }

    @Test
    void a_known_administrator_accepts_and_renews_in_english() throws IOException {
        String address = noordzee().registers(Files.readString(KNOWN));
        String order = key(address);

        Person administrator = browsers.person(ADMIN_FOUNDRY);
        String link = opensMail(administrator, ADMIN_FOUNDRY.username(), order);
        administrator.station("07-landing-page");
        administrator.press("Sign in with your work or school account");
        administrator.signIn();
        administrator.tick("I have read this text and accept it on behalf of the organisation");
        administrator.station("08-accept");
        administrator.press("Complete task");
        administrator.tick("Renew: new end date, same number of seats");
        Person manager = managerSees(order);
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

        assertThat(administrator.clicks()).isLessThanOrEqualTo(MOST_CLICKS);
        isActive(address);
        managerSeesNoMore(manager, order);
        administrator.goTo(link).sees("Already done by Grace Holloway on ");
        administrator.station("11-already-done");
        readsMail(administrator, ADMIN_FOUNDRY.username(), order, "12-mail-active");
    }

    /** Reads the mail, and follows the link in it. */
    private String opensMail(Person person, String mailbox, String order) {
        String link = link(mailbox, order);
        readsMail(
                person, mailbox, order, link.contains("/go/") ? "03-mail-to-the-partner" : "06-mail-to-administrator");
        person.goTo(link);
        return link;
    }

    private void readsMail(Person person, String mailbox, String order, String station) {
        person.reads(mail(mailbox, order));
        person.station(station);
    }

    /** Cockpit shows the instance among the running ones. */
    private Person managerSees(String order) {
        Person manager = browsers.person(MANAGER);
        manager.goTo(desk + "/camunda/app/cockpit/default/").signIn();
        manager.click(manager.link("Processes"));
        listsInstances(manager, () -> manager.click(manager.link("License activation")));
        assertThat(manager.page().getByText(order)).isVisible();
        manager.station("13-cockpit");
        return manager;
    }

    private void managerSeesNoMore(Person manager, String order) {
        listsInstances(manager, () -> manager.page().reload());
        assertThat(manager.page().getByText(order)).hasCount(0);
        manager.station("14-cockpit-gone");
    }

    /** Waits for the list itself, as nothing is also what a page shows that is not there yet. */
    private static void listsInstances(Person manager, Runnable step) {
        manager.page()
                .waitForResponse(
                        answer -> answer.url().contains("/process-instance?")
                                && answer.request().method().equals("POST")
                                && answer.ok(),
                        step);
        manager.sees("Process Instances");
    }

    private void isActive(String address) {
        waitFor(key(address), "ACTIVE");
        JsonNode purchase = noordzee().status(address);
        assertThat(purchase.path("status").asText()).isEqualTo("ACTIVE");
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
