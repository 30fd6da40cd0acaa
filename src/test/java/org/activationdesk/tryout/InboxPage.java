package org.activationdesk.tryout;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Everybody's mail, side by side with the one that is open. */
final class InboxPage {
    private static final Pattern HEAD = Pattern.compile("(?i)<head[^>]*>");
    // Links leave the frame; without this a page that may not be framed would open inside it.
    private static final String LEAVE_FRAME = "<base target=\"_top\">";

    private final Inbox inbox;

    InboxPage(Inbox inbox) {
        this.inbox = inbox;
    }

    RouterFunction<ServerResponse> routes() {
        return RouterFunctions.route()
                .GET("/inbox", this::page)
                .GET("/inbox.json", this::json)
                .build();
    }

    private ServerResponse json(ServerRequest request) {
        return ServerResponse.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header("Cache-Control", "no-store")
                .body(inbox.mails());
    }

    private ServerResponse page(ServerRequest request) {
        List<ReceivedMail> mails = inbox.mails();
        Map<String, Object> model = new HashMap<>();
        model.put("mails", mails);
        open(request, mails).ifPresent(mail -> show(mail, request, model));
        return TryOutPage.html(Locale.ENGLISH, "inbox", model);
    }

    private static Optional<ReceivedMail> open(ServerRequest request, List<ReceivedMail> mails) {
        String id = request.param("mail").orElse("");
        return mails.stream()
                .filter(mail -> id.isEmpty() || id.equals(String.valueOf(mail.id())))
                .findFirst();
    }

    private static void show(ReceivedMail mail, ServerRequest request, Map<String, Object> model) {
        boolean asText = mail.html().isEmpty()
                || request.param("view").filter("text"::equals).isPresent();
        model.put("open", mail);
        model.put("asText", asText);
        model.put("body", asText ? MailBody.clickable(mail.text()) : framed(mail.html()));
    }

    private static String framed(String html) {
        return HEAD.matcher(html).find() ? HEAD.matcher(html).replaceFirst("$0" + LEAVE_FRAME) : LEAVE_FRAME + html;
    }
}
