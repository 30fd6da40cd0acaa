package org.activationdesk.process;

import java.util.regex.Pattern;

/**
 * Text for the `text` components of the forms, which read Markdown and HTML: what a customer or a partner wrote must
 * show as it was written, and never become a link, a picture or a heading.
 */
public final class MarkdownText {

    private static final Pattern MARKUP = Pattern.compile("([\\p{Punct}&&\\p{ASCII}])");
    private static final Pattern INDENT = Pattern.compile("(?m)^[ \\t]+");

    private MarkdownText() {}

    public static String of(String text) {
        if (text == null) {
            return null;
        }
        return MARKUP.matcher(INDENT.matcher(text).replaceAll("")).replaceAll("\\\\$1");
    }
}
