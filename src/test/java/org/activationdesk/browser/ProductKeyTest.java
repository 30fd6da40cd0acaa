package org.activationdesk.browser;

import static org.activationdesk.tryout.signin.Accounts.ADMIN_BAKKERIJ;
import static org.activationdesk.tryout.signin.Accounts.ADMIN_FOUNDRY;
import static org.activationdesk.tryout.signin.Accounts.ADMIN_STRANGER;
import static org.activationdesk.tryout.signin.Accounts.AGENT_NOORDZEE;
import static org.activationdesk.tryout.signin.Accounts.COLLEAGUE_BAKKERIJ;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Random;
import org.activationdesk.productkey.SampleKeys;
import org.activationdesk.tryout.signin.Account;
import org.junit.jupiter.api.Test;

/** The product key: entered on a page of the desk, checked at once, and never seen again. */
class ProductKeyTest extends BrowserStory {
    private final SampleKeys samples = new SampleKeys(new Random());

    @Test
    void an_english_administrator_is_led_from_the_task_to_the_page_and_through_every_mistake() {
        String key = samples.endingIn("7H2KQ");
        String order = forFoundry("7H2KQ");
        Person administrator = follows(ADMIN_FOUNDRY, order);
        administrator.tick("I have read this text and accept it on behalf of the organisation");
        administrator.press("Complete task");
        administrator.tick("Renew: new end date, same number of seats");
        administrator.screenshot(Browsers.SCREENSHOTS.resolve("en/60-task-with-product-key.png"));
        administrator.goTo(administrator.link("check it on our own page").getAttribute("href"));
        administrator.readsTitle("Check the product key");
        administrator.station("61-product-key");

        enters(administrator, key.substring(0, 6) + "O" + key.substring(7, 9) + "s" + key.substring(10));
        administrator.sees("Position 7 (group 2, place 2): O. Is it perhaps D or Q?");
        administrator.sees("Position 10 (group 2, place 5): S. Is it perhaps 8 or 6?");
        administrator.sees("I have looked again");
        administrator.station("62-product-key-confusable");
        nothingOf(key, administrator);

        enters(administrator, key.substring(1));
        administrator.sees("A product key has 25 letters and digits, and we counted 24.");
        enters(administrator, "\u0412" + key.substring(1));
        administrator.sees("a letter or digit of another alphabet");
        enters(administrator, samples.endingIn("CCCCC"));
        administrator.sees("This is not the key of this order: according to Noordzee IT, its key ends in 7H2KQ.");
        administrator.station("63-product-key-of-another-order");
        enters(administrator, "\u2026 - .");
        administrator.sees("We found no letters and digits");
        assertThat(keysOf(order)).isZero();

        enters(administrator, "\u201c" + samples.written(key).toLowerCase() + "\u201d");
        administrator.sees("The key that ends in 7H2KQ was entered on ");
        administrator.station("64-product-key-recorded");
        nothingOf(key, administrator);
        enters(administrator, samples.written(key));
        administrator.sees("The key that ends in 7H2KQ was entered on ");
        assertThat(keysOf(order)).isOne();
        assertThat(timeline(order, "PRODUCT_KEY_ENTERED")).isOne();
        administrator.click(administrator.link("Back to the task"));
        administrator.sees("Renew or add seats?");
    }

    @Test
    void a_key_that_another_customer_used_is_refused_without_saying_who() {
        String key = samples.key();
        String first = forFoundry(null);
        Person foundry = opens(ADMIN_FOUNDRY, first);
        enters(foundry, key);
        foundry.sees("The key that ends in " + key.substring(20));

        String second = forBakkerij(zuiderlicht());
        Person bakkerij = opens(ADMIN_BAKKERIJ, second);
        bakkerij.station("61-product-key");
        enters(bakkerij, key.substring(0, 6) + "0" + key.substring(7));
        bakkerij.sees("Positie 7 (groep 2, plaats 2): 0. Is het misschien D of Q?");
        bakkerij.station("62-product-key-confusable");
        enters(bakkerij, samples.written(key));
        bakkerij.sees("Deze code is al voor een andere aankoop gebruikt.");
        bakkerij.station("65-product-key-used");
        assertThat(bakkerij.page().content()).doesNotContain("Foundry", "Noordzee", number(first), "Grace");
        nothingOf(key, bakkerij);
        assertThat(timeline(second, "PRODUCT_KEY_ALREADY_USED")).isOne();
        assertThat(keysOf(second)).isZero();

        String another = samples.key();
        enters(bakkerij, another);
        bakkerij.sees("De code die eindigt op " + another.substring(20) + " is ingevuld op ");
        bakkerij.station("64-product-key-recorded");
        assertThat(keysOf(first)).isOne();
    }

    @Test
    void a_corrected_key_gives_the_former_one_free_and_so_does_a_withdrawn_order() {
        String wrong = samples.key();
        String right = samples.key();
        String order = forFoundry(null);
        Person administrator = opens(ADMIN_FOUNDRY, order);
        enters(administrator, wrong);
        enters(administrator, right);
        administrator.sees("The key that ends in " + right.substring(20));
        assertThat(keysOf(order)).isOne();

        String next = forFoundry(null);
        administrator = opens(ADMIN_FOUNDRY, next);
        enters(administrator, wrong);
        administrator.sees("The key that ends in " + wrong.substring(20));
        enters(administrator, right);
        administrator.sees("This key has already been used for another purchase.");
        noordzee().withdraws("/api/purchases/" + order);
        enters(administrator, right);
        administrator.sees("The key that ends in " + right.substring(20));
        administrator.goTo(page(order)).sees("This order is closed.");
    }

    @Test
    void a_character_that_no_key_should_have_is_taken_when_it_really_stands_there() {
        String key = samples.key().substring(0, 24) + "A";
        String order = forFoundry(null);
        Person administrator = opens(ADMIN_FOUNDRY, order);
        enters(administrator, key);
        administrator.sees("Position 25 (group 5, place 5): A. Is it perhaps 4 or R?");
        administrator.page().getByLabel("Product key").fill(key);
        administrator.tick("I have looked again: that is really what the key says");
        administrator.press("Check the key");
        administrator.sees("The key that ends in " + key.substring(20));
    }

    @Test
    void who_tries_many_keys_has_to_wait() {
        String order = forFoundry(null);
        Person administrator = opens(ADMIN_FOUNDRY, order);
        String last = "";
        for (int i = 0; i < 5; i++) {
            last = samples.key();
            enters(administrator, last);
            administrator.sees("The key that ends in " + last.substring(20));
        }
        enters(administrator, samples.key());
        administrator.sees("You have entered many keys within an hour.");
        administrator.station("66-product-key-too-many");
        assertThat(timeline(order, "PRODUCT_KEY_ENTERED")).isEqualTo(5);
        enters(administrator, last);
        administrator.sees("The key that ends in " + last.substring(20));
    }

    @Test
    void nobody_but_the_administrator_finds_the_page() {
        String order = forBakkerij(noordzee());
        Person colleague = browsers.person(COLLEAGUE_BAKKERIJ);
        colleague.goTo(page(order)).signIn().readsTitle("Op dit adres staat niets");
        opens(ADMIN_BAKKERIJ, order);
        colleague.goTo(page(order)).readsTitle("Op dit adres staat niets");
        for (Account other : new Account[] {ADMIN_STRANGER, AGENT_NOORDZEE}) {
            Person person = browsers.person(other);
            person.goTo(page(order)).signIn();
            assertThat(person.page().content()).doesNotContain("Bakkerij de Vries");
            assertThat(person.page().navigate(page(order)).status()).isEqualTo(404);
        }
        assertThat(colleague.page().navigate(page("noordzee/NONE-1")).status()).isEqualTo(404);
        assertThat(colleague.page().navigate(page("noordzee/%00;x")).status()).isBetween(400, 404);
    }

    private void enters(Person person, String text) {
        person.page().locator("#productKey").fill(text);
        person.page().locator("form button.button").click();
        person.isAt("/product-key$");
    }

    /** Neither address nor page nor cookie holds more of a key than its end. */
    private static void nothingOf(String key, Person person) {
        String all = person.page().url()
                + person.page().content()
                + person.page().locator("#productKey").inputValue()
                + person.page().context().cookies();
        assertThat(all.replaceAll("[^A-Za-z0-9]", "")).doesNotContainIgnoringCase(key.substring(10, 20));
        assertThat(all).doesNotContainIgnoringCase(key.substring(0, 5));
    }

    private long keysOf(String order) {
        return database.sql("select count(*) from product_key where order_key = ?")
                .param(order)
                .query(Long.class)
                .single();
    }

    private long timeline(String order, String event) {
        return database.sql("select count(*) from timeline where order_key = ? and event = ?")
                .param(order)
                .param(event)
                .query(Long.class)
                .single();
    }

    private String page(String order) {
        return desk + "/orders/" + order + "/product-key";
    }

    private Person opens(Account account, String order) {
        Person person = follows(account, order);
        person.isAt("/tasklist/");
        return person.goTo(page(order));
    }

    private Person follows(Account account, String order) {
        Person person = browsers.person(account);
        person.goTo(link(account.username(), order));
        person.press(
                account.language().equals("nl")
                        ? "Aanmelden met uw werk- of schoolaccount"
                        : "Sign in with your work or school account");
        return person.signIn();
    }

    private String forFoundry(String keyLastFive) {
        return purchase(noordzee(), KNOWN, document -> document.put("keyLastFive", keyLastFive));
    }

    private String forBakkerij(PartnerSystem partner) {
        return purchase(partner, UNKNOWN, document -> {
            ObjectNode contact = document.withArray("contacts").addObject();
            contact.put("role", "ONLINE_ADMINISTRATOR")
                    .put("name", "Joris de Vries")
                    .put("email", ADMIN_BAKKERIJ.username())
                    .put("language", "nl");
        });
    }
}
