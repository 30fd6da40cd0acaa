package org.activationdesk.tryout;

import java.io.PrintStream;
import org.activationdesk.tryout.signin.Account;
import org.activationdesk.tryout.signin.Accounts;
import org.activationdesk.tryout.signin.Clients;

/** The last lines on the console: where to go and as whom. */
record Signpost(String desk) {

    void print(PrintStream console) {
        console.println(text());
        console.flush();
    }

    String text() {
        StringBuilder text = new StringBuilder("\nThe try-out desk is open:\n\n");
        place(text, "Desk", "/");
        place(text, "Inbox", "/inbox");
        place(text, "Clock", "/clock");
        place(text, "Tasklist", "/camunda/app/tasklist/default/");
        place(text, "Cockpit", "/camunda/app/cockpit/default/");
        text.append("\nAccounts, all with the password \"%s\":\n\n".formatted(Accounts.PASSWORD));
        Accounts.all().forEach(account -> line(text, account));
        text.append(
                "\nAPI clients, with the secret \"%s\" and the scope %s:\n\n".formatted(Clients.SECRET, Clients.SCOPE));
        Clients.API.forEach(client -> text.append("  ").append(client).append('\n'));
        return text.append("\nStop with Ctrl+C; the next start goes on from here, with -Dfresh it starts empty.\n")
                .toString();
    }

    private void place(StringBuilder text, String name, String path) {
        text.append("  %-10s%s%s%n".formatted(name, desk, path));
    }

    private static void line(StringBuilder text, Account account) {
        text.append("  %-28s%s, %s%n".formatted(account.username(), account.name(), account.who()));
    }
}
