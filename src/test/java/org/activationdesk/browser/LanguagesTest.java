package org.activationdesk.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.activationdesk.tryout.signin.Accounts.ADMIN_FOUNDRY;
import static org.activationdesk.tryout.signin.Accounts.AGENT_ZUIDERLICHT;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A person sees one language on one screen: the one that they chose, else that of their browser. */
class LanguagesTest extends BrowserStory {
    private static final String TEXTS = "src/main/resources/META-INF/resources/webjars/camunda/app/tasklist/locales/";

    /** The record speaks Dutch to this administrator, the browser English. */
    @Test
    void a_person_reads_pages_lists_tasks_and_forms_in_the_language_of_their_choice() throws IOException {
        String order = purchase(noordzee(), KNOWN, document -> administrator(document, ADMIN_FOUNDRY.username(), "nl"));
        Person administrator = browsers.person(ADMIN_FOUNDRY);
        administrator.goTo(link(ADMIN_FOUNDRY.username(), order));
        administrator.press("Sign in with your work or school account");
        administrator.signIn();
        administrator.sees("I have read this text and accept it on behalf of the organisation");
        administrator.sees("Accept the agreement: ");
        reads(administrator, "en", "nl");

        administrator.click(administrator.link("Nederlands"));
        administrator.sees("Ik heb deze tekst gelezen en accepteer die namens de organisatie");
        administrator.sees("Accepteer de overeenkomst: ");
        reads(administrator, "nl", "en");
        administrator.station("60-language-chosen");
        administrator.tick("Ik heb deze tekst gelezen en accepteer die namens de organisatie");
        administrator.press("Taak afronden");
        administrator.sees("Verlengen of licenties toevoegen?");
        assertThat(record(order).path("accepted_text_language").asText()).isEqualTo("nl");

        administrator.goTo(desk + "/orders");
        assertThat(administrator.page().locator("html")).hasAttribute("lang", "nl");
    }

    @Test
    void the_lists_of_a_partner_and_the_name_of_the_process_have_one_language() {
        purchase(zuiderlicht(), UNKNOWN, document -> {});
        Person partner = browsers.person(AGENT_ZUIDERLICHT);
        partner.goTo(desk + TASKLIST).signIn();
        Locator lists = partner.page().locator(".task-filter");
        assertThat(lists.first()).containsText("Our customers");
        assertThat(partner.page().locator(".column.task-filters")).not().containsText("klanten");
        partner.page().locator("li.task h4 a").first().click();
        partner.sees("License activation");

        partner.click(partner.link("Nederlands"));
        assertThat(lists.first()).containsText("Onze klanten");
        assertThat(partner.page().locator(".column.task-filters")).not().containsText("customers");
        assertThat(partner.page().locator("li.task h4").first()).containsText("Noem de onlinebeheerder");
        partner.sees("Licentieactivering");
    }

    /** Nothing that Tasklist could say in the other language stands on the screen. */
    private static void reads(Person person, String language, String other) throws IOException {
        assertThat(person.page().locator("html")).hasAttribute("lang", language);
        assertThat(person.page().locator(".task-card")).isVisible();
        String screen = person.page().locator("body").innerText();
        ObjectMapper json = new ObjectMapper();
        JsonNode ours =
                json.readTree(Path.of(TEXTS, language + ".json").toFile()).path("labels");
        JsonNode theirs =
                json.readTree(Path.of(TEXTS, other + ".json").toFile()).path("labels");
        List<String> foreign = theirs.properties().stream()
                .filter(text -> !ours.path(text.getKey())
                        .asText()
                        .equals(text.getValue().asText()))
                .map(text -> text.getValue().asText())
                .filter(text -> text.length() > 4 && !text.contains("{{"))
                .filter(text -> Pattern.compile("(?m)^" + Pattern.quote(text) + "$")
                        .matcher(screen)
                        .find())
                .toList();
        assertThat(foreign).isEmpty();
    }
}
