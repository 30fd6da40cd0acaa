package org.activationdesk.tryout;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;

/** The readable parts of a mail. */
final class MailBody {
    private static final Pattern ADDRESS_IN_HTML = Pattern.compile("(?i)href\\s*=\\s*[\"'](https?://[^\"']+)[\"']");
    // A full stop or bracket after an address belongs to the sentence.
    private static final Pattern ADDRESS_IN_TEXT = Pattern.compile("(?i)https?://[^\\s<>\"]*[^\\s<>\".,;:!?)\\]']");

    private String text = "";
    private String html = "";

    private MailBody() {}

    static MailBody of(Part mail) {
        MailBody body = new MailBody();
        try {
            body.read(mail);
        } catch (MessagingException | IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
        return body;
    }

    private void read(Part part) throws MessagingException, IOException {
        if (part.isMimeType("multipart/*")) {
            readAll((Multipart) part.getContent());
        } else if (part.isMimeType("text/html") && html.isEmpty()) {
            html = part.getContent().toString();
        } else if (part.isMimeType("text/*") && text.isEmpty()) {
            text = part.getContent().toString();
        }
    }

    private void readAll(Multipart parts) throws MessagingException, IOException {
        for (int index = 0; index < parts.getCount(); index++) {
            read(parts.getBodyPart(index));
        }
    }

    String text() {
        return text;
    }

    String html() {
        return html;
    }

    List<String> links() {
        Set<String> links = new LinkedHashSet<>();
        ADDRESS_IN_HTML
                .matcher(html)
                .results()
                .map(found -> HtmlUtils.htmlUnescape(found.group(1)))
                .forEach(links::add);
        ADDRESS_IN_TEXT.matcher(text).results().map(MatchResult::group).forEach(links::add);
        return List.copyOf(links);
    }

    /** The text as HTML whose addresses can be clicked. */
    static String clickable(String text) {
        StringBuilder html = new StringBuilder();
        int end = 0;
        for (MatchResult link : ADDRESS_IN_TEXT.matcher(text).results().toList()) {
            String address = HtmlUtils.htmlEscape(link.group());
            html.append(HtmlUtils.htmlEscape(text.substring(end, link.start())));
            html.append("<a href=\"%s\">%s</a>".formatted(address, address));
            end = link.end();
        }
        return html.append(HtmlUtils.htmlEscape(text.substring(end))).toString();
    }
}
