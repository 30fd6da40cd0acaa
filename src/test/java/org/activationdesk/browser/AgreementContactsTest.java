package org.activationdesk.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.activationdesk.tryout.signin.Accounts.ADMIN_FOUNDRY;
import static org.activationdesk.tryout.signin.Accounts.AGENT_NOORDZEE;
import static org.activationdesk.tryout.signin.Accounts.AGENT_ZUIDERLICHT;
import static org.activationdesk.tryout.signin.Accounts.MANAGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.util.List;
import org.activationdesk.tryout.ReceivedMail;
import org.junit.jupiter.api.Test;

/** A partner sees on whom its agreements hang, and asks these people whether they are still there. */
class AgreementContactsTest extends BrowserStory {
    @Test
    void a_dutch_partner_asks_the_only_contact_who_is_still_there() {
        String order = withContacts(noordzee(), "Meelfabriek", "nl", "ONLINE_ADMINISTRATOR");
        String mailbox = mailbox(order, "ONLINE_ADMINISTRATOR");
        Person partner = browsers.person(AGENT_NOORDZEE);
        partner.goTo(desk + "/oauth2/authorization/desk").signIn();
        partner.goTo(desk + "/").click(partner.link("Overeenkomsten"));
        Locator agreement = agreement(partner, order);
        assertThat(agreement).containsText("Alles hangt van één persoon af.");
        assertThat(agreement).containsText("Nooit bevestigd.");
        show(partner, agreement, "70-agreements");

        agreement.locator("button").click();
        partner.sees("Wij hebben het " + mailbox + " gevraagd.");
        assertThat(agreement(partner, order)).containsText("Gevraagd op ");
        assertThat(agreement(partner, order).locator("button")).hasCount(0);
        show(partner, agreement(partner, order), "71-agreement-asked");
        assertThat(asks(partner, order, mailbox)).contains("de afgelopen dag al gevraagd");

        ReceivedMail question = mail(mailbox, order, "Nog het licentiecontact van Meelfabriek");
        Person contact = browsers.person(AGENT_NOORDZEE);
        contact.reads(question);
        contact.station("72-mail-to-contact");
        String before = everythingRecorded(order);
        contact.goTo(link(question))
                .readsTitle("Bent u nog het contact voor de licenties van " + customer(order) + "?");
        contact.sees("Noordzee IT");
        contact.station("73-contact-question");
        assertThat(everythingRecorded(order)).isEqualTo(before);

        contact.press("Ja, dat ben ik nog");
        contact.readsTitle("Dank u, alles blijft zoals het is");
        contact.station("74-contact-confirmed");
        contact.goTo(link(question)).readsTitle("Dank u, alles blijft zoals het is");

        partner.page().reload();
        assertThat(agreement(partner, order)).containsText("in antwoord op onze mail");
        assertThat(agreement(partner, order)).not().containsText("geen enkel contact bevestigd");
        assertThat(agreement(partner, order)).containsText("Alles hangt van één persoon af.");
        assertThat(inTimeline(order, "CONTACT_ASKED", "CONTACT_CONFIRMED")).isEqualTo(2);
    }

    @Test
    void an_english_partner_hears_that_a_contact_has_left() {
        String order = withContacts(zuiderlicht(), "Flour Mill", "en", "ONLINE_ADMINISTRATOR", "PRIMARY_CONTACT");
        String mailbox = mailbox(order, "ONLINE_ADMINISTRATOR");
        waitFor(order, "INVITED");
        Person partner = browsers.person(AGENT_ZUIDERLICHT);
        partner.goTo(desk + "/agreements").signIn();
        Locator agreement = agreement(partner, order);
        assertThat(agreement).containsText("No contact has been confirmed since");
        assertThat(agreement).not().containsText("one person");
        show(partner, agreement, "70-agreements");
        agreement.locator("button").first().click();
        partner.sees("We have asked " + mailbox);
        show(partner, agreement(partner, order), "71-agreement-asked");

        ReceivedMail question = mail(mailbox, order, "Still the licence contact of Flour Mill");
        Person contact = browsers.person(ADMIN_FOUNDRY);
        contact.reads(question);
        contact.station("72-mail-to-contact");
        contact.goTo(link(question));
        contact.station("73-contact-question");
        contact.press("No, not any more");
        contact.readsTitle("Thank you for telling us");
        contact.station("75-contact-left");

        ReceivedMail news = mail("licensing@zuiderlicht.example", order, "A contact of Flour Mill");
        assertThat(news.text()).contains(mailbox, "online administrator");
        partner.reads(news);
        partner.station("76-mail-contact-left");
        // The order that waited for this person is a question to the partner, and the other contact is all that is
        // left.
        waitFor(order, "WITH_PARTNER");
        assertThat(record(order).path("escalation_reason").asText()).isEqualTo("not-the-administrator");
        partner.goTo(news.links().stream()
                .filter(link -> link.endsWith("/agreements"))
                .findFirst()
                .orElseThrow());
        assertThat(agreement(partner, order)).containsText("not me any more");
        assertThat(agreement(partner, order)).containsText("Everything hangs on one person.");
        show(partner, agreement(partner, order), "77-agreement-one-left");
    }

    @Test
    void an_address_that_is_refused_is_invalid_from_then_on() {
        String order = withContacts(noordzee(), "Verhuisd", "nl", "PRIMARY_CONTACT", "NOTICES_CONTACT");
        String mailbox = number(order).toLowerCase() + "@rejected.example";
        database.sql("update contact set email = ? where role = 'NOTICES_CONTACT' and agreement_id = ?")
                .param(mailbox)
                .param(agreementOf(order))
                .update();
        Person partner = browsers.person(AGENT_NOORDZEE);
        partner.goTo(desk + "/agreements").signIn();
        agreement(partner, order).locator("button").last().click();
        await().until(() -> database.sql("select invalid_since is not null from contact where email = ?")
                .param(mailbox)
                .query(Boolean.class)
                .single());
        partner.goTo(desk + "/agreements");
        assertThat(agreement(partner, order)).containsText("mail aan dit adres wordt geweigerd");
    }

    @Test
    void the_other_partner_sees_and_asks_nothing_and_a_customer_is_let_in_nowhere() {
        String order = withContacts(noordzee(), "Geheim", "nl", "ONLINE_ADMINISTRATOR");
        String mailbox = mailbox(order, "ONLINE_ADMINISTRATOR");
        Person other = browsers.person(AGENT_ZUIDERLICHT);
        other.goTo(desk + "/agreements").signIn();
        for (int number = 1; number < 5; number++) {
            other.goTo(desk + "/agreements?page=" + number);
            assertThat(other.page().content()).doesNotContain("Geheim", mailbox, "Noordzee");
        }
        String before = everythingRecorded(order);
        assertThat(asks(other, order, mailbox)).contains("There is nothing at this address");
        assertThat(everythingRecorded(order)).isEqualTo(before);

        Person customer = browsers.person(ADMIN_FOUNDRY);
        customer.goTo(desk + "/agreements").signIn();
        customer.readsTitle("This is not for your account");

        Person manager = browsers.person(MANAGER);
        manager.goTo(desk + "/agreements").signIn();
        assertThat(agreement(manager, order)).containsText("Noordzee IT");
    }

    @Test
    void a_big_partner_turns_pages() {
        for (int i = 0; i < 60; i++) {
            database.sql("""
                            insert into agreement (partner_id, program, license_id, organisation, country, words)
                            values ('zuiderlicht', 'OPEN_VALUE', :licence, :licence, 'BE', search_words(:licence))
                            """).param("licence", "BIG-" + i).update();
        }
        try {
            Person partner = browsers.person(AGENT_ZUIDERLICHT);
            partner.goTo(desk + "/agreements").signIn();
            assertThat(partner.page().locator(".agreement")).hasCount(25);
            partner.sees("Nobody here can be written to.");
            partner.click(partner.link("Next page"));
            assertThat(partner.page().locator(".agreement")).hasCount(25);
            partner.page().locator("nav.actions").scrollIntoViewIfNeeded();
            partner.station("78-agreements-page-2");
            partner.goTo(desk + "/agreements?page=999999999");
            assertThat(partner.link("Next page")).hasCount(0);
            partner.page().getByRole(AriaRole.SEARCHBOX).fill("big-4");
            partner.press("Search");
            assertThat(partner.page().locator(".agreement")).hasCount(11);
            partner.page().locator("select[name=risk]").selectOption("ONE");
            partner.press("Search");
            partner.sees("No agreement was found.");
            partner.page().locator("select[name=risk]").selectOption("NOBODY");
            partner.press("Search");
            assertThat(partner.page().locator(".agreement")).hasCount(11);
            partner.page().setViewportSize(390, 844);
            assertThat(partner.page().evaluate("document.documentElement.scrollWidth"))
                    .isEqualTo(390);
            partner.station("79-agreements-found");
            assertThat(partner.page().navigate(desk + "/agreements?page=x").status())
                    .isEqualTo(400);
        } finally {
            database.sql("delete from agreement where license_id like 'BIG-%'").update();
        }
    }

    @Test
    void a_link_that_was_made_up_leads_nowhere() {
        Person somebody = browsers.person(ADMIN_FOUNDRY);
        for (String token : new String[] {"x", "A".repeat(64), "%00", "q".repeat(5000)}) {
            assertThat(somebody.page().navigate(desk + "/contact/" + token).status())
                    .isBetween(400, 431);
        }
        somebody.goTo(desk + "/contact/" + "A".repeat(64)).readsTitle("This question is no longer open");
    }

    /** An order whose agreement names people of these roles, each with a mailbox of its own. */
    private String withContacts(PartnerSystem partner, String customer, String language, String... roles) {
        return purchase(partner, KNOWN, document -> {
            document.put(
                    "organisation",
                    customer + " " + document.path("orderNumber").asText());
            document.remove("tenant");
            ArrayNode contacts = document.putArray("contacts");
            for (String role : roles) {
                ObjectNode contact = contacts.addObject().put("role", role).put("language", language);
                contact.put("name", "Robin " + role.toLowerCase().replaceAll("_.*", ""));
                contact.put("email", mailbox("/" + document.path("orderNumber").asText(), role));
            }
        });
    }

    private static String mailbox(String order, String role) {
        return number(order).toLowerCase() + "." + role.toLowerCase().replaceAll("_.*", "") + "@mill.example";
    }

    private String customer(String order) {
        return database.sql("select organisation from agreement where id = ?")
                .param(agreementOf(order))
                .query(String.class)
                .single();
    }

    private long agreementOf(String order) {
        return record(order).path("agreement_id").asLong();
    }

    /** The agreement of an order, on whichever page of the list it stands. */
    private Locator agreement(Person person, String order) {
        Locator found = person.page().locator("#agreement-" + agreementOf(order));
        assertThat(person.page().locator(".agreement").first()).isVisible();
        for (int number = 1; found.count() == 0; number++) {
            assertThat(person.page()
                            .navigate(desk + "/agreements?page=" + number)
                            .ok())
                    .isTrue();
            assertThat(number).isLessThan(50);
        }
        return found;
    }

    /** Sends the form that the page offers, whether or not it offers it; returns the page that answers. */
    private String asks(Person person, String order, String email) {
        Page page = person.page();
        String front = page.context().request().get(desk + "/").text();
        String token = front.replaceFirst("(?s).*name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
        return page.context()
                .request()
                .post(
                        desk + "/agreements/" + agreementOf(order) + "/ask",
                        RequestOptions.create()
                                .setHeader("Accept", "text/html")
                                .setHeader("Accept-Language", person.account().language())
                                .setForm(FormData.create().set("_csrf", token).set("email", email)))
                .text();
    }

    private long inTimeline(String order, String... events) {
        return database.sql("select count(*) from timeline where order_key = :order and event in (:events)")
                .param("order", order)
                .param("events", List.of(events))
                .query(Long.class)
                .single();
    }

    static String link(ReceivedMail mail) {
        return mail.links().stream()
                .filter(link -> link.contains("/contact/"))
                .findFirst()
                .orElseThrow();
    }

    private static void show(Person person, Locator agreement, String station) {
        agreement.scrollIntoViewIfNeeded();
        person.station(station);
    }
}
