package org.activationdesk.bounce;

import java.util.Locale;

/** What HTML says without its tags, its styles and what it quotes. Takes a time that grows with the length alone. */
final class HtmlText {
    private HtmlText() {}

    static String of(String html) {
        return without("blockquote", without("style", without("script", html)))
                .replaceAll("(?i)<(br|/p|/div|/tr)[^<>]{0,200}>", "\n")
                .replaceAll("<[^<>]{0,2000}>", " ")
                .replace("&nbsp;", " ")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }

    /** Without all elements of that name; they may hold one another, and what is never closed lasts to the end. */
    private static String without(String element, String html) {
        String lower = html.toLowerCase(Locale.ROOT);
        StringBuilder rest = new StringBuilder();
        int from = 0;
        int depth = 0;
        for (int at = lower.indexOf(element); at >= 0; at = lower.indexOf(element, at + element.length())) {
            boolean opens = at > 0 && lower.charAt(at - 1) == '<';
            boolean closes = lower.startsWith("</", Math.max(0, at - 2)) && at > 1;
            if (opens && depth++ == 0) {
                rest.append(html, from, at - 1);
            } else if (closes && depth > 0 && --depth == 0) {
                from = at - 2;
            }
        }
        return depth == 0 ? rest.append(html.substring(from)).toString() : rest.toString();
    }
}
