package org.activationdesk.browser;

import static org.activationdesk.tryout.signin.Accounts.ADMIN_FOUNDRY;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.options.LoadState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

/** What it costs to get from the mail to the first form, counted by the browser itself. */
class FirstFormTest extends BrowserStory {
    private static final String FORM = "I have read this text and accept it on behalf of the organisation";
    private static final long FIRST_TIME = 1_700_000;
    private static final long SECOND_TIME = 100_000;

    /** The browser fetches them while somebody reads the page behind the link, and uses them after the sign-in. */
    private static final String LIBRARIES = "/camunda/lib/deps.js";

    private static final long MOST = FIRST_TIME / 2;

    @Test
    void costs_little_and_the_second_time_next_to_nothing() {
        String order = purchase(noordzee(), KNOWN, document -> {});
        Person administrator = browsers.person(ADMIN_FOUNDRY);
        Traffic traffic = new Traffic(administrator);
        administrator.goTo(link(ADMIN_FOUNDRY.username(), order));
        administrator.page().waitForLoadState(LoadState.NETWORKIDLE);
        assertThat(traffic.bytes(LIBRARIES)).as(traffic.toString()).isGreaterThan(MOST);
        administrator.press("Sign in with your work or school account");
        administrator.signIn();
        standsComplete(administrator);
        assertThat(traffic.bytes("")).as(traffic.toString()).isLessThan(FIRST_TIME);
        assertThat(traffic.ownFilesWithoutHash()).isEmpty();

        administrator.goTo("about:blank");
        traffic.forget();
        administrator.goTo(desk + "/go/" + order);
        standsComplete(administrator);
        assertThat(traffic.bytes("")).as(traffic.toString()).isLessThan(SECOND_TIME);
    }

    private static void standsComplete(Person person) {
        person.sees(FORM);
        person.page().waitForLoadState(LoadState.NETWORKIDLE);
    }

    /** Bytes that came over the line: heads and bodies as they were compressed, nothing for what was kept. */
    private static final class Traffic {
        private final Map<String, String> addresses = new ConcurrentHashMap<>();
        private final List<Map.Entry<String, Long>> loaded = new ArrayList<>();

        Traffic(Person person) {
            CDPSession session = person.page().context().newCDPSession(person.page());
            session.on("Network.requestWillBeSent", event -> addresses.put(id(event), address(event)));
            session.on(
                    "Network.loadingFinished",
                    event -> loaded.add(Map.entry(
                            addresses.getOrDefault(id(event), "?"),
                            event.get("encodedDataLength").getAsLong())));
            session.send("Network.enable");
        }

        private static String id(JsonObject event) {
            return event.get("requestId").getAsString();
        }

        private static String address(JsonObject event) {
            return event.getAsJsonObject("request").get("url").getAsString();
        }

        void forget() {
            loaded.clear();
        }

        /** Of the files whose address has this in it. */
        long bytes(String address) {
            return loaded.stream()
                    .filter(file -> file.getKey().contains(address))
                    .mapToLong(Map.Entry::getValue)
                    .sum();
        }

        /** The two files with which a web app starts have to be asked for each time. */
        List<String> ownFilesWithoutHash() {
            return addresses.values().stream()
                    .filter(address -> address.matches(".*/(css|tasklist/scripts|tasklist/styles)/.*"))
                    .filter(address ->
                            !address.matches(".*(-[0-9a-f]{32}\\.[a-z]+|/config\\.js|/user-styles\\.css)(\\?.*)?"))
                    .toList();
        }

        @Override
        public String toString() {
            StringBuilder lines = new StringBuilder();
            loaded.forEach(file -> lines.append(file.getValue())
                    .append(' ')
                    .append(file.getKey())
                    .append('\n'));
            return lines.toString();
        }
    }
}
