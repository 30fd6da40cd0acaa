package org.activationdesk.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.activationdesk.tryout.signin.Accounts.ADMIN_BAKKERIJ;
import static org.activationdesk.tryout.signin.Accounts.ADMIN_FOUNDRY;
import static org.activationdesk.tryout.signin.Accounts.AGENT_ZUIDERLICHT;
import static org.activationdesk.tryout.signin.Accounts.MANAGER;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.activationdesk.tryout.ReceivedMail;
import org.activationdesk.tryout.signin.Account;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tasklist offers people their work and nothing else, and lets them go when they leave. */
class TasklistTest extends BrowserStory {
    private static final List<String> NOT_OFFERED =
            List.of("CREATE_TASK", "START_PROCESS", "FILTER_CREATE", "FILTER_EDIT", "ADD_FILTER_HINT");

    private static final String TEXTS = "src/main/resources/META-INF/resources/webjars/camunda/app/tasklist/locales/";

    static Stream<Account> everybodyButEngineers() {
        return Stream.of(AGENT_ZUIDERLICHT, ADMIN_FOUNDRY, MANAGER);
    }

    @ParameterizedTest
    @MethodSource("everybodyButEngineers")
    void offers_neither_tasks_nor_processes_nor_filters_to_make(Account account) throws IOException {
        Person person = browsers.person(account);
        person.goTo(desk + TASKLIST).signIn();
        assertThat(person.page()
                        .locator(".tasks-list .well, .tasks-list li.task")
                        .first())
                .isVisible();
        person.station("50-tasklist-" + account.username());
        JsonNode texts = new ObjectMapper()
                .readTree(Path.of(TEXTS, account.language() + ".json").toFile())
                .path("labels");
        for (String action : NOT_OFFERED) {
            String text = texts.path(action).asText();
            assertThat(text).as(action).isNotBlank();
            assertThat(person.page().getByText(text).locator("visible=true")).hasCount(0);
        }
        isRefused(person, "task/create", Map.of("name", "Mine"));
        isRefused(person, "filter/create", Map.of("resourceType", "Task", "name", "Mine", "query", Map.of()));
        isRefused(person, "process-definition/key/license-activation/start", Map.of());
    }

    private void isRefused(Person person, String call, Object body) {
        assertThat(person.call("POST", desk + API + call, body).status())
                .as(call)
                .isEqualTo(403);
    }

    @Test
    void asks_an_english_partner_in_english() {
        String order = purchase(zuiderlicht(), UNKNOWN, document -> {});
        ReceivedMail question = mail("licensing@zuiderlicht.example", order);
        Person partner = browsers.person(AGENT_ZUIDERLICHT);
        partner.reads(question);
        partner.station("03-mail-to-the-partner");
        partner.goTo(link(question)).signIn();
        partner.press("Assign to me");
        partner.sees("Your answer");
        partner.station("04-question-to-the-partner");
        partner.tick("I know who the online administrator is");
        partner.type("Name", "Joris de Vries");
        partner.type("E-mail address at work", ADMIN_BAKKERIJ.username());
        partner.tick("Dutch");
        partner.station("05-administrator-named");
        partner.press("Complete task");
        partner.sees("Thank you, we have noted it");
        partner.station("06-answer-noted");
        assertThat(mail(ADMIN_BAKKERIJ.username(), order).subject()).startsWith("Activeer ");
    }

    @Test
    void who_has_several_purchases_is_led_to_the_next_step_of_the_one_at_hand() {
        String first = purchase(noordzee(), KNOWN, document -> {});
        String second = purchase(noordzee(), KNOWN, document -> {});
        Person administrator = browsers.person(ADMIN_FOUNDRY);
        for (String order : List.of(second, first)) {
            administrator.goTo(link(ADMIN_FOUNDRY.username(), order));
            administrator.press("Sign in with your work or school account");
            if (order.equals(second)) {
                administrator.signIn();
            } else {
                administrator.press("Continue as Grace Holloway");
            }
            administrator.sees("I have read this text and accept it on behalf of the organisation");
        }
        administrator.tick("I have read this text and accept it on behalf of the organisation");
        administrator.press("Complete task");
        administrator.sees("Renew or add seats?");
        assertThat(administrator.page().locator("li.task.active")).containsText(number(first));
        assertThat(administrator.page().locator("li.task")).hasCount(2);
        administrator.station("51-next-step-of-several");
    }

    @Test
    void on_a_narrow_screen_an_open_task_stands_alone_and_leads_back_to_the_list() {
        purchase(zuiderlicht(), UNKNOWN, document -> {});
        purchase(zuiderlicht(), UNKNOWN, document -> {});
        Person partner = browsers.person(AGENT_ZUIDERLICHT);
        partner.page().setViewportSize(390, 844);
        partner.goTo(desk + TASKLIST).signIn();
        Locator tasks = partner.page().locator("li.task");
        partner.click(tasks.locator("h4 a").last());
        assertThat(partner.page().locator(".task-card h2")).isInViewport();
        assertThat(tasks.first()).isHidden();
        partner.station("52-narrow");
        partner.press("Back to the list");
        assertThat(tasks.first()).isInViewport();
        assertThat(partner.page().locator(".task-card")).isHidden();
    }

    @Test
    void leaving_ends_the_session_at_the_provider_too() {
        Person person = browsers.person(ADMIN_FOUNDRY);
        person.goTo(desk + TASKLIST).signIn();
        // The scripts that lead out of the provider's session too come after the page.
        person.page().waitForLoadState(LoadState.NETWORKIDLE);
        assertThat(person.page().locator(".account")).isVisible();
        person.click(person.page().locator(".account > a"));
        person.click(person.page().locator(".account .logout a"));
        assertThat(person.page()).hasURL(desk + "/");

        person.goTo(desk + TASKLIST);
        assertThat(person.page().locator("#password")).isVisible();
        person.signIn();
        assertThat(person.page().locator(".account")).isVisible();
    }
}
