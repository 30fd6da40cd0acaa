package org.activationdesk.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.activationdesk.tryout.signin.Accounts.AGENT_NOORDZEE;
import static org.activationdesk.tryout.signin.Accounts.AGENT_ZUIDERLICHT;
import static org.activationdesk.tryout.signin.Accounts.MANAGER;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import org.activationdesk.tryout.MovableClock;
import org.activationdesk.tryout.TimeStep;
import org.activationdesk.tryout.signin.Account;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A visitor of the try-out moves the clock and sees what becomes of an administrator and a partner who say nothing. */
class LadderTest extends BrowserStory {
    /** No holiday is near. */
    private static final LocalDate MONDAY = LocalDate.of(2034, 2, 6);

    @Autowired
    private MovableClock clock;

    @Test
    void the_clock_page_shows_reminders_the_question_to_the_partner_and_the_call_of_the_managers() {
        Duration step = Duration.between(
                clock.instant(),
                MONDAY.atTime(10, 0).atZone(ZoneId.of("Europe/Amsterdam")).toInstant());
        clock.forward(new TimeStep(Period.ZERO, step));
        String mailbox = "ladder@foundry.example";
        String order = purchase(noordzee(), KNOWN, document -> {
            document.put("country", "NL").put("orderedOn", MONDAY.toString());
            administrator(document, mailbox, "en");
        });
        waitFor(order, "INVITED");
        Person visitor = browsers.person(AGENT_ZUIDERLICHT);
        visitor.goTo(desk + "/clock");

        moves(visitor, "+ 2 days", "ADMINISTRATOR_REMINDED", order);
        assertThat(mail(visitor, "Reminder: order", mailbox)).isVisible();
        moves(visitor, "+ 5 days", "ADMINISTRATOR_REMINDED", order);
        visitor.page()
                .screenshot(new Page.ScreenshotOptions()
                        .setPath(Browsers.SCREENSHOTS.resolve("clock-ladder.png"))
                        .setFullPage(true));
        visitor.click(mail(visitor, "Reminder: order", mailbox).locator("a"));
        assertThat(visitor.page().frameLocator("iframe").getByText("Is something in the way?"))
                .isVisible();

        visitor.goTo(desk + "/clock");
        moves(visitor, "+ 2 days", "PARTNERS_HELP_ASKED", order);
        opensTask(AGENT_NOORDZEE, order, "Is dit nog de juiste persoon?", "60-help-the-administrator");
        moves(visitor, "+ 7 days", "MANAGERS_ASKED", order);
        opensTask(MANAGER, order, "Wat hebt u met de partner afgesproken?", "61-help-the-partner");
    }

    private void opensTask(Account account, String order, String question, String station) {
        Person person = browsers.person(account);
        person.goTo(desk + "/go/" + order).signIn();
        person.page().getByText(question).first().scrollIntoViewIfNeeded();
        person.sees(question);
        person.page().setViewportSize(1280, 1500);
        person.station(station);
    }

    private static void moves(Person visitor, String step, String event, String order) {
        visitor.press(step);
        Locator seen = visitor.page()
                .locator(".fired li")
                .filter(new Locator.FilterOptions().setHasText(event))
                .filter(new Locator.FilterOptions().setHasText(order));
        showsUp(visitor, seen);
    }

    /** The mail that the page shows in the end: it leaves after the event that announces it. */
    private static Locator mail(Person visitor, String subject, String mailbox) {
        Locator seen = visitor.page()
                .locator(".fired li")
                .filter(new Locator.FilterOptions().setHasText(subject))
                .filter(new Locator.FilterOptions().setHasText(mailbox));
        showsUp(visitor, seen);
        return seen;
    }

    private static void showsUp(Person visitor, Locator seen) {
        await().pollInSameThread().until(() -> {
            if (seen.count() == 0) {
                visitor.page().reload();
            }
            return seen.count() > 0;
        });
    }
}
