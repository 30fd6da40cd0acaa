package org.activationdesk.browser;

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

    /** Opens the newest mail to somebody, again and again until it is one that has this link; then follows that. */
    void follows(String mailbox, String words) {
        Locator link = mail().getByText(words);
        await().pollInSameThread().until(() -> {
            person.goTo(desk + "/inbox");
            person.goTo(desk + entries(mailbox).first().getAttribute("href"));
            return link.count() > 0;
        });
        person.station("12-mail-active-" + mailbox);
        person.click(link);
    }
}
