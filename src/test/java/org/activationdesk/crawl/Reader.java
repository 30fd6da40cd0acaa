package org.activationdesk.crawl;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.activationdesk.signin.Visitor;

/**
 * Somebody, signed in or not, who opens every address in one language and follows every link, and tells what is not as it
 * should be.
 */
final class Reader {
    private static final String SIGN_IN = "/oauth2/authorization/desk";
    private static final String LANGUAGE_CHOICE = "ACTIVATION_DESK_LANGUAGE";
    private static final int MOST_REDIRECTS = 5;

    private final Visitor visitor;
    private final boolean signedIn;
    private final String language;
    private final URI desk;
    private final Map<String, Answer> answers = new HashMap<>();
    private final Map<String, Integer> files;
    private final Set<String> read = new HashSet<>();
    private final Deque<String> unread = new ArrayDeque<>();
    private final List<String> complaints = new ArrayList<>();

    /**
     * @param files what became of the files of pages, for all readers: they are the same for each
     */
    Reader(Visitor visitor, boolean signedIn, String language, String desk, Map<String, Integer> files) {
        this.files = files;
        this.visitor = visitor;
        this.signedIn = signedIn;
        this.language = language;
        this.desk = URI.create(desk);
    }

    /** Opens these addresses as somebody who types them in, and all that they lead to; what is the same for all, as nobody. */
    List<String> complaintsAbout(List<String> addresses) {
        addresses.stream()
                .filter(address -> !(signedIn && isSameForAll(address)))
                .forEach(unread::add);
        while (!unread.isEmpty()) {
            String address = unread.pop();
            if (read.add(address)) {
                read(address);
            }
        }
        return complaints;
    }

    /** Opens these addresses as somebody who was offered them. */
    void follow(String from, List<String> links) {
        links.stream().map(URI::create).forEach(link -> follow(from, 200, link));
    }

    private void read(String address) {
        Answer answer = ask(address);
        if (answer.status() >= 500) {
            complaints.add(answer.status() + " at " + address);
        }
        if (answer.isPage()) {
            judge(answer);
        }
    }

    private void judge(Answer answer) {
        HtmlPage page = answer.page();
        if (page.isWhole() && !page.hasStyle()) {
            complaints.add("no style on " + answer.address());
        }
        if (page.styles().findAny().isPresent() && !answer.allowsStyles()) {
            complaints.add("its policy forbids the style of " + answer.address());
        }
        if (!answer.address().startsWith("/guides/")
                && isOfDesk(answer)
                && !page.language().equals(language)) {
            complaints.add("language " + page.language() + " on " + answer.address());
        }
        page.files().filter(this::isOurs).forEach(file -> opens(path(file), answer.address()));
        page.links().filter(this::isOurs).forEach(link -> follow(answer.address(), answer.status(), link));
    }

    /** The pages of the try-out around the desk are in English, the shells of the web apps in none. */
    private static boolean isOfDesk(Answer answer) {
        return answer.body().contains("/css/desk-") && !answer.address().startsWith("/camunda/");
    }

    private void opens(String file, String page) {
        int status = files.computeIfAbsent(file, wanted -> ask(wanted).status());
        if (status != 200) {
            complaints.add(status + " for the file " + file + " of " + page);
        }
    }

    private void follow(String from, int status, URI link) {
        String address = path(link);
        boolean mailed = from.startsWith("/inbox") && !address.startsWith("/inbox");
        // Links of mails are followed by those whom they were sent to.
        if (mailed || signedIn && isSameForAll(address)) {
            return;
        }
        Answer answer = arrive(address);
        boolean right = answer.status() == 200
                || answer.asksToSignIn() && (!signedIn || address.startsWith(SIGN_IN))
                // The same page in another language, or asking to go on from an error.
                || answer.status() == status && samePage(from, address);
        if (!right) {
            complaints.add(answer.status() + " behind the link " + address + " on " + from
                    + (answer.asksToSignIn() ? ", which asks to sign in" : ""));
        }
        if (!address.contains("lang=")) {
            unread.add(address);
        }
    }

    /** The language switch, as every address is opened in both languages anyway, and the inbox, which knows no reader. */
    private static boolean isSameForAll(String address) {
        return address.contains("lang=") || address.startsWith("/inbox");
    }

    private static boolean samePage(String one, String other) {
        return one.replaceFirst("\\?.*", "").equals(other.replaceFirst("\\?.*", ""));
    }

    /** Where a reader ends who follows a link. */
    private Answer arrive(String address) {
        Answer answer = ask(address);
        for (int hop = 0; hop < MOST_REDIRECTS && answer.leadsOn() && !answer.asksToSignIn(); hop++) {
            answer = ask(path(answer.target()));
        }
        return answer;
    }

    private Answer ask(String address) {
        return answers.computeIfAbsent(address, wanted -> {
            HttpResponse<String> response =
                    visitor.get(wanted, "Accept", "text/html,*/*;q=0.8", "Accept-Language", language);
            // Following the switch, or opening a guide in the other language, chooses it for all pages.
            visitor.forget(LANGUAGE_CHOICE);
            return new Answer(wanted, response);
        });
    }

    private boolean isOurs(URI address) {
        return desk.getAuthority().equals(address.getAuthority()) && "http".equals(address.getScheme());
    }

    private static String path(URI address) {
        return address.getRawPath() + (address.getRawQuery() == null ? "" : "?" + address.getRawQuery());
    }

    private record Answer(String address, HttpResponse<String> response) {
        int status() {
            return response.statusCode();
        }

        String body() {
            return response.body();
        }

        boolean isPage() {
            return header("Content-Type").startsWith("text/html") && !body().isEmpty();
        }

        HtmlPage page() {
            return new HtmlPage(response.uri(), body());
        }

        boolean leadsOn() {
            return !header("Location").isEmpty();
        }

        URI target() {
            return response.uri().resolve(header("Location"));
        }

        boolean asksToSignIn() {
            return header("Location").contains(SIGN_IN) || header("Location").contains("/oauth2/authorize?");
        }

        boolean allowsStyles() {
            String policy = header("Content-Security-Policy");
            String rule = policy.contains("style-src") ? policy.replaceFirst(".*style-src", "") : policy;
            return policy.isEmpty() || rule.replaceFirst(";.*", "").contains("'self'");
        }

        private String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }
}
