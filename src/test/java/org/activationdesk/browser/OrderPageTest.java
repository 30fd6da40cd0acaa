package org.activationdesk.browser;

import static org.activationdesk.tryout.signin.Accounts.ADMIN_FOUNDRY;
import static org.activationdesk.tryout.signin.Accounts.ADMIN_STRANGER;
import static org.activationdesk.tryout.signin.Accounts.AGENT_NOORDZEE;
import static org.activationdesk.tryout.signin.Accounts.AGENT_ZUIDERLICHT;
import static org.activationdesk.tryout.signin.Accounts.ENGINEER;
import static org.activationdesk.tryout.signin.Accounts.MANAGER;
import static org.activationdesk.tryout.signin.Accounts.SOMEONE;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.Locale;
import org.activationdesk.tryout.signin.Account;
import org.junit.jupiter.api.Test;

/** The page that says how an order stands: the same for everybody who may see it, and nothing for all others. */
class OrderPageTest extends BrowserStory {
    @Test
    void the_partner_reads_what_happened_and_why_there_is_no_mail() {
        String order = purchase(noordzee(), UNKNOWN, document -> {});
        Person partner = browsers.person(AGENT_NOORDZEE);
        partner.goTo(link("licenties@noordzee.example", order)).signIn();
        // Tasklist keeps a form out of reach until its task is taken.
        partner.claims();
        Page stands = partner.page().waitForPopup(() -> partner.page()
                .getByText("Hoe deze bestelling ervoor staat")
                .first()
                .click());
        assertThat(stands.url()).endsWith("/orders/" + order);
        partner.goTo(stands.url() + "?lang=nl").readsTitle("Bestelling " + number(order));
        partner.sees("U bent aan zet, sinds");
        partner.sees("Vertel ons wie de onlinebeheerder is");
        partner.sees("Niemand weet wie de onlinebeheerder is (F1)");
        partner.sees("We hebben de partner gevraagd wie de onlinebeheerder is");
        partner.sees("aan licenties@noordzee.example");
        partner.sees("Verstuurd: de mailserver heeft de mail aangenomen.");
        whole(partner, "order-partner-nl");
        partner.goTo(stands.url() + "?lang=en");
        whole(partner, "order-partner-en");
    }

    @Test
    void the_administrator_reads_about_the_own_order_and_nothing_about_other_people() {
        String order = purchase(noordzee(), KNOWN, document -> {});
        Person administrator = browsers.person(ADMIN_FOUNDRY);
        administrator.goTo(link(ADMIN_FOUNDRY.username(), order));
        administrator.press("Sign in with your work or school account");
        administrator.signIn().isAt("tasklist");
        administrator.goTo(desk + "/orders/" + order).readsTitle("Order " + number(order));
        administrator.sees("Signed in; the agreement has not been accepted yet");
        administrator.sees("to " + ADMIN_FOUNDRY.username());
        assertThat(administrator.page().content()).doesNotContain("noordzee-orders", "Why have I no mail?");
        whole(administrator, "order-administrator-en");
        administrator.goTo(desk + "/orders/" + order + "?lang=nl").readsTitle("Bestelling " + number(order));
        whole(administrator, "order-administrator-nl");
        administrator.goTo(desk + "/orders?lang=en").sees(number(order));

        Person manager = browsers.person(MANAGER);
        manager.goTo(desk + "/orders/" + order + "?lang=en").signIn();
        manager.sees("We wait for the online administrator, Grace Holloway");
        manager.sees("noordzee-orders");
        whole(manager, "order-manager-en");
        manager.goTo(desk + "/orders/" + order + "?lang=nl");
        whole(manager, "order-manager-nl");
    }

    @Test
    void whoever_has_no_part_in_an_order_finds_nothing_there() {
        String order = purchase(noordzee(), KNOWN, document -> {});
        link(ADMIN_FOUNDRY.username(), order);
        for (Account stranger : new Account[] {AGENT_ZUIDERLICHT, ADMIN_STRANGER, ADMIN_FOUNDRY, ENGINEER}) {
            Person person = browsers.person(stranger);
            person.goTo(desk + "/orders/" + order + "?lang=en").signIn();
            person.readsTitle("There is nothing at this address");
            // Without the menu, whose form has another token each time.
            String page = person.page().locator("main").innerHTML();
            person.goTo(desk + "/orders/noordzee/NO-SUCH-ORDER").readsTitle("There is nothing at this address");
            assertThat(person.page().locator("main").innerHTML()).isEqualTo(page);
            person.goTo(desk + "/orders?lang=en&search=" + number(order));
            assertThat(person.page().content()).doesNotContain("Northgate");
        }
    }

    @Test
    void an_order_is_found_by_its_words_and_only_a_number_that_is_not_there_was_not_placed() {
        String order = purchase(noordzee(), KNOWN, document -> {});
        Person partner = browsers.person(AGENT_NOORDZEE);
        partner.goTo(desk + "/?lang=nl");
        partner.click(partner.link("Aanmelden"));
        partner.signIn();
        partner.click(partner.link("Bestellingen"));
        partner.readsTitle("Bestellingen");
        partner.page()
                .getByRole(AriaRole.SEARCHBOX)
                .fill("Grace foundry " + number(order).toLowerCase(Locale.ROOT));
        partner.press("Zoeken");
        whole(partner, "orders-nl");
        partner.page().setViewportSize(390, 844);
        assertThat(partner.page().evaluate("document.documentElement.scrollWidth"))
                .isEqualTo(390);
        whole(partner, "orders-narrow-nl");
        partner.page().setViewportSize(1280, 1000);
        partner.click(partner.page().locator(".orders a").first());
        partner.readsTitle("Bestelling " + number(order));
        partner.goTo(desk + "/orders?search=NZ-9999&after=7x");
        partner.sees("Er is geen bestelling gevonden voor “NZ-9999”.");
        partner.sees("(F7)");
        whole(partner, "orders-none-nl");
        for (String name : new String[] {"Contoso", "contoso 365", "a@b1.example", "%FF"}) {
            partner.goTo(desk + "/orders?lang=nl&search=" + name).sees("Er is geen bestelling gevonden");
            assertThat(partner.page().locator("main").textContent()).doesNotContain("F7");
        }
        partner.goTo(desk + "/orders?lang=en&search=" + "%22%3E%3Cimg%20src=x%3E%25_");
        partner.sees("No order was found");
        assertThat(partner.page().locator("main img").count()).isZero();
    }

    @Test
    void everybody_has_the_menu_of_their_role_their_name_and_the_way_out() {
        menuOf(MANAGER, "Taken Bestellingen Overeenkomsten Cockpit", "/orders/noordzee/NO-SUCH-ORDER");
        menuOf(AGENT_NOORDZEE, "Taken Bestellingen Overeenkomsten", "/agreements");
        menuOf(ADMIN_FOUNDRY, "Tasks Orders", "/agreements");
        Person engineer = menuOf(ENGINEER, "Admin Cockpit", "/");
        engineer.click(engineer.link("Open Admin"));
        engineer.isAt("/camunda/app/admin/default/");
        engineer.goTo(desk + "/orders");
        engineer.press("Sign out");
        engineer.page().waitForURL(desk + "/");
        assertThat(engineer.page().locator(".menu").count()).isZero();
        menuOf(SOMEONE, "", "/");
    }

    private Person menuOf(Account account, String places, String address) {
        Person person = browsers.person(account);
        person.goTo(desk + "/oauth2/authorization/desk").signIn().goTo(desk + address);
        assertThat(String.join(" ", person.page().locator(".menu nav a").allTextContents()))
                .isEqualTo(places);
        assertThat(person.page().locator(".menu form").textContent()).contains(account.name());
        whole(person, "menu-" + account.username());
        person.page().setViewportSize(390, 844);
        assertThat(person.page().evaluate("document.documentElement.scrollWidth"))
                .isEqualTo(390);
        whole(person, "menu-narrow-" + account.username());
        person.page().setViewportSize(1280, 1000);
        return person;
    }

    private static void whole(Person person, String name) {
        Path file = Browsers.SCREENSHOTS.resolve(name + ".png");
        person.page().screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
    }
}
