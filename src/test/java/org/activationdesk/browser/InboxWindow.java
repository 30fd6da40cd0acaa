package org.activationdesk.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;

/** The inbox page of the try-out in somebody's browser, where newcomers find everybody's mail. */
record InboxWindow(Person person, String desk) {
    /** Types the address, again and again until the newest mail is one to this mailbox that names the order. */
    InboxWindow shows(String mailbox, String number) {
        await().pollInSameThread().until(() -> {
            person.goTo(desk + "/inbox");
            return entries("").first().getByText(mailbox).count() > 0
                    && mail().locator("body").innerText().contains(number);
        });
        return this;
    }

    private Locator entries(String mailbox) {
        return person.page().locator("nav.list a").filter(new Locator.FilterOptions().setHasText(mailbox));
    }

    private FrameLocator mail() {
        return person.page().frameLocator("article iframe");
    }

    /** Presses the one button of the mail that is open. */
    void followsItsButton() {
        person.click(mail().locator(".button a"));
    }

    /** Opens the newest mail to somebody, again and again until it is one that carries this file; then fetches the file. */
    void showsFile(String mailbox, String file) {
        Locator attached = person.page().locator("article a[href^='/inbox/']").getByText(file);
        await().pollInSameThread().until(() -> {
            person.goTo(desk + "/inbox");
            person.goTo(desk + entries(mailbox).first().getAttribute("href"));
            return attached.count() > 0;
        });
        assertThat(person.page().request().get(desk + attached.getAttribute("href")))
                .isOK();
    }
}
