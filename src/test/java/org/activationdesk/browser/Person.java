package org.activationdesk.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.RequestOptions;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import org.activationdesk.tryout.Patience;
import org.activationdesk.tryout.ReceivedMail;
import org.activationdesk.tryout.signin.Account;
import org.activationdesk.tryout.signin.Accounts;

/** Somebody at a browser of their own. Counts what they click. */
final class Person {
    private final Account account;
    private final BrowserContext context;
    private final Page page;
    private int clicks;

    Person(Account account, BrowserContext context) {
        this.account = account;
        this.context = context;
        context.setDefaultTimeout(Patience.LONG.toMillis());
        this.page = context.newPage();
    }

    Account account() {
        return account;
    }

    /** Texts of the desk in the language of this person. */
    Locale language() {
        return Locale.forLanguageTag(account.language());
    }

    Page page() {
        return page;
    }

    int clicks() {
        return clicks;
    }

    Person goTo(String address) {
        page.navigate(address);
        return this;
    }

    /** Types account and password at the provider, where every way into the desk ends for who is not signed in. */
    Person signIn() {
        return signInAs(account);
    }

    /** As somebody with two accounts does. */
    Person signInAs(Account chosen) {
        page.locator("#username").fill(chosen.username());
        page.locator("#password").fill(Accounts.PASSWORD);
        click(page.locator("form[action='/sign-in'] button"));
        page.waitForURL(address -> !address.contains("/sign-in?") && !address.contains("/oauth2/"));
        return this;
    }

    void click(Locator target) {
        target.click();
        clicks++;
    }

    void press(String button) {
        click(button(button));
    }

    /** Takes the open task on, in Dutch; Tasklist then loads it anew, and what is filled in before that is lost. */
    void claims() {
        press("Toewijzen aan mij");
        assertThat(button("Toewijzen aan mij")).isHidden();
        page.waitForLoadState(LoadState.NETWORKIDLE);
    }

    /** One choice or tick of a form. */
    void tick(String label) {
        Locator box = page.getByLabel(label);
        box.click();
        clicks++;
        assertThat(box).isChecked();
    }

    /** Leaves the field as well: forms take in what was typed when somebody does, or after a moment. */
    void type(String label, String text) {
        Locator field = page.getByLabel(label);
        // A form that is being drawn forgets what is typed just then. Nobody is as fast, but a test is.
        await().pollInSameThread().until(() -> {
            field.fill(text);
            field.blur();
            page.evaluate("() => new Promise(drawn => requestAnimationFrame(() => setTimeout(drawn, 100)))");
            return field.inputValue().equals(text);
        });
    }

    /** Key by key, as people do, in place of what stands there. */
    void typesByHand(String label, String text) {
        Locator field = page.getByLabel(label);
        field.fill("");
        field.pressSequentially(text);
        field.blur();
    }

    /** As on a slow line: a task has been gone for some seconds when its list comes. */
    void getsListsLate() {
        page.route(Pattern.compile(".*/filter/.+/list.*"), list -> {
            page.waitForTimeout(3_000);
            list.resume();
        });
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator link(String name) {
        return page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    void sees(String text) {
        assertThat(page.getByText(text).first()).isVisible();
    }

    void readsTitle(String title) {
        assertThat(page.locator("h1")).hasText(title);
    }

    void isAt(String address) {
        assertThat(page).hasURL(Pattern.compile(".*" + address + ".*"));
    }

    /** Reads a mail, on a page without the desk's policy, which is not for mails. */
    void reads(ReceivedMail mail) {
        page.navigate("about:blank");
        page.setContent(mail.html());
    }

    /** A call of the web apps' own interface, forged or not: with this person's session and its token. */
    APIResponse call(String method, String address, Object body) {
        RequestOptions options = RequestOptions.create().setMethod(method).setHeader("X-XSRF-TOKEN", csrfToken());
        return context.request().fetch(address, body == null ? options : options.setData(body));
    }

    private String csrfToken() {
        return context.cookies().stream()
                .filter(cookie -> cookie.name.equals("XSRF-TOKEN"))
                .map(cookie -> cookie.value)
                .findFirst()
                .orElse("");
    }

    /** One of the pictures that people look at: the same stations in both languages. */
    void station(String name) {
        screenshot(Browsers.SCREENSHOTS.resolve(account.language()).resolve(name + ".png"));
    }

    void screenshot(Path file) {
        page.screenshot(new Page.ScreenshotOptions().setPath(file).setAnimations(ScreenshotAnimations.DISABLED));
    }

    void leave() {
        context.close();
    }
}
