package org.activationdesk.problem;

import java.util.List;
import java.util.stream.Collectors;
import org.activationdesk.language.Language;

/** What support asks for, in one language. */
public record Dossier(Language language, String title, String intro, List<Part> parts) {
    /** Some facts under a heading. */
    public record Part(String title, List<Fact> facts) {
        String text() {
            return title + "\n" + facts.stream().map(Fact::text).collect(Collectors.joining());
        }
    }

    /** One fact and its name. */
    public record Fact(String name, String value) {
        /** What people wrote may have several. */
        public List<String> lines() {
            return value.lines().toList();
        }

        String text() {
            return "  " + name + ": " + value.replaceAll("\\R", "\n    ") + "\n";
        }
    }

    /** For a form on the web, or a mail. */
    public String text() {
        return title + "\n\n" + intro + "\n\n" + parts.stream().map(Part::text).collect(Collectors.joining("\n"));
    }
}
