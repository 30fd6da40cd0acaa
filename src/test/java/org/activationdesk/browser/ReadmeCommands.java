package org.activationdesk.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What the README tells somebody to send to the desk, command by command, and how many clicks it counts. */
final class ReadmeCommands {
    private static final Pattern CURL = Pattern.compile("curl (?:[^\\n]*\\\\\\n)*[^\\n]*");
    private static final Pattern DESK = Pattern.compile("http://localhost:8080(/\\S+)");
    private static final Pattern FILE = Pattern.compile("-d @(\\S+)");
    private static final Pattern CLICKS = Pattern.compile("(\\d+) clicks");

    private final String text;

    ReadmeCommands() throws IOException {
        text = Files.readString(Path.of("README.md"));
    }

    int clicks() {
        return Integer.parseInt(first(CLICKS, text).orElseThrow());
    }

    /** Those that the desk answers, without those that get a token. */
    List<Command> toTheDesk() {
        return CURL.matcher(text)
                .results()
                .map(MatchResult::group)
                .flatMap(curl -> first(DESK, curl).stream().map(address -> new Command(address, first(FILE, curl))))
                .toList();
    }

    private static Optional<String> first(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(found -> found.group(1)).findFirst();
    }

    /** A call of the API; one that sends a file is a POST. */
    record Command(String address, Optional<String> file) {
        String document() throws IOException {
            return Files.readString(Path.of(file.orElseThrow()));
        }
    }
}
