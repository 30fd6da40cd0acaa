package org.activationdesk.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.activationdesk.tryout.signin.Accounts.ADMIN_BAKKERIJ;
import static org.activationdesk.tryout.signin.Accounts.ADMIN_FOUNDRY;
import static org.activationdesk.tryout.signin.Accounts.BAKKERIJ;
import static org.activationdesk.tryout.signin.Accounts.COLLEAGUE_BAKKERIJ;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import org.activationdesk.tryout.MovableClock;
import org.activationdesk.tryout.signin.Account;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The page on which an administrator names a deputy or an absence, and the check that comes after the renewal. */
class HandOverTest extends BrowserStory {
    @Autowired
    private MovableClock clock;

    @Test
    void a_colleague_takes_over_in_dutch() {
        String order = purchase(noordzee(), KNOWN, HandOverTest::ofBakkerij);
        String link = link(ADMIN_BAKKERIJ.username(), order);
        Person administrator = follows(ADMIN_BAKKERIJ, link, "Aanmelden met uw werk- of schoolaccount");
        String page = desk + "/orders/" + order + "/hand-over";
        assertThat(administrator.link("Draag dit over, of laat weten tot en met wanneer u afwezig bent"))
                .hasAttribute("href", page);
        administrator.station("08-accept-with-hand-over");

        administrator.goTo(page).readsTitle("Kunt u nu niet verder?");
        administrator.station("60-hand-over");
        administrator.press("Doorgeven");
        administrator.sees("Vul in wie het overneemt, of tot en met wanneer u afwezig bent.");
        administrator.station("61-hand-over-refused");
        administrator.type("Naam van uw collega", COLLEAGUE_BAKKERIJ.name());
        administrator.type("Zakelijk e-mailadres van uw collega", COLLEAGUE_BAKKERIJ.username());
        administrator.press("Doorgeven");
        administrator.readsTitle("U hebt dit overgedragen");
        administrator.sees("Sanne Bakker (colleague@bakkerij.example)");
        administrator.station("62-handed-over");
        administrator.goTo(page).readsTitle("U hebt dit overgedragen");

        var mail = mail(COLLEAGUE_BAKKERIJ.username(), order);
        assertThat(mail.text()).contains("Joris de Vries heeft dit aan u overgedragen");
        Person colleague = follows(COLLEAGUE_BAKKERIJ, link(mail), "Aanmelden met uw werk- of schoolaccount");
        colleague.sees("Ik heb deze tekst gelezen en accepteer die namens de organisatie");
        colleague.reads(mail);
        colleague.station("63-mail-to-the-deputy");
        colleague.goTo(page).readsTitle("Kunt u nu niet verder?");
        administrator.goTo(link).readsTitle("Wij kennen deze link niet");
        Person stranger = browsers.person(ADMIN_FOUNDRY);
        stranger.goTo(page).signIn().readsTitle("There is nothing at this address");
        renewsAndLooksLater(colleague, order);
    }

    private void renewsAndLooksLater(Person colleague, String order) {
        colleague.goTo(desk + "/go/" + order);
        colleague.tick("Ik heb deze tekst gelezen en accepteer die namens de organisatie");
        colleague.press("Taak afronden");
        colleague.tick("Verlengen: nieuwe einddatum, zelfde aantal licenties");
        colleague.tick("Via de link van Microsoft, in de licentiemail");
        colleague.tick("Ik heb verlengd");
        colleague.sees("De einddatum gaat van 31 december 2026 naar 31 december 2027. Het aantal licenties blijft 40.");
        colleague.station("63-renew-in-numbers");
        colleague.press("Taak afronden");
        colleague.tick("Nog niet");
        colleague.station("64-check");
        colleague.press("Taak afronden");
        waitFor(order, "RENEWED");
        colleague.goTo(desk + "/orders/" + order + "/hand-over").readsTitle("Kunt u nu niet verder?");
        colleague.station("65-absence-only");
    }

    @Test
    void an_absence_and_a_check_in_english() {
        String order = purchase(noordzee(), KNOWN, document -> {});
        String link = link(ADMIN_FOUNDRY.username(), order);
        Person administrator = follows(ADMIN_FOUNDRY, link, "Sign in with your work or school account");
        administrator.sees("I have read this text and accept it on behalf of the organisation");
        administrator.goTo(link);
        administrator.click(administrator.link("Hand over, or say that you are away"));
        LocalDate back = LocalDate.now(clock).plusDays(10);
        administrator.type("Last day of my absence", back.toString());
        administrator.press("Tell the desk");
        administrator.sees("Noted: you are away until ");
        administrator.station("60-hand-over");
        assertThat(record(order).path("absent_until").asText()).isEqualTo(back.toString());

        administrator.click(administrator.link("Back to my task"));
        administrator.tick("I have read this text and accept it on behalf of the organisation");
        administrator.press("Complete task");
        administrator.tick("Add seats: same end date, more seats");
        administrator.tick("Through the licensing portal");
        administrator.tick("I have added seats");
        administrator.station("09-renew-in-numbers");
        administrator.press("Complete task");

        administrator.sees("The end date stays 31 December 2026. The number of seats goes from 40 to 80.");
        administrator.tick("Yes, I see the subscription");
        sees(administrator, "31/12/2027", "40");
        administrator.station("64-check");
        administrator.press("Complete task");
        administrator.sees("That is not what we expect.");
        administrator.tick("Yes, I see the subscription");
        sees(administrator, "31/12/2027", "40");
        administrator.tick("This is really what I see");
        administrator.station("65-check-differs");
        administrator.press("Complete task");
        administrator.sees("You saw before: end date 31 December 2027, seats: 40");
        administrator.station("66-check-again");
        administrator.tick("Yes, I see the subscription");
        sees(administrator, "31/12/2026", "80");
        administrator.getsListsLate();
        administrator.press("Complete task");
        administrator.sees("Done: the subscription is active");
        administrator.sees("31 December 2026");
        administrator.station("66-good-end");
        administrator.click(administrator.link("The proof of it"));
        administrator.readsTitle("Proof of activation, order " + number(order));
        administrator.station("67-proof");
        waitFor(order, "ACTIVE");
        administrator.reads(mail(ADMIN_FOUNDRY.username(), order));
        administrator.station("67-mail-active");
    }

    private static void sees(Person administrator, String endDate, String seats) {
        administrator.type("End date in the admin center", endDate);
        administrator.type("Number of seats in the admin center", seats);
        administrator.type("Domain of the organisation in the admin center", "foundry.example");
    }

    static void ofBakkerij(ObjectNode document) {
        administrator(document, ADMIN_BAKKERIJ.username(), "nl");
        ((ObjectNode) document.withArray("contacts").get(0)).put("name", ADMIN_BAKKERIJ.name());
        document.put("organisation", "Bakkerij de Vries");
        document.putObject("tenant").put("domain", "bakkerij.example").put("id", BAKKERIJ.toString());
    }

    private Person follows(Account account, String link, String signIn) {
        Person person = browsers.person(account);
        person.goTo(link);
        person.press(signIn);
        return person.signIn();
    }
}
